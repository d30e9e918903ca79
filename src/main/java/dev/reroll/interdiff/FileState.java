package dev.reroll.interdiff;

import dev.reroll.bytes.Octets;
import java.util.Optional;

/**
 * What is known of a file after some patches.
 *
 * @param base the file that it was made of; none for a new file
 * @param id its content, as the index lines name it
 * @param mode the digits of its mode; empty where no diff names it
 * @param isBinary whether nothing but the id is known of its content
 */
record FileState(
    Octets path,
    Optional<Base> base,
    FileText text,
    Optional<BlobId> id,
    Octets mode,
    boolean isBinary) {
  /** Returns the same with what is known of its base by now. */
  FileState settled() {
    FileText settled = text.closed();
    if (base.isEmpty()) {
      return this;
    }
    boolean isAsBase = id.isEmpty() && text.isUntouched();
    return new FileState(
        path,
        base,
        settled,
        isAsBase ? base.get().id() : id,
        mode.isEmpty() ? base.get().mode() : mode,
        isBinary);
  }

  /** Returns the same file without content, which may be binary before. */
  FileState emptied(Octets to, BlobId nothing) {
    return new FileState(
        to, base, FileText.of(BaseFile.empty()), Optional.of(nothing), mode, false);
  }

  /** Whether the mails name both contents, and name them alike. */
  boolean isNamedAs(FileState other) {
    return id.isPresent() && other.id.isPresent() && id.get().isSure(other.id.get());
  }

  boolean hasMode(Octets other) {
    return mode.isEmpty() || other.isEmpty() || mode.equals(other);
  }

  /** Whether both are files, or links, and so on, as far as is known. */
  boolean isOfSameKind(FileState other) {
    return mode.length() != 6
        || other.mode.length() != 6
        || mode.slice(0, 3).equals(other.mode.slice(0, 3));
  }

  /** Whether both were made of the same file of the base. */
  boolean hasBaseOf(FileState other) {
    return base.isPresent() && other.base.isPresent() && base.get() == other.base.get();
  }

  /** Whether the text can be compared with that of {@code other}. */
  boolean isComparableWith(FileState other) {
    boolean areTexts = !isBinary && !other.isBinary;
    return areTexts && (hasBaseOf(other) || (text.isWhole() && other.text.isWhole()));
  }

  /** Says in words what it was made of. */
  String origin() {
    return base.map(start -> start.words(path)).orElse("nothing");
  }

  /** A file as it is before all patches of the versions that start from it. */
  static final class Base {
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
}
