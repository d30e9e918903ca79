package dev.reroll.render;

import dev.reroll.message.OctetBuilder;
import dev.reroll.message.Octets;
import dev.reroll.patch.DisplayWidth;
import java.util.function.Consumer;

/** Collects the lines of a review as they are printed. */
final class ReviewPage {
  private final ReviewOptions options;
  private OctetBuilder out = new OctetBuilder(1 << 12);

  ReviewPage(ReviewOptions options) {
    this.options = options;
  }

  int width() {
    return options.width();
  }

  /** Returns what was written since the last time. */
  OctetBuilder take() {
    OctetBuilder written = out;
    out = new OctetBuilder(1 << 12);
    return written;
  }

  OctetBuilder octets() {
    return out;
  }

  /** Writes one line, cut where the screen ends. */
  void line(Consumer<ScreenLine> content) {
    ScreenLine line = new ScreenLine(options.screen());
    content.accept(line);
    out.append(line.end());
  }

  void blank() {
    out.append('\n');
  }

  /** Writes a heading with an empty line above it. */
  void heading(String text) {
    blank();
    wrapped(ColorSlot.COMMIT, "", text);
  }

  /** Writes a line that is cut where the screen ends. */
  void line(ColorSlot slot, String text) {
    line(line -> line.add(slot, text));
  }

  /**
   * Writes {@code text} over as many lines as it takes, {@code indent} before each but the first.
   */
  void wrapped(ColorSlot slot, String indent, String text) {
    String rest = text;
    String before = "";
    while (columns(before + rest) > width()) {
      int at = lastBreak(before, rest);
      if (at <= 0) {
        break;
      }
      uncut(slot, before + rest.substring(0, at));
      rest = rest.substring(at).strip();
      before = indent;
    }
    uncut(slot, before + rest);
  }

  /** Finds the last blank before which the words fit; the first one where none does. */
  private int lastBreak(String before, String text) {
    int best = text.indexOf(' ', 1);
    for (int at = best; at > 0; at = text.indexOf(' ', at + 1)) {
      if (columns(before + text.substring(0, at)) > width()) {
        break;
      }
      best = at;
    }
    return best;
  }

  private static int columns(String text) {
    Octets octets = Octets.utf8(text);
    int columns = DisplayWidth.of(octets, 0, octets.length());
    return columns < 0 ? text.length() : columns;
  }

  private void uncut(ColorSlot slot, String text) {
    Octets color = options.text().palette().of(slot);
    out.append(color);
    Octets octets = Octets.utf8(text);
    options.text().filter().append(octets, 0, octets.length(), out);
    out.append(color.isEmpty() ? Octets.EMPTY : options.text().palette().reset()).append('\n');
  }
}
