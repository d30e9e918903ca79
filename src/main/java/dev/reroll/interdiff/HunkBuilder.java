package dev.reroll.interdiff;

import dev.reroll.bytes.Octets;
import dev.reroll.linediff.Edit;
import dev.reroll.patch.Hunk;
import dev.reroll.patch.Hunk.HunkLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes hunks of edits, with as much context as is known, up to what is asked for. */
final class HunkBuilder {
  private final SideLines before;
  private final SideLines after;
  private final UnknownHeadings headings;

  HunkBuilder(SideLines before, SideLines after, UnknownHeadings headings) {
    this.before = before;
    this.after = after;
    this.headings = headings;
  }

  /**
   * Returns the hunks; edits with at most twice {@code context} lines between share one, if these
   * are known.
   */
  List<Hunk> build(List<Edit> edits, int context) {
    List<Hunk> hunks = new ArrayList<>();
    int first = 0;
    while (first < edits.size()) {
      int next = first + 1;
      while (next < edits.size() && areNear(edits.get(next - 1), edits.get(next), context)) {
        next++;
      }
      hunks.add(hunk(edits.subList(first, next), context));
      first = next;
    }
    return hunks;
  }

  private boolean areNear(Edit edit, Edit next, int context) {
    int gap = next.beforeStart() - edit.beforeEnd();
    return gap <= 2L * context && before.nextUnknown(edit.beforeEnd()) >= next.beforeStart();
  }

  private Hunk hunk(List<Edit> edits, int context) {
    Edit first = edits.get(0);
    Edit last = edits.get(edits.size() - 1);
    int leading = 0;
    int top = Math.min(context, Math.min(first.beforeStart(), first.afterStart()));
    while (leading < top && !before.isUnknown(first.beforeStart() - leading - 1)) {
      leading++;
    }
    int bottom = Math.min(context, before.count() - last.beforeEnd());
    int trailing = Math.min(bottom, before.nextUnknown(last.beforeEnd()) - last.beforeEnd());
    Lines lines = new Lines();
    int unchangedFrom = first.beforeStart() - leading;
    for (Edit edit : edits) {
      lines.add(' ', before, unchangedFrom, edit.beforeStart());
      lines.add('-', before, edit.beforeStart(), edit.beforeEnd());
      lines.add('+', after, edit.afterStart(), edit.afterEnd());
      unchangedFrom = edit.beforeEnd();
    }
    lines.add(' ', before, unchangedFrom, last.beforeEnd() + trailing);
    int start = before.number(first.beforeStart()) - leading;
    return new Hunk(
        span(start, before.number(last.beforeEnd()) + trailing),
        span(after.number(first.afterStart()) - leading, after.number(last.afterEnd()) + trailing),
        headings.above(start),
        lines.lines);
  }

  private static Hunk.Span span(int from, int to) {
    return new Hunk.Span(to == from ? from : from + 1, to - from);
  }

  /** Collects the lines of a hunk. */
  private static final class Lines {
    private final List<HunkLine> lines = new ArrayList<>();

    void add(char sign, SideLines side, int from, int to) {
      for (int i = from; i < to; i++) {
        Octets line = side.line(i);
        boolean isWhole = line.endsWith("\n");
        lines.add(new HunkLine(sign, isWhole ? line.slice(0, line.length() - 1) : line));
        if (!isWhole) {
          lines.add(HunkLine.NO_NEWLINE);
        }
      }
    }
  }

  /**
   * Finds the heading of a hunk in a text of which not all is known: the nearest line above that
   * the rule takes, or else what the hunks of the mails say where the known lines end.
   */
  static final class UnknownHeadings {
    private final FileText text;
    private final HeadingRule rule;

    /** From here on, on the way up, no unknown line is a heading. */
    private int noHeadingFrom = Integer.MAX_VALUE;

    UnknownHeadings(FileText text, HeadingRule rule) {
      this.text = text;
      this.rule = rule;
    }

    /** Returns the heading of a hunk that begins with the line number {@code start}, 0-based. */
    Octets above(int start) {
      List<Piece> pieces = text.pieces();
      int piece = 0;
      int left = start;
      while (piece < pieces.size() && left >= pieces.get(piece).length()) {
        left -= pieces.get(piece++).length();
      }
      Optional<Octets> told = Optional.empty();
      noHeadingFrom = Integer.MAX_VALUE;
      for (; piece >= 0; piece--) {
        for (int i = left - 1; i >= 0; i--) {
          Piece current = pieces.get(piece);
          if (told.isEmpty() && current.baseIndex(i) != Piece.NOWHERE) {
            told = text.base().headingAbove(current.baseIndex(i) + 1);
            noHeadingFrom =
                Math.min(noHeadingFrom, text.base().withoutHeadingFrom(current.baseIndex(i) + 1));
          }
          Optional<Octets> line = current.line(i, text.base());
          if (line.isEmpty() && !isNoHeading(current.baseIndex(i))) {
            return told.orElse(Octets.EMPTY);
          }
          Optional<Octets> heading = line.flatMap(rule::headingOfWhole);
          if (heading.isPresent()) {
            return heading.get();
          }
        }
        left = piece > 0 ? pieces.get(piece - 1).length() : 0;
      }
      return Octets.EMPTY;
    }

    private boolean isNoHeading(int baseIndex) {
      return baseIndex >= noHeadingFrom;
    }
  }
}
