package dev.reroll.interdiff;

import dev.reroll.bytes.Octets;
import dev.reroll.interdiff.Interdiffer.NamedPatch;
import dev.reroll.patch.FileDiff;
import dev.reroll.patch.FileDiff.Change;
import dev.reroll.patch.FileDiff.FileMode;
import dev.reroll.patch.FileDiff.ModeChange;
import dev.reroll.patch.Hunk;
import dev.reroll.patch.IndexIds;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Compares two files, and says the result in the words of a diff. */
final class FileComparison {
  private static final int ALL = 100;

  private final TextDiffer differ;
  private final Options options;

  /**
   * Creates a comparison.
   *
   * @param context unchanged lines around each change
   * @param options how the mails show things
   */
  FileComparison(int context, Options options) {
    this.differ = new TextDiffer(context);
    this.options = options;
  }

  /** Compares two texts; none where nothing is different. */
  Optional<ChangedFile> texts(FileState before, FileState after) {
    List<Hunk> hunks = differ.hunks(before.text(), after.text(), HeadingRule.STANDARD);
    return hunks.isEmpty()
        ? sameContent(before, after)
        : Optional.of(changed(before, after, hunks));
  }

  /** Compares two files whose content is the same; none where nothing else is different. */
  Optional<ChangedFile> sameContent(FileState before, FileState after) {
    boolean isRenamed = !before.path().equals(after.path());
    if (!isRenamed && before.hasMode(after.mode())) {
      return Optional.empty();
    }
    FileDiff diff =
        new FileDiff(
            isRenamed ? Change.RENAMED : Change.MODIFIED,
            before.path(),
            after.path(),
            modes(before, after),
            IndexIds.NONE,
            Octets.EMPTY,
            false,
            List.of());
    return Optional.of(new ChangedFile(diff, OptionalInt.of(ALL)));
  }

  /** Compares two files, at least one of them binary, whose content is different. */
  ChangedFile binaries(FileState before, FileState after) {
    return changed(before, after, List.of());
  }

  private ChangedFile changed(FileState before, FileState after, List<Hunk> hunks) {
    boolean isRenamed = !before.path().equals(after.path());
    Optional<ModeChange> modes = modes(before, after);
    FileDiff diff =
        new FileDiff(
            isRenamed ? Change.RENAMED : Change.MODIFIED,
            before.path(),
            after.path(),
            modes,
            ids(before.id(), after.id()),
            modes.isPresent() ? Octets.EMPTY : mode(before, after),
            hunks.isEmpty(),
            hunks);
    return new ChangedFile(
        diff, isRenamed ? FileLikeness.percent(before, after) : OptionalInt.empty());
  }

  /** Shows a whole file as new or deleted. */
  ChangedFile alone(FileState file, Change change) {
    boolean isNew = change == Change.ADDED;
    FileText none = FileText.of(BaseFile.empty());
    Optional<BlobId> zero = file.id().map(id -> new BlobId("0".repeat(id.digits().length())));
    List<Hunk> hunks =
        file.isBinary()
            ? List.of()
            : differ.hunks(
                isNew ? none : file.text(), isNew ? file.text() : none, HeadingRule.STANDARD);
    FileDiff diff =
        new FileDiff(
            change,
            file.path(),
            file.path(),
            Optional.empty(),
            isNew ? ids(zero, file.id()) : ids(file.id(), zero),
            file.mode(),
            file.isBinary(),
            hunks);
    return new ChangedFile(diff, OptionalInt.empty());
  }

  private IndexIds ids(Optional<BlobId> before, Optional<BlobId> after) {
    return before.isPresent() && after.isPresent()
        ? IndexIds.of(
            Octets.utf8(
                options.abbreviated(before.get()) + ".." + options.abbreviated(after.get())))
        : IndexIds.NONE;
  }

  private static Octets mode(FileState before, FileState after) {
    return before.mode().isEmpty() ? after.mode() : before.mode();
  }

  private static Optional<ModeChange> modes(FileState before, FileState after) {
    return before.hasMode(after.mode())
        ? Optional.empty()
        : Optional.of(
            new ModeChange(
                new FileMode(before.mode().toString()), new FileMode(after.mode().toString())));
  }

  /**
   * How diffs were made, as far as they show it.
   *
   * @param context unchanged lines around changes, but at the ends of a file
   * @param idDigits digits of an abbreviated id; 0 where none is abbreviated
   */
  record Options(int context, int idDigits) {
    private static final int MIN_FULL = 40;

    /** Returns the options of the diffs in {@code patches}. */
    static Options of(List<NamedPatch> patches) {
      int context = 0;
      int idDigits = 0;
      for (NamedPatch patch : patches) {
        for (FileDiff file : patch.patch().files()) {
          for (Hunk hunk : file.hunks()) {
            context = Math.max(context, HunkFitter.contextCount(hunk.lines()));
          }
          Optional<BlobId.Pair> ids = BlobId.pair(file.ids());
          int digits = ids.map(pair -> pair.after().digits().length()).orElse(0);
          idDigits = digits < MIN_FULL ? Math.max(idDigits, digits) : idDigits;
        }
      }
      return new Options(context, idDigits);
    }

    /** Returns {@code id} with as many digits as the others have. */
    BlobId abbreviated(BlobId id) {
      boolean isLonger = idDigits > 0 && id.digits().length() > idDigits;
      return isLonger ? new BlobId(id.digits().substring(0, idDigits)) : id;
    }
  }
}
