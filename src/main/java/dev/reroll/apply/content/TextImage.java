package dev.reroll.apply.content;

import dev.reroll.apply.read.Fragment;
import dev.reroll.bytes.OctetBuilder;
import dev.reroll.bytes.Octets;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * A text while hunks are put into it.
 *
 * <p>A hunk is tried where its header says, then one line further down, one further up, two down,
 * and so on; the first place at which all its old lines stand is taken. A hunk without context
 * before it stands at the beginning, one without context behind it at the end. Lines that an
 * earlier hunk has put there, its context included, are not found again. There is no fuzz.
 *
 * <p>Takes time linear in the text, at worst times the lines of a hunk.
 */
final class TextImage {
  private Octets[] lines;
  private boolean[] patched;
  private int count;

  TextImage(Octets text) {
    lines = new Octets[16];
    for (int from = 0; from < text.length(); ) {
      int to = text.endOfLine(from);
      if (count == lines.length) {
        lines = Arrays.copyOf(lines, count * 2);
      }
      lines[count++] = text.slice(from, to);
      from = to;
    }
    patched = new boolean[lines.length];
  }

  /**
   * Puts a hunk in; returns the 0-based line at which it stands now, empty where it fits nowhere.
   */
  OptionalInt apply(Fragment fragment) {
    int first = firstTry(fragment);
    int back = first;
    int forward = first;
    if (fits(fragment, first)) {
      return put(fragment, first);
    }
    while (back > 0 || forward < count) {
      if (forward < count && fits(fragment, ++forward)) {
        return put(fragment, forward);
      }
      if (back > 0 && fits(fragment, --back)) {
        return put(fragment, back);
      }
    }
    return OptionalInt.empty();
  }

  /** Returns the text as it is now. */
  Octets text() {
    int length = 0;
    for (int i = 0; i < count; i++) {
      length += lines[i].length();
    }
    OctetBuilder text = new OctetBuilder(length);
    for (int i = 0; i < count; i++) {
      text.append(lines[i]);
    }
    return text.toOctets();
  }

  private int firstTry(Fragment fragment) {
    if (fragment.isAtBeginning()) {
      return 0;
    }
    int wanted = fragment.isAtEnd() ? count - fragment.before().size() : fragment.expectedIndex();
    return wanted < 0 || wanted > count ? count : wanted;
  }

  private boolean fits(Fragment fragment, int at) {
    List<Octets> wanted = fragment.before();
    int end = at + wanted.size();
    if (end > count
        || (fragment.isAtEnd() && end != count)
        || (fragment.isAtBeginning() && at != 0)) {
      return false;
    }
    boolean mustBeWhole = fragment.isAtEnd();
    for (int i = 0; i < wanted.size(); i++) {
      if (patched[at + i]
          || !agrees(wanted.get(i), lines[at + i], mustBeWhole || i < wanted.size() - 1)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns whether a line is the one that is wanted. The last wanted line, if it has no LF and the
   * file need not end behind it, is found in one that goes on with white space: so git does it, and
   * the line behind is then joined to it.
   */
  private static boolean agrees(Octets wanted, Octets line, boolean mustBeWhole) {
    if (wanted.length() == line.length()) {
      return wanted.equals(line);
    }
    boolean isOpen = !wanted.endsWith("\n") && !mustBeWhole && wanted.length() < line.length();
    return isOpen
        && line.slice(0, wanted.length()).equals(wanted)
        && isWhite(line.slice(wanted.length()));
  }

  private static boolean isWhite(Octets text) {
    for (int i = 0; i < text.length(); i++) {
      if (" \t\r\n".indexOf(text.at(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  private OptionalInt put(Fragment fragment, int at) {
    int removed = fragment.before().size();
    int added = fragment.after().size();
    int tail = count - at - removed;
    int newCount = count - removed + added;
    Octets[] target = newCount > lines.length ? new Octets[newCount * 2] : lines;
    boolean[] flags = newCount > lines.length ? new boolean[newCount * 2] : patched;
    System.arraycopy(lines, 0, target, 0, at);
    System.arraycopy(patched, 0, flags, 0, at);
    System.arraycopy(lines, at + removed, target, at + added, tail);
    System.arraycopy(patched, at + removed, flags, at + added, tail);
    for (int i = 0; i < added; i++) {
      target[at + i] = fragment.after().get(i);
      flags[at + i] = true;
    }
    lines = target;
    patched = flags;
    count = newCount;
    return OptionalInt.of(at);
  }
}
