package dev.reroll.patch;

import dev.reroll.message.OctetBuilder;
import dev.reroll.message.Octets;

/**
 * Expands tabs in a commit message to columns of eight, as {@code git log} does.
 *
 * <p>Columns count from the start of the line, before it is indented. From a control character, or
 * an octet that is no UTF-8, to the end of the line nothing is expanded.
 */
final class TabExpander {
  private static final int TAB_SIZE = 8;

  private TabExpander() {}

  /** Adds {@code line}, which has no LF, to {@code text}. */
  static void expand(Octets line, OctetBuilder text) {
    int from = 0;
    for (int tab = line.indexOf('\t', 0); tab >= 0; tab = line.indexOf('\t', from)) {
      int width = DisplayWidth.of(line, from, tab);
      if (width < 0) {
        break;
      }
      text.append(line, from, tab);
      for (int column = width % TAB_SIZE; column < TAB_SIZE; column++) {
        text.append(' ');
      }
      from = tab + 1;
    }
    text.append(line, from, line.length());
  }
}
