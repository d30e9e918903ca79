package dev.reroll.render.text;

import dev.reroll.message.Octets;
import dev.reroll.message.WhiteSpace;
import dev.reroll.rangediff.BodyHunk;
import dev.reroll.rangediff.Entry;
import dev.reroll.render.color.ColorSlot;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Knows which new lines are empty lines added at the very end of the text, which git marks as one
 * white-space error each ({@code blank-at-eof}).
 *
 * <p>There are such lines only where the new text ends in more empty lines than the old one. A hunk
 * without a line of the old text counts as one line further up, so that without context what is
 * added behind the last line of the old text is not marked, as git has it.
 */
final class BlankTail {
  private static final BlankTail NONE = new BlankTail(0, 0);

  private final Set<BodyHunk.Line> lines = Collections.newSetFromMap(new IdentityHashMap<>());
  private final int beforeStart;
  private final int afterStart;

  private BlankTail(int beforeStart, int afterStart) {
    this.beforeStart = beforeStart;
    this.afterStart = afterStart;
  }

  static BlankTail of(Entry.Changed entry, TextOptions options) {
    boolean marked = !options.dual() && !options.palette().of(ColorSlot.WHITESPACE).isEmpty();
    if (!marked || !options.whitespace().blankAtEof()) {
      return NONE;
    }
    Ending before = Ending.of(entry.before().patch().text());
    Ending after = Ending.of(entry.after().patch().text());
    BlankTail tail = new BlankTail(before.firstBlank(), after.firstBlank());
    if (after.blankCount() > before.blankCount()) {
      entry.hunks().forEach(tail::collect);
    }
    return tail;
  }

  boolean contains(BodyHunk.Line line) {
    return !lines.isEmpty() && lines.contains(line);
  }

  private void collect(BodyHunk hunk) {
    boolean onlyNew = hunk.lines().stream().allMatch(line -> line.sign() == '+');
    int before = onlyNew ? hunk.beforeStart() - 1 : hunk.beforeStart();
    int after = hunk.afterStart();
    for (BodyHunk.Line line : hunk.lines()) {
      if (line.sign() == '+' && before >= beforeStart && after >= afterStart) {
        lines.add(line);
      }
      before += line.sign() == '+' ? 0 : 1;
      after += line.sign() == '-' ? 0 : 1;
    }
  }

  /**
   * How a text ends.
   *
   * @param firstBlank 0-based index of the first of the empty lines at its end
   * @param blankCount how many of them there are
   */
  private record Ending(int firstBlank, int blankCount) {
    static Ending of(Octets text) {
      int lineCount = 0;
      int blankCount = 0;
      for (int start = 0; start < text.length(); lineCount++) {
        int end = text.endOfLine(start);
        blankCount = isBlank(text.slice(start, end)) ? blankCount + 1 : 0;
        start = end;
      }
      return new Ending(lineCount - blankCount, blankCount);
    }
  }

  private static boolean isBlank(Octets text) {
    for (int i = 0; i < text.length(); i++) {
      if (!WhiteSpace.is(text.at(i))) {
        return false;
      }
    }
    return true;
  }
}
