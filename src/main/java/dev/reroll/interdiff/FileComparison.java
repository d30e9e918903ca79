package dev.reroll.interdiff;

import dev.reroll.bytes.Octets;
import dev.reroll.patch.FileDiff;
import dev.reroll.patch.FileDiff.Change;
import dev.reroll.patch.FileDiff.ModeChange;
import dev.reroll.patch.FileMode;
import dev.reroll.patch.Hunk;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Compares two files, and says the result in the words of a diff. */
final class FileComparison {
  private static final int ALL = 100;

  private final TextDiffer differ;
  private final DiffManner manner;

  /**
   * Creates a comparison.
   *
   * @param context unchanged lines around each change
   * @param manner how the mails show things
   */
  FileComparison(int context, DiffManner manner) {
    this.differ = new TextDiffer(context);
    this.manner = manner;
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
            Octets.EMPTY,
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
    return new ChangedFile(diff, isRenamed ? Likeness.percent(before, after) : OptionalInt.empty());
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

  private Octets ids(Optional<BlobId> before, Optional<BlobId> after) {
    return before.isPresent() && after.isPresent()
        ? Octets.utf8(manner.abbreviated(before.get()) + ".." + manner.abbreviated(after.get()))
        : Octets.EMPTY;
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
}
