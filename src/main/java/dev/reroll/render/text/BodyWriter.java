package dev.reroll.render.text;

import dev.reroll.bytes.OctetBuilder;
import dev.reroll.bytes.Octets;
import dev.reroll.rangediff.BodyHunk;
import dev.reroll.render.color.ColorSlot;
import dev.reroll.render.color.Palette;

/**
 * Writes the lines under a changed pair, with colours placed as git places them.
 *
 * <p>With dual colours the outer sign stands in reverse video, and the line behind it is coloured
 * by its own inner sign: dimmed where only the old version has it, bold where only the new one has.
 * Without, a line is coloured by its outer sign, and new lines have their white-space errors
 * marked.
 */
public final class BodyWriter {
  static final String INDENT = "    ";

  private final TextOptions options;
  private final Palette palette;
  private final OctetBuilder out;
  private final WhitespaceMarker marker;

  /** Appends to {@code out}, which the caller keeps. */
  public BodyWriter(TextOptions options, OctetBuilder out) {
    this.options = options;
    this.palette = options.palette();
    this.out = out;
    this.marker = new WhitespaceMarker(options, out);
  }

  /** Writes the {@code @@} line of a hunk. */
  public void heading(Octets heading) {
    out.append(INDENT);
    if (options.dual()) {
      out.append(palette.reverse());
    }
    colored(ColorSlot.FRAG, Octets.utf8("@@"));
    if (!heading.isEmpty()) {
      int blanks = blankCount(heading);
      out.append(palette.of(ColorSlot.CONTEXT)).append(' ');
      content(heading.slice(0, blanks));
      out.append(palette.reset());
      function(heading.slice(blanks));
    }
    out.append('\n');
  }

  /** Appends a heading; git takes a CR just before its last octet for the line end. */
  private void function(Octets heading) {
    int last = heading.length() - 1;
    int end = last > 0 && heading.at(last - 1) == '\r' ? last : last + 1;
    colored(ColorSlot.FUNC, heading.slice(0, end));
    content(heading.slice(end));
  }

  /** Counts the blanks before a heading, which git takes for the gap behind the {@code @@}. */
  private static int blankCount(Octets heading) {
    int count = 0;
    while (count < heading.length() && (heading.at(count) == ' ' || heading.at(count) == '\t')) {
      count++;
    }
    return count;
  }

  /** Appends a line; {@code inBlankTail} says that it is one of new empty lines at the end. */
  public void line(BodyHunk.Line line, boolean inBlankTail) {
    out.append(INDENT);
    boolean hasReturn = palette.isColored() && line.text().endsWith("\r");
    Octets text = hasReturn ? line.text().slice(0, line.text().length() - 1) : line.text();
    if (options.dual()) {
      dualLine(line.sign(), text);
    } else if (inBlankTail) {
      signed(palette.of(ColorSlot.WHITESPACE), '+', text);
    } else if (line.sign() == '+' && !palette.of(ColorSlot.WHITESPACE).isEmpty()) {
      newLine(line.text());
      return;
    } else {
      signed(palette.of(outerSlot(line.sign())), line.sign(), text);
    }
    if (hasReturn) {
      content(line.text().slice(text.length()));
    }
    out.append('\n');
  }

  private void dualLine(char sign, Octets text) {
    if (sign == ' ') {
      signed(palette.of(innerSlot(text, Shade.PLAIN)), sign, text);
      return;
    }
    out.append(palette.reverse());
    colored(sign == '-' ? ColorSlot.OLD : ColorSlot.NEW, Octets.utf8(String.valueOf(sign)));
    if (!text.isEmpty()) {
      colored(innerSlot(text, sign == '-' ? Shade.DIMMED : Shade.BOLD), text);
    }
  }

  private void newLine(Octets text) {
    colored(ColorSlot.NEW, Octets.utf8("+"));
    marker.append(text);
    out.append('\n');
  }

  private void signed(Octets color, char sign, Octets text) {
    out.append(color).append(sign);
    content(text);
    out.append(palette.reset());
  }

  private void colored(ColorSlot slot, Octets text) {
    out.append(palette.of(slot));
    content(text);
    out.append(palette.reset());
  }

  private void content(Octets text) {
    options.filter().append(text, 0, text.length(), out);
  }

  private enum Shade {
    PLAIN(ColorSlot.CONTEXT, ColorSlot.OLD, ColorSlot.NEW),
    DIMMED(ColorSlot.CONTEXT_DIMMED, ColorSlot.OLD_DIMMED, ColorSlot.NEW_DIMMED),
    BOLD(ColorSlot.CONTEXT_BOLD, ColorSlot.OLD_BOLD, ColorSlot.NEW_BOLD);

    private final ColorSlot context;
    private final ColorSlot removed;
    private final ColorSlot added;

    Shade(ColorSlot context, ColorSlot removed, ColorSlot added) {
      this.context = context;
      this.removed = removed;
      this.added = added;
    }
  }

  private static ColorSlot outerSlot(char sign) {
    return switch (sign) {
      case '+' -> ColorSlot.NEW;
      case '-' -> ColorSlot.OLD;
      default -> ColorSlot.CONTEXT;
    };
  }

  private static ColorSlot innerSlot(Octets text, Shade shade) {
    char inner = text.isEmpty() ? ' ' : (char) text.at(0);
    return switch (inner) {
      case '+' -> shade.added;
      case '-' -> shade.removed;
      case '@' -> ColorSlot.FRAG;
      default -> shade.context;
    };
  }
}
