package dev.reroll.review.comments;

import dev.reroll.linediff.Edit;
import dev.reroll.review.code.SourceFile;
import dev.reroll.review.material.LineWords;
import dev.reroll.review.result.CommentAudit.Fate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Finds what a line that the new patch does not keep became in the same file.
 *
 * <p>It has moved if it stands elsewhere and can only be the same. It has changed if a line that
 * came in its place is like it, and no other line that went is more like that one; lines next to
 * them that agree speak for a pair. Where little speaks for the best pair, or it stands in a part
 * that was written anew, it is perhaps that. Of an unchanged line that the patch removes now it
 * tells what comes instead (see {@link Replacement}).
 *
 * <p>Where nothing is like it, it has changed all the same if the patch leaves now what it
 * replaced, or if the line at the same end of the edit only has a piece more or less.
 *
 * <pre>
 * -+  if (tail + 1 == size)       ++  if (!ring)
 * -+    return NULL;              ++    return 0;
 *                                 ++  if (tail + 1 >= limit)     ← like the first, and it alone
 * </pre>
 *
 * Compares one line with each that came, and the best with each that went.
 */
final class LineSuccessor {
  private static final double LIKE = 0.5;
  private static final double FAINTLY_LIKE = 0.3;
  private static final double LIKE_ANYWHERE = 0.8;
  private static final double AGREEING_NEIGHBOUR = 0.1;
  private static final int MAX_SURE_EDIT = 60;
  private static final int MAX_SURE_EDIT_OF_SHORT_LINES = 12;
  private static final int NEIGHBOURS = 3;

  private final List<SourceFile.Line> before;
  private final int line;
  private final List<SourceFile.Line> after;
  private final Edit edit;
  private final LineWords words;

  /** Takes the edit that the line of {@code before} went in. */
  LineSuccessor(List<SourceFile.Line> before, int line, List<SourceFile.Line> after, Edit edit) {
    this.before = before;
    this.line = line;
    this.after = after;
    this.edit = edit;
    this.words = LineWords.of(before.get(line).text());
  }

  /** Returns its fate; not followed where nothing in the file is like it. */
  LineFate find() {
    Optional<Integer> same = sameElsewhere();
    if (same.isPresent()) {
      return new LineFate(Fate.MOVED, same);
    }
    Optional<Integer> turned = otherSign();
    if (turned.isPresent()) {
      boolean isRemoved = after.get(turned.get()).sign() == '-';
      Optional<Integer> instead =
          isRemoved ? Replacement.of(after, turned.get()) : Optional.empty();
      return new LineFate(Fate.CHANGED, instead.or(() -> turned));
    }
    Optional<Integer> like = mostAlike(edit.afterStart(), edit.afterEnd(), LIKE);
    if (like.isPresent()) {
      boolean isSure = likeness(line, like.get()) > LIKE && isSmall();
      return new LineFate(isSure ? Fate.CHANGED : Fate.UNCERTAIN, like);
    }
    Optional<Integer> inPlace = takenBack().or(this::cutInPlace);
    if (inPlace.isPresent()) {
      return new LineFate(Fate.CHANGED, inPlace);
    }
    Optional<Integer> far =
        LineFate.isDistinctive(before.get(line).text())
            ? mostAlike(0, after.size(), LIKE_ANYWHERE)
            : Optional.empty();
    return new LineFate(far.isPresent() ? Fate.UNCERTAIN : Fate.NOT_TRACEABLE, far);
  }

  /** Finds the line where it can be no other: it says enough, and both sides have it once. */
  private Optional<Integer> sameElsewhere() {
    String key = before.get(line).signed();
    List<String> current = LineFate.signed(after);
    int index = current.indexOf(key);
    boolean isTheOne =
        LineFate.isDistinctive(key)
            && index >= 0
            && index == current.lastIndexOf(key)
            && Collections.frequency(LineFate.signed(before), key) == 1;
    return isTheOne ? Optional.of(index) : Optional.empty();
  }

  /** Finds the line where the patch leaves what it removed, or removes what it left. */
  private Optional<Integer> otherSign() {
    SourceFile.Line old = before.get(line);
    for (int i = edit.afterStart(); i < edit.afterEnd() && old.sign() != '+'; i++) {
      SourceFile.Line current = after.get(i);
      boolean isTurned = current.sign() != '+' && current.sign() != old.sign();
      if (isTurned && current.text().equals(old.text())) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /** Finds the line that it replaced, where the new patch leaves that as it was. */
  private Optional<Integer> takenBack() {
    if (before.get(line).sign() != '+') {
      return Optional.empty();
    }
    Optional<Integer> best = Optional.empty();
    double most = LIKE;
    for (int i = edit.afterStart(); i < edit.afterEnd(); i++) {
      SourceFile.Line current = after.get(i);
      double alike = words.likeness(LineWords.of(current.text()));
      boolean wasReplaced =
          current.sign() == ' '
              && LineFate.signed(before.subList(edit.beforeStart(), edit.beforeEnd()))
                  .contains('-' + current.text());
      if (wasReplaced && alike > most) {
        most = alike;
        best = Optional.of(i);
      }
    }
    return best;
  }

  /** Finds the line at the same end of the edit which only has a piece more, or less. */
  private Optional<Integer> cutInPlace() {
    boolean hasCome = edit.afterStart() < edit.afterEnd();
    if (hasCome && line == edit.beforeEnd() - 1 && isCut(edit.afterEnd() - 1)) {
      return Optional.of(edit.afterEnd() - 1);
    }
    boolean isFirst = hasCome && line == edit.beforeStart() && isCut(edit.afterStart());
    return isFirst ? Optional.of(edit.afterStart()) : Optional.empty();
  }

  private boolean isCut(int current) {
    SourceFile.Line old = before.get(line);
    String one = old.text().strip();
    String other = after.get(current).text().strip();
    String longer = one.length() > other.length() ? one : other;
    String shorter = one.length() > other.length() ? other : one;
    int head = 0;
    while (head < shorter.length() && shorter.charAt(head) == longer.charAt(head)) {
      head++;
    }
    return old.sign() == after.get(current).sign()
        && shorter.length() > 1
        && head > 0
        && head < shorter.length()
        && longer.endsWith(shorter.substring(head));
  }

  private Optional<Integer> mostAlike(int start, int end, double minScore) {
    Optional<Integer> best = Optional.empty();
    double most = 0;
    for (int i = start; i < end; i++) {
      double score = score(line, i);
      double weight = score + kinship(i);
      if (score > minScore && weight > most && !isOfAnother(i, score)) {
        most = weight;
        best = Optional.of(i);
      }
    }
    return best;
  }

  /** Returns how many words both have, in any order: of a call, its name may be said anew. */
  private double kinship(int current) {
    return words.maxLikeness(LineWords.of(after.get(current).text()));
  }

  /** Whether another line is more like it: one that went, or one that it is already. */
  private boolean isOfAnother(int index, double score) {
    boolean isKept = index < edit.afterStart() || index >= edit.afterEnd();
    if (isKept && LineFate.signed(before).contains(after.get(index).signed())) {
      return true;
    }
    for (int i = edit.beforeStart(); i < edit.beforeEnd(); i++) {
      if (i != line && score(i, index) > score) {
        return true;
      }
    }
    return false;
  }

  /** Returns how much speaks for the pair of an old line and a new one. */
  private double score(int old, int current) {
    double alike = likeness(old, current);
    return alike < FAINTLY_LIKE ? 0 : alike + AGREEING_NEIGHBOUR * agreeing(old, current);
  }

  private double likeness(int old, int current) {
    SourceFile.Line one = before.get(old);
    SourceFile.Line other = after.get(current);
    LineWords own = old == line ? words : LineWords.of(one.text());
    return one.sign() == other.sign() ? own.likeness(LineWords.of(other.text())) : 0;
  }

  private int agreeing(int old, int current) {
    return agreeing(before, old, after, current);
  }

  /** Counts the lines next to an old line and a new one that agree and say something. */
  static int agreeing(
      List<SourceFile.Line> before, int old, List<SourceFile.Line> after, int current) {
    int count = 0;
    for (int i = -NEIGHBOURS; i <= NEIGHBOURS; i++) {
      boolean exists =
          old + i >= 0 && current + i >= 0 && old + i < before.size() && current + i < after.size();
      count += i != 0 && exists && isSame(before.get(old + i), after.get(current + i)) ? 1 : 0;
    }
    return count;
  }

  private static boolean isSame(SourceFile.Line one, SourceFile.Line other) {
    return LineWords.letters(one.text()) > 0 && one.signed().equals(other.signed());
  }

  private boolean isSmall() {
    int length =
        Math.max(edit.beforeEnd() - edit.beforeStart(), edit.afterEnd() - edit.afterStart());
    boolean saysEnough = LineFate.isDistinctive(before.get(line).text());
    return length <= (saysEnough ? MAX_SURE_EDIT : MAX_SURE_EDIT_OF_SHORT_LINES);
  }

  /**
   * Finds the line that a patch puts in the place of one that it removes: the one most like it
   * among those that are added in the same run of changes.
   *
   * <pre>
   *   lock(queue);
   *  -ret = send(queue, 0);              removed
   *  +ret = send(queue, flags,           ← in its place
   *  +           timeout);
   *   unlock(queue);
   * </pre>
   */
  private static final class Replacement {
    private static final double LIKE = 0.5;
    private static final double SAME_HEAD = 0.7;

    private final List<SourceFile.Line> lines;
    private final int start;
    private final int end;

    private Replacement(List<SourceFile.Line> lines, int index) {
      int first = index;
      while (first > 0 && lines.get(first - 1).isChanged()) {
        first--;
      }
      int last = index + 1;
      while (last < lines.size() && lines.get(last).isChanged()) {
        last++;
      }
      this.lines = lines;
      this.start = first;
      this.end = last;
    }

    /** Returns the index of what stands for the removed line at {@code index}. */
    static Optional<Integer> of(List<SourceFile.Line> lines, int index) {
      return new Replacement(lines, index).find(index);
    }

    private Optional<Integer> find(int removed) {
      Optional<Integer> best = Optional.empty();
      double most = 0;
      for (int i = start; i < end; i++) {
        double alike = likeness(removed, i);
        if (lines.get(i).sign() == '+'
            && alike > Math.max(most, LIKE)
            && !isOfAnother(removed, i)) {
          most = alike;
          best = Optional.of(i);
        }
      }
      return best;
    }

    /** Whether another line that is removed is more like it. */
    private boolean isOfAnother(int removed, int added) {
      double alike = likeness(removed, added);
      for (int i = start; i < end; i++) {
        if (i != removed && lines.get(i).sign() == '-' && likeness(i, added) > alike) {
          return true;
        }
      }
      return false;
    }

    private double likeness(int one, int other) {
      String text = lines.get(other).text();
      double alike = LineWords.of(lines.get(one).text()).likeness(LineWords.of(text));
      return LineWords.beginAlike(lines.get(one).text(), text) ? Math.max(alike, SAME_HEAD) : alike;
    }
  }
}
