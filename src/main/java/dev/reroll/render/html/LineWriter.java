package dev.reroll.render.html;

import dev.reroll.bytes.Octets;
import dev.reroll.render.html.TextReader.Span;
import dev.reroll.render.html.page.PageLine;
import dev.reroll.render.html.page.Text;
import java.util.List;

/** Makes the lines of a page. */
final class LineWriter {
  private static final int SECTION_START = 4;
  private static final int SECTION_END = 3;

  private final TextReader reader;

  LineWriter(TextReader reader) {
    this.reader = reader;
  }

  /**
   * Makes a line of one side.
   *
   * @param anchor where it can be found and what stands in the margin
   * @param owner {@code u} both sides, {@code b} the old one, {@code a} the new one; {@code o} and
   *     {@code n} where that side alone has the whole patch
   */
  PageLine line(Anchor anchor, char owner, Source source) {
    char kind = source.side().kind(source.index());
    String style = new String(new char[] {owner, kind});
    return new PageLine(
        anchor.id(), anchor.number(), style, sign(owner), inner(kind), text(source, kind));
  }

  private static String sign(char owner) {
    return switch (owner) {
      case 'b', 'o' -> "-";
      case 'a', 'n' -> "+";
      default -> " ";
    };
  }

  private static String inner(char kind) {
    return switch (kind) {
      case 'p' -> "+";
      case 'm' -> "-";
      case 'c' -> " ";
      default -> "";
    };
  }

  private Text text(Source source, char kind) {
    Octets line = source.side().lines().get(source.index());
    if (kind == 's') {
      return reader.read(line.slice(SECTION_START, line.length() - SECTION_END));
    }
    int start = inner(kind).isEmpty() ? 0 : Math.min(1, line.length());
    return reader.read(line, start, source.changed());
  }

  /** Names a place: the page's anchor, and the number that people see. */
  record Anchor(String id, String number) {
    static Anchor of(String prefix, int ordinal) {
      String number = String.valueOf(ordinal);
      return new Anchor(prefix + number, number);
    }
  }

  /**
   * Which line it is.
   *
   * @param side the patch
   * @param index its 0-based index there
   * @param changed its words that changed
   */
  record Source(PatchLines side, int index, List<Span> changed) {}
}
