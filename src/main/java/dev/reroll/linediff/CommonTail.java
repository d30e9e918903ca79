package dev.reroll.linediff;

import dev.reroll.message.Octets;

/**
 * Finds the equal end that git cuts off before a diff without context lines, and only before such.
 *
 * <p>Of the octets that both texts have in common at the end, as many blocks of 1024 as fit are cut
 * off, save what is left of the line in which the cut lies. What is cut is not there for the diff
 * at all, so groups of changed lines cannot slide into it:
 *
 * <pre>
 *  a   a     ten copies of a line against eleven: with a context the last is the added one;
 *  …   …     without, the last one above the cut
 *  a   a
 *      a
 * </pre>
 */
final class CommonTail {
  private static final int BLOCK = 1024;

  private CommonTail() {}

  /** Returns how many lines are cut off both sides. */
  static int lineCount(int[] before, int[] after, LineTable table) {
    long cut = equalOctets(before, after, table) / BLOCK * BLOCK;
    int count = 0;
    long behind = 0;
    while (count < before.length) {
      behind += table.line(before[before.length - 1 - count]).length();
      if (behind >= cut) {
        return count;
      }
      count++;
    }
    return count;
  }

  private static long equalOctets(int[] before, int[] after, LineTable table) {
    int shorter = Math.min(before.length, after.length);
    long octets = 0;
    for (int fromEnd = 1; fromEnd <= shorter; fromEnd++) {
      int line = before[before.length - fromEnd];
      int lineAfter = after[after.length - fromEnd];
      if (line != lineAfter) {
        return octets + equalEnd(table.line(line), table.line(lineAfter));
      }
      octets += table.line(line).length();
    }
    return octets;
  }

  private static int equalEnd(Octets line, Octets lineAfter) {
    int shorter = Math.min(line.length(), lineAfter.length());
    int equal = 0;
    while (equal < shorter
        && line.at(line.length() - 1 - equal) == lineAfter.at(lineAfter.length() - 1 - equal)) {
      equal++;
    }
    return equal;
  }
}
