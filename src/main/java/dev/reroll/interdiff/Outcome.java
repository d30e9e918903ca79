package dev.reroll.interdiff;

import dev.reroll.bytes.Octets;
import java.util.Optional;

/**
 * What a version makes of a path.
 *
 * @param file what is there; none where there is no file, or where that is not known
 * @param id the content that is there, where the mails name it
 * @param trouble why it is not known; none where it is
 */
record Outcome(
    Octets path, Optional<FileState> file, Optional<BlobId> id, Optional<UntoldFile.Why> trouble) {
  static Outcome of(FileState file) {
    return new Outcome(file.path(), Optional.of(file), file.id(), Optional.empty());
  }

  static Outcome nothing(Octets path) {
    return new Outcome(path, Optional.empty(), Optional.empty(), Optional.empty());
  }

  static Outcome unknown(Octets path, Optional<BlobId> id, UntoldFile.Why why) {
    return new Outcome(path, Optional.empty(), id, Optional.of(why));
  }

  /** Returns the same with what is known by now of the file that it started from. */
  Outcome settled() {
    return file.isPresent() ? of(file.get().settled()) : this;
  }

  /** Whether the mails name the same content for both. */
  boolean isNamedAs(Outcome other) {
    return id.isPresent() && other.id.isPresent() && id.get().isSure(other.id.get());
  }
}
