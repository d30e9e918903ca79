package dev.reroll.interdiff;

import dev.reroll.bytes.OctetBuilder;
import dev.reroll.bytes.Octets;
import dev.reroll.patch.Hunk;
import dev.reroll.patch.Hunk.HunkLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Applies the hunks of one file's diff to a text, in order, and learns from them.
 *
 * <p>What is learned goes into the base at the end only, so that a patch which does not fit leaves
 * no trace. Time: linear in the runs of the text and the lines of the hunks.
 */
final class HunkFitter {
  private final FileText text;
  private final int context;
  private final List<Piece> done = new ArrayList<>();
  private final Map<Integer, Octets> learned = new HashMap<>();
  private final List<HeadingTold> headings = new ArrayList<>();
  private int learnedEnd = BaseFile.NO_END;
  private int likelyEnd = BaseFile.NO_END;

  /** The next line to take: a piece, and a line in it. */
  private int piece;

  private int offset;

  /** How many lines of the text have been taken. */
  private int position;

  /**
   * Creates the hunks of a diff.
   *
   * @param context unchanged lines around changes in this version's diffs, but at ends of a file
   */
  HunkFitter(FileText text, int context) {
    this.text = text.settled();
    this.context = context;
  }

  /** Applies the next hunk; false where it does not fit. */
  boolean fit(Hunk hunk) {
    int count = 0;
    for (HunkLine line : hunk.lines()) {
      count += line.sign() == ' ' || line.sign() == '-' ? 1 : 0;
    }
    int start = count == 0 ? hunk.before().start() : hunk.before().start() - 1;
    if (start < position || !copy(start - position)) {
      return false;
    }
    if (!hunk.heading().isEmpty()) {
      headings.add(new HeadingTold(List.copyOf(done), hunk.heading()));
    }
    List<Octets> added = new ArrayList<>();
    List<HunkLine> lines = hunk.lines();
    for (int i = 0; i < lines.size(); i++) {
      Octets line = terminated(lines, i);
      switch (lines.get(i).sign()) {
        case '+' -> added.add(line);
        case '\\' -> {}
        default -> {
          flush(added);
          if (!take(line, lines.get(i).sign() == ' ')) {
            return false;
          }
        }
      }
    }
    flush(added);
    if (trailingCount(lines) < context) {
      learnLikelyEnd();
    }
    return true;
  }

  /** Returns how many unchanged lines a hunk begins or ends with, whichever are more. */
  static int contextCount(List<HunkLine> lines) {
    int leading = 0;
    while (leading < lines.size() && lines.get(leading).sign() == ' ') {
      leading++;
    }
    return Math.max(leading, trailingCount(lines));
  }

  private static int trailingCount(List<HunkLine> lines) {
    int count = 0;
    while (count < lines.size() && lines.get(lines.size() - 1 - count).sign() == ' ') {
      count++;
    }
    return count;
  }

  private void learnLikelyEnd() {
    if (piece < text.pieces().size() && text.pieces().get(piece).length() == BaseFile.NO_END) {
      likelyEnd = text.pieces().get(piece).baseIndex(offset);
    }
  }

  /** Whether the text can end where the last hunk ended; the file then ends there. */
  boolean endHere() {
    if (piece < text.pieces().size()) {
      Piece rest = text.pieces().get(piece);
      if (rest.length() != BaseFile.NO_END || !text.base().allowsEnd(rest.baseIndex(offset))) {
        return false;
      }
      learnedEnd = rest.baseIndex(offset);
    }
    return true;
  }

  /** Returns the text with all hunks applied, and tells the base what was learned of it. */
  FileText finish() {
    learned.forEach(text.base()::learn);
    headings.forEach(told -> told.teach(text.base()));
    if (likelyEnd != BaseFile.NO_END) {
      text.base().learnLikelyEnd(likelyEnd);
    }
    if (learnedEnd != BaseFile.NO_END) {
      text.base().learnEnd(learnedEnd);
    }
    if (piece < text.pieces().size()) {
      Piece rest = text.pieces().get(piece);
      append(rest.slice(offset, rest.length()));
      text.pieces().subList(piece + 1, text.pieces().size()).forEach(this::append);
    }
    return new FileText(text.base(), done).settled();
  }

  private static Octets terminated(List<HunkLine> lines, int index) {
    Octets line = lines.get(index).text();
    boolean isCut = index + 1 < lines.size() && lines.get(index + 1).sign() == '\\';
    return isCut ? line : new OctetBuilder(line.length() + 1).append(line).append('\n').toOctets();
  }

  /** Copies {@code count} lines; false where there are not as many. */
  private boolean copy(int count) {
    int left = count;
    while (left > 0) {
      if (piece >= text.pieces().size()) {
        return false;
      }
      Piece current = text.pieces().get(piece);
      int taken = Math.min(left, current.length() - offset);
      append(current.slice(offset, offset + taken));
      advance(taken);
      left -= taken;
    }
    return true;
  }

  /** Takes the next line, which must be {@code line}. */
  private boolean take(Octets line, boolean keeps) {
    if (piece >= text.pieces().size()) {
      return false;
    }
    Piece current = text.pieces().get(piece);
    Optional<Octets> known = current.line(offset, text.base());
    int index = current.baseIndex(offset);
    if (known.isPresent() ? !known.get().equals(line) : !mayLearn(index, line)) {
      return false;
    }
    if (keeps) {
      append(current.slice(offset, offset + 1));
    }
    advance(1);
    return true;
  }

  private boolean mayLearn(int index, Octets line) {
    if (!text.base().allows(index, line)) {
      return false;
    }
    learned.put(index, line);
    return true;
  }

  private void advance(int count) {
    position += count;
    offset += count;
    if (offset >= text.pieces().get(piece).length()) {
      piece++;
      offset = 0;
    }
  }

  private void flush(List<Octets> added) {
    if (!added.isEmpty()) {
      append(new Piece.Added(added));
      added.clear();
    }
  }

  private void append(Piece next) {
    if (next.length() == 0) {
      return;
    }
    Optional<Piece> joined =
        done.isEmpty() ? Optional.empty() : done.get(done.size() - 1).join(next);
    if (joined.isPresent()) {
      done.set(done.size() - 1, joined.get());
    } else {
      done.add(next);
    }
  }

  /**
   * The heading that a hunk has, which tells of the lines above it that no mail shows: one of them
   * is the heading, or, where a line further up that the series brings is it, none.
   *
   * @param above all that stands above the hunk
   */
  private record HeadingTold(List<Piece> above, Octets heading) {
    /** Lets {@code base} keep what it tells. */
    void teach(BaseFile base) {
      int hidden = above.size() - 1;
      while (hidden >= 0 && above.get(hidden).baseIndex(0) == Piece.NOWHERE) {
        if (headingIn(above.get(hidden), base).isPresent()) {
          return;
        }
        hidden--;
      }
      if (hidden < 0) {
        return;
      }
      Piece run = above.get(hidden);
      int end = run.baseIndex(0) + run.length();
      if (isFromAbove(hidden, base)) {
        base.learnNoHeading(run.baseIndex(0), end);
      } else {
        base.learnHeading(end, heading);
      }
    }

    /** Whether the lines that were added right above the run at {@code index} have it. */
    private boolean isFromAbove(int index, BaseFile base) {
      return index > 0
          && above.get(index - 1).baseIndex(0) == Piece.NOWHERE
          && headingIn(above.get(index - 1), base).filter(heading::equals).isPresent();
    }

    private static Optional<Octets> headingIn(Piece piece, BaseFile base) {
      for (int i = piece.length() - 1; i >= 0; i--) {
        Optional<Octets> found = piece.line(i, base).flatMap(HeadingRule.STANDARD::headingOfWhole);
        if (found.isPresent()) {
          return found;
        }
      }
      return Optional.empty();
    }
  }
}
