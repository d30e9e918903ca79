package dev.reroll.render.text;

import dev.reroll.bytes.OctetBuilder;
import dev.reroll.bytes.Octets;
import dev.reroll.patch.DisplayWidth;
import dev.reroll.render.color.ColorSlot;

/** Builds one line of a screen from coloured pieces, and cuts it where the screen ends. */
public final class ScreenLine {
  private static final String CUT = "..";

  private final ScreenOptions options;
  private final OctetBuilder out = new OctetBuilder(128);
  private int column;

  /** Begins an empty line. */
  public ScreenLine(ScreenOptions options) {
    this.options = options;
  }

  /** Returns how many columns are taken. */
  int column() {
    return column;
  }

  /** Appends {@code text} in the colour of {@code slot}. */
  public ScreenLine add(ColorSlot slot, String text) {
    return add(slot, Octets.utf8(text));
  }

  /** Appends {@code text}, which may be from a mail, in the colour of {@code slot}. */
  ScreenLine add(ColorSlot slot, Octets text) {
    Octets shown = fitting(text);
    Octets color = options.palette().of(slot);
    out.append(color).append(shown);
    if (!color.isEmpty()) {
      out.append(options.palette().reset());
    }
    column += width(shown);
    return this;
  }

  /** Appends blanks up to {@code target}, at least one. */
  public ScreenLine to(int target) {
    int count = Math.max(1, target - column);
    out.append(" ".repeat(count));
    column += count;
    return this;
  }

  /** Returns the line with its end. */
  public Octets end() {
    return out.append('\n').toOctets();
  }

  /** Returns what fits into the rest of the line, as the reader may see it. */
  private Octets fitting(Octets text) {
    Octets whole = visible(text);
    int room = Math.max(CUT.length(), options.width() - column);
    return width(whole) <= room ? whole : cut(whole, room - CUT.length());
  }

  /** Columns would not stay columns with tabs, nor lines lines with control characters. */
  private static Octets visible(Octets text) {
    OctetBuilder visible = new OctetBuilder(text.length());
    int start = 0;
    for (int tab = text.indexOf('\t', 0); tab >= 0; tab = text.indexOf('\t', start)) {
      VisibleText.append(text, start, tab, visible);
      visible.append(' ');
      start = tab + 1;
    }
    VisibleText.append(text, start, text.length(), visible);
    return visible.toOctets();
  }

  private static Octets cut(Octets text, int room) {
    int end = 0;
    int used = 0;
    while (end < text.length()) {
      int next = nextCharacter(text, end);
      used += Math.max(0, DisplayWidth.of(text, end, next));
      if (used > room) {
        break;
      }
      end = next;
    }
    return new OctetBuilder(end + 2).append(text.slice(0, end)).append(CUT).toOctets();
  }

  private static int nextCharacter(Octets text, int from) {
    int next = from + 1;
    while (next < text.length() && (text.at(next) & 0xc0) == 0x80) {
      next++;
    }
    return next;
  }

  private static int width(Octets text) {
    return Math.max(0, DisplayWidth.of(text, 0, text.length()));
  }
}
