package dev.reroll.interdiff;

import dev.reroll.bytes.Octets;
import dev.reroll.patch.Hunk;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The text of a file after some patches, as far as it is known: runs of lines of the base, and of
 * lines that were added.
 *
 * <pre>
 *  {@literal @@} -3,3 +3,3 @@           base lines 0, 1   not seen
 *   c                        base line 2       "c", seen
 *  -d                        added             "D"
 *  +D                        base line 4       "e", seen
 *   e                        base lines 5 …    not seen
 * </pre>
 *
 * <p>Line numbers of the hunks are taken at their word: patches of one series follow each other
 * without offsets. Where the lines do not agree with that, the hunks are refused.
 *
 * @param pieces without gaps, in order
 */
record FileText(BaseFile base, List<Piece> pieces) {
  FileText {
    pieces = List.copyOf(pieces);
  }

  /** Returns the text of a file that no patch has touched. */
  static FileText of(BaseFile base) {
    List<Piece> all =
        base.lineCount() == 0 ? List.of() : List.of(new Piece.Kept(0, base.lineCount()));
    return new FileText(base, all);
  }

  /**
   * Returns the text with {@code hunks} applied, and keeps in the base what they show of it; none,
   * and keeps nothing, where they do not fit.
   *
   * @param context unchanged lines around changes in this version's diffs, but at ends of a file
   */
  Optional<FileText> with(List<Hunk> hunks, int context) {
    HunkFitter fitter = new HunkFitter(this, context);
    for (Hunk hunk : hunks) {
      if (!fitter.fit(hunk)) {
        return Optional.empty();
      }
    }
    return Optional.of(fitter.finish());
  }

  /** Whether {@code hunks} remove all of the text; keeps in the base what they show of it. */
  boolean isRemovedBy(List<Hunk> hunks) {
    HunkFitter fitter = new HunkFitter(this, 0);
    for (Hunk hunk : hunks) {
      if (!fitter.fit(hunk)) {
        return false;
      }
    }
    return fitter.endHere() && fitter.finish().pieces().isEmpty();
  }

  /** Returns the same text, which ends where the base does, if its end was seen meanwhile. */
  FileText settled() {
    return endingAt(base.lineCount());
  }

  /** Returns the same text, which ends where the base seems to. */
  FileText closed() {
    return endingAt(base.likelyLineCount());
  }

  private FileText endingAt(int end) {
    int last = pieces.size() - 1;
    if (last < 0 || pieces.get(last).length() != BaseFile.NO_END || end == BaseFile.NO_END) {
      return this;
    }
    int from = pieces.get(last).baseIndex(0);
    List<Piece> settled = new ArrayList<>(pieces.subList(0, last));
    if (from < end) {
      settled.add(new Piece.Kept(from, end));
    }
    return new FileText(base, settled);
  }

  /** Whether it is the base, line for line. */
  boolean isUntouched() {
    return settled().pieces.equals(of(base).pieces);
  }

  /** Adds where runs of the base begin and end. */
  void addBounds(Collection<Integer> bounds) {
    for (Piece piece : pieces) {
      int from = piece.baseIndex(0);
      if (from != Piece.NOWHERE) {
        bounds.add(from);
        if (piece.length() != BaseFile.NO_END) {
          bounds.add(from + piece.length());
        }
      }
    }
  }

  /** Whether each line is known. */
  boolean isWhole() {
    for (Piece piece : pieces) {
      if (piece.length() == BaseFile.NO_END) {
        return false;
      }
      for (int i = 0; i < piece.length(); i++) {
        if (piece.line(i, base).isEmpty()) {
          return false;
        }
      }
    }
    return true;
  }

  /** Returns all lines, of which each is known. */
  List<Octets> lines() {
    List<Octets> lines = new ArrayList<>();
    for (Piece piece : pieces) {
      for (int i = 0; i < piece.length(); i++) {
        lines.add(piece.line(i, base).orElseThrow());
      }
    }
    return lines;
  }
}
