package dev.reroll.interdiff;

import dev.reroll.bytes.Octets;
import java.util.Optional;

/** A file as it is before all patches of the versions that start from it. */
final class Base {
  private final Octets path;
  private final BaseFile text;
  private Optional<BlobId> id;
  private Octets mode;
  private boolean isBinary;

  Base(Octets path, BaseFile text, Optional<BlobId> id, Octets mode) {
    this.path = path;
    this.text = text;
    this.id = id;
    this.mode = mode;
  }

  /** Whether it may have the content {@code other}, by all that is known. */
  boolean mayBe(Optional<BlobId> other) {
    return id.isEmpty() || other.isEmpty() || id.get().agrees(other.get());
  }

  /** Takes in what another patch says of it. */
  void learn(Optional<BlobId> told, Octets toldMode) {
    boolean isLonger =
        told.isPresent()
            && (id.isEmpty() || told.get().digits().length() > id.get().digits().length());
    id = isLonger ? told : id;
    mode = mode.isEmpty() ? toldMode : mode;
  }

  /** Takes in that a diff shows no lines of it. */
  void learnBinary() {
    isBinary = true;
  }

  Optional<BlobId> id() {
    return id;
  }

  Octets mode() {
    return mode;
  }

  /** Returns it as a version leaves it that does not touch it. */
  FileState untouched() {
    return new FileState(
        path, Optional.of(this), FileText.of(text), id, mode, isBinary && !text.isSeen());
  }

  /** Says in words what it is, for a file at {@code now}. */
  String words(Octets now) {
    String content = id.map(BlobId::toString).orElse("an unnamed blob");
    return now.equals(path) ? content : content + " at '" + path + "'";
  }
}
