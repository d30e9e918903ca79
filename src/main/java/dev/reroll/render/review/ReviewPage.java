package dev.reroll.render.review;

import dev.reroll.bytes.OctetBuilder;
import dev.reroll.bytes.Octets;
import dev.reroll.patch.DisplayWidth;
import dev.reroll.render.color.ColorSlot;
import dev.reroll.render.text.ScreenLine;
import java.util.ArrayList;
import java.util.List;
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
    broken(indent, text).forEach(line -> uncut(slot, line));
  }

  /** Writes {@code text} in the same way, with {@code name} at its beginning in bold. */
  void wrappedWords(String name, String indent, String text) {
    List<String> lines = broken(indent, name + text);
    String first = lines.get(0);
    if (first.startsWith(name) && columns(first) <= width()) {
      line(
          line ->
              line.add(ColorSlot.CONTEXT_BOLD, name)
                  .add(ColorSlot.CONTEXT, first.substring(name.length())));
      lines = lines.subList(1, lines.size());
    }
    lines.forEach(line -> uncut(ColorSlot.CONTEXT, line));
  }

  private List<String> broken(String indent, String text) {
    List<String> lines = new ArrayList<>();
    String words = text.stripTrailing();
    int start = words.length() - words.stripLeading().length();
    String before = words.substring(0, start);
    for (int end = breakAfter(before, words, start); end > 0; ) {
      lines.add(before + words.substring(start, end));
      start = end;
      while (Character.isWhitespace(words.charAt(start))) {
        start++;
      }
      before = indent;
      end = breakAfter(before, words, start);
    }
    lines.add(before + words.substring(start));
    return lines;
  }

  /**
   * Finds the last blank before which the words from {@code start} on fit, or the first one where
   * none does; -1 where all of them fit, or there is no blank. Looks no further than a line.
   */
  private int breakAfter(String before, String text, int start) {
    int best = -1;
    int at = start;
    do {
      at = text.indexOf(' ', at + 1);
      String line = before + text.substring(start, at < 0 ? text.length() : at);
      if (columns(line) > width()) {
        return best < 0 ? at : best;
      }
      best = at;
    } while (at > 0);
    return -1;
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
