package dev.reroll.repo.diff;

import dev.reroll.bytes.Octets;
import dev.reroll.interdiff.HeadingRule;
import dev.reroll.linediff.DiffEngine;
import dev.reroll.linediff.Edit;
import dev.reroll.linediff.Hunks;
import dev.reroll.linediff.Hunks.HunkRange;
import dev.reroll.linediff.LineTable;
import dev.reroll.patch.FileDiff;
import dev.reroll.patch.FileDiff.Change;
import dev.reroll.patch.FileDiff.FileMode;
import dev.reroll.patch.FileDiff.ModeChange;
import dev.reroll.patch.Hunk;
import dev.reroll.patch.Hunk.HunkLine;
import dev.reroll.patch.IndexIds;
import dev.reroll.repo.attributes.DiffDrivers;
import dev.reroll.repo.attributes.HeadingSearch;
import dev.reroll.repo.paths.TreeChange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Diffs the two states of a file as git does. Not for several threads at once. */
final class FileDiffer {
  private final Contents contents;
  private final DiffDrivers drivers;
  private final int context;
  private final DiffEngine engine = new DiffEngine();

  /**
   * Creates a differ.
   *
   * @param context unchanged lines around each change
   */
  FileDiffer(Contents contents, DiffDrivers drivers, int context) {
    this.contents = contents;
    this.drivers = drivers;
    this.context = context;
  }

  /** Returns what {@code change} does to the file. */
  FileDiff diff(TreeChange change) throws IOException {
    boolean isSame = change.before().id().equals(change.after().id());
    byte[] before = isSame ? new byte[0] : contents.of(change.before());
    byte[] after = isSame ? new byte[0] : contents.of(change.after());
    boolean binary =
        !isSame
            && (contents.isBinary(change.before(), before)
                || contents.isBinary(change.after(), after))
            && !Arrays.equals(before, after);
    List<Hunk> hunks = isSame || binary ? List.of() : hunks(before, after, headings(change));
    return new FileDiff(
        change.change(),
        change.before().path(),
        change.after().path(),
        modes(change),
        isSame
            ? IndexIds.NONE
            : IndexIds.of(
                Octets.utf8(change.before().id().name() + ".." + change.after().id().name())),
        isSame ? Octets.EMPTY : soleMode(change),
        binary,
        hunks);
  }

  /** The old side's driver decides, where it says anything. */
  private HeadingRule headings(TreeChange change) throws IOException {
    Optional<HeadingRule> before = drivers.of(change.before()).headings();
    return before.isPresent()
        ? before.get()
        : drivers.of(change.after()).headings().orElse(HeadingRule.STANDARD);
  }

  private static Optional<ModeChange> modes(TreeChange change) {
    boolean both = change.change() != Change.ADDED && change.change() != Change.DELETED;
    if (!both || change.before().mode().equals(change.after().mode())) {
      return Optional.empty();
    }
    return Optional.of(new ModeChange(mode(change.before()), mode(change.after())));
  }

  /** Returns the one mode that a file has; nothing where it has another than before. */
  private static Octets soleMode(TreeChange change) {
    TreeChange.State there = change.change() == Change.DELETED ? change.before() : change.after();
    return modes(change).isPresent() ? Octets.EMPTY : Octets.utf8(mode(there).digits());
  }

  private static FileMode mode(TreeChange.State state) {
    return new FileMode(String.format("%06o", state.mode().getBits()));
  }

  private List<Hunk> hunks(byte[] before, byte[] after, HeadingRule rule) {
    LineTable table = new LineTable();
    int[] beforeLines = table.internLines(Octets.wrap(before));
    int[] afterLines = table.internLines(Octets.wrap(after));
    List<Edit> edits =
        context == 0
            ? engine.editsWithoutContext(beforeLines, afterLines, table)
            : engine.edits(beforeLines, afterLines, table);
    HeadingSearch headings = new HeadingSearch(beforeLines, table, rule);
    List<Hunk> hunks = new ArrayList<>();
    for (HunkRange range : Hunks.group(edits, context, beforeLines.length, afterLines.length)) {
      Octets heading = headings.before(range.beforeStart());
      hunks.add(
          new Hunk(
              span(range.beforeStart(), range.beforeEnd()),
              span(range.afterStart(), range.afterEnd()),
              heading,
              lines(range, beforeLines, afterLines, table)));
    }
    return hunks;
  }

  private static Hunk.Span span(int from, int to) {
    return new Hunk.Span(to == from ? from : from + 1, to - from);
  }

  private static List<HunkLine> lines(HunkRange range, int[] before, int[] after, LineTable table) {
    HunkLines lines = new HunkLines(table);
    int unchangedFrom = range.afterStart();
    for (Edit edit : range.edits()) {
      lines.add(' ', after, unchangedFrom, edit.afterStart());
      lines.add('-', before, edit.beforeStart(), edit.beforeEnd());
      lines.add('+', after, edit.afterStart(), edit.afterEnd());
      unchangedFrom = edit.afterEnd();
    }
    lines.add(' ', after, unchangedFrom, range.afterEnd());
    return lines.lines;
  }

  /** Collects the lines of a hunk. */
  private static final class HunkLines {
    private final LineTable table;
    private final List<HunkLine> lines = new ArrayList<>();

    HunkLines(LineTable table) {
      this.table = table;
    }

    void add(char sign, int[] ids, int from, int to) {
      for (int i = from; i < to; i++) {
        Octets line = table.line(ids[i]);
        boolean isWhole = line.endsWith("\n");
        lines.add(new HunkLine(sign, shown(isWhole ? line.slice(0, line.length() - 1) : line)));
        if (!isWhole) {
          lines.add(HunkLine.NO_NEWLINE);
        }
      }
    }

    /** Returns what git's range-diff reads of a line: up to a NUL, where a binary file is text. */
    private static Octets shown(Octets line) {
      int nul = line.indexOf('\0', 0);
      return nul < 0 ? line : line.slice(0, nul);
    }
  }
}
