package dev.reroll.render.text;

import dev.reroll.bytes.OctetBuilder;
import dev.reroll.bytes.Octets;
import dev.reroll.bytes.WhiteSpace;
import dev.reroll.render.color.ColorSlot;
import dev.reroll.render.color.Palette;

/**
 * Writes a new line with its white-space errors marked, as {@code git diff} does (git-config(1),
 * {@code core.whitespace}).
 *
 * <pre>
 *  |␣␣⇥|code|␣␣|CR
 *   indent, text, trailing white space, and a CR that counts as line end
 * </pre>
 */
final class WhitespaceMarker {
  private final TextOptions options;
  private final WhitespaceRule rule;
  private final Palette palette;
  private final OctetBuilder out;

  WhitespaceMarker(TextOptions options, OctetBuilder out) {
    this.options = options;
    this.rule = options.whitespace();
    this.palette = options.palette();
    this.out = out;
  }

  /** Appends {@code text}, the line behind its outer sign and without its LF. */
  void append(Octets text) {
    boolean returnIsLineEnd = rule.crAtEol() && text.endsWith("\r");
    int length = returnIsLineEnd ? text.length() - 1 : text.length();
    int trailing = rule.blankAtEol() ? trailingFrom(text, length) : length;
    int written = appendIndent(text, trailing);
    if (written < trailing) {
      colored(ColorSlot.NEW, text, written, trailing);
    }
    if (trailing < length) {
      colored(ColorSlot.WHITESPACE, text, trailing, length);
    }
    if (returnIsLineEnd) {
      options.filter().append(text, length, text.length(), out);
    }
  }

  /** Appends the indent up to its last error; returns where it stopped. */
  private int appendIndent(Octets text, int end) {
    int written = 0;
    int i = 0;
    for (; i < end && (text.at(i) == ' ' || text.at(i) == '\t'); i++) {
      if (text.at(i) == ' ') {
        continue;
      }
      if (rule.spaceBeforeTab() && written < i) {
        colored(ColorSlot.WHITESPACE, text, written, i);
        out.append('\t');
      } else if (rule.tabInIndent()) {
        options.filter().append(text, written, i, out);
        colored(ColorSlot.WHITESPACE, text, i, i + 1);
      } else {
        out.append(text, written, i + 1);
      }
      written = i + 1;
    }
    if (rule.indentWithNonTab() && i - written >= rule.tabWidth()) {
      colored(ColorSlot.WHITESPACE, text, written, i);
      written = i;
    }
    return written;
  }

  private static int trailingFrom(Octets text, int length) {
    int from = length;
    while (from > 0 && WhiteSpace.is(text.at(from - 1))) {
      from--;
    }
    return from;
  }

  private void colored(ColorSlot slot, Octets text, int from, int to) {
    out.append(palette.of(slot));
    options.filter().append(text, from, to, out);
    out.append(palette.reset());
  }
}
