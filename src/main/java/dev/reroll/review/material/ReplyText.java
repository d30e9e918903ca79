package dev.reroll.review.material;

import dev.reroll.bytes.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of an answer, each with how deep it is quoted.
 *
 * <p>The signature and what comes behind it is left out, and so are lines that say who wrote what
 * is quoted next.
 */
public record ReplyText(List<Line> lines) {
  /** Possessive, so that the number of signs costs no stack. */
  private static final Pattern QUOTES = Pattern.compile("^(?:\\s?+>)++");

  private static final Pattern ATTRIBUTION =
      WordPattern.compile(
          "\\<(wrote|writes|schrieb|écrit|said|escribió|scrisse|scritto|escreveu|skrev|schreef"
              + "|napisał|napisała|napsal|kirjoitti|yazdı|написала?|пишет|пише)\\>|写道|寫道|書きました");
  private static final Pattern ATTRIBUTION_START =
      Pattern.compile(
          "(?iu)^(?:(?:on|le|am|en|el|op|at|il|em|den|dnia|dne|w dniu|tor|ke|ma)\\s|在|于)"
              + ".*?(\\d{4}|\\d\\d?:\\d\\d|@)");
  private static final int MAX_ATTRIBUTION = 3;

  /** No longer line is an attribution: names and dates are never as long. */
  private static final int MAX_LINE = 1000;

  /**
   * One line.
   *
   * @param depth how many {@code >} stand before it; 0 for what the writer of the mail says
   * @param text what is behind them and one blank
   */
  public record Line(int depth, String text) {
    /** Returns whether nothing but white space stands behind the quote marks. */
    public boolean isBlank() {
      return text.isBlank();
    }
  }

  public ReplyText {
    lines = List.copyOf(lines);
  }

  /** Reads the body of an answer. */
  public static ReplyText of(Octets body) {
    // Some mail programs make no-break spaces of blanks; code has none.
    String plain = body.toString().replace('\u00a0', ' ').replace('\u202f', ' ');
    String[] texts = plain.split("\r?\n", -1);
    String mark = OtherQuoting.markIn(texts);
    List<Line> lines = new ArrayList<>();
    for (String text : texts) {
      if (text.equals("-- ") || text.startsWith("-----Original Message")) {
        break;
      }
      lines.add(line(OtherQuoting.usual(text, mark)));
    }
    return new ReplyText(withoutAttributions(WrappedQuotes.joined(lines)));
  }

  /** Quoting with another mark than {@code >}: {@code | }, or the initials of {@code TB> }. */
  private static final class OtherQuoting {
    private static final int MAX_INITIALS = 4;

    private OtherQuoting() {}

    /** Returns the mark that two lines or more begin with; empty where there is none. */
    static String markIn(String[] texts) {
      String found = "";
      int count = 0;
      for (String text : texts) {
        if (text.startsWith(">")) {
          return "";
        }
        String mark = markOf(text);
        count += !mark.isEmpty() && mark.equals(found) ? 1 : 0;
        found = found.isEmpty() ? mark : found;
      }
      return count > 0 ? found : "";
    }

    private static String markOf(String text) {
      int start = text.startsWith(" ") ? 1 : 0;
      if (text.startsWith("| ", start) || text.equals("|")) {
        return "|";
      }
      int end = start;
      while (end < text.length() && end - start <= MAX_INITIALS && isCapital(text.charAt(end))) {
        end++;
      }
      boolean isMark = end > start && end - start <= MAX_INITIALS && text.startsWith(">", end);
      return isMark ? text.substring(start, end + 1) : "";
    }

    private static boolean isCapital(char c) {
      return Character.isUpperCase(c);
    }

    static String usual(String text, String mark) {
      int start = text.startsWith(" ") ? 1 : 0;
      return !mark.isEmpty() && text.startsWith(mark, start)
          ? ">" + text.substring(start + mark.length())
          : text;
    }
  }

  /** Quoted lines whose ends were put on lines of their own, without a mark. */
  private static final class WrappedQuotes {
    /** Mail programs wrap at 72 to 80 columns; the first word of the end did not fit any more. */
    private static final int WIDTH = 70;

    private static final int MAX_END = 30;

    private WrappedQuotes() {}

    static List<Line> joined(List<Line> lines) {
      List<Line> joined = new ArrayList<>();
      for (int i = 0; i < lines.size(); i++) {
        Line line = lines.get(i);
        boolean isBetween = !joined.isEmpty() && i + 1 < lines.size();
        Line above = isBetween ? joined.get(joined.size() - 1) : line;
        if (isBetween && isEnd(line, above, lines.get(i + 1))) {
          joined.set(joined.size() - 1, new Line(above.depth(), above.text() + " " + line.text()));
        } else {
          joined.add(line);
        }
      }
      return joined;
    }

    private static boolean isEnd(Line line, Line above, Line below) {
      if (line.depth() > 0 || above.depth() == 0 || below.depth() != above.depth()) {
        return false;
      }
      String text = line.text();
      int word = text.indexOf(' ') < 0 ? text.length() : text.indexOf(' ');
      boolean isShort = !text.isBlank() && text.length() <= MAX_END;
      return isShort
          && ".?!:".indexOf(text.charAt(text.length() - 1)) < 0
          && !Character.isUpperCase(text.charAt(0))
          && above.depth() + 1 + above.text().length() + 1 + word > WIDTH;
    }
  }

  /** Whether a line could be an attribution at all, before the costly question. */
  private static boolean endsInColon(String text) {
    int last = text.length() - 1;
    while (last >= 0 && text.charAt(last) <= ' ') {
      last--;
    }
    return last >= 0 && (text.charAt(last) == ':' || text.charAt(last) == '：');
  }

  private static Line line(String text) {
    if (text.indexOf('>') < 0) {
      return new Line(0, text.stripTrailing());
    }
    Matcher quotes = QUOTES.matcher(text);
    if (!quotes.find()) {
      return new Line(0, text.stripTrailing());
    }
    int depth = (int) quotes.group().chars().filter(c -> c == '>').count();
    String rest = text.substring(quotes.end());
    return new Line(depth, rest.startsWith(" ") ? rest.substring(1) : rest);
  }

  private static List<Line> withoutAttributions(List<Line> lines) {
    List<Line> kept = new ArrayList<>();
    for (Line line : lines) {
      if (endsInColon(line.text()) && matches(ATTRIBUTION, line)) {
        dropStart(kept, line.depth());
      } else {
        kept.add(line);
      }
    }
    return kept;
  }

  private static boolean matches(Pattern attribution, Line line) {
    return line.text().length() <= MAX_LINE && attribution.matcher(line.text()).find();
  }

  /** Drops the lines above that an attribution of several lines began with. */
  private static void dropStart(List<Line> kept, int depth) {
    int first = kept.size() - 1;
    while (first >= 0
        && kept.size() - first < MAX_ATTRIBUTION
        && kept.get(first).depth() == depth
        && !kept.get(first).isBlank()) {
      if (matches(ATTRIBUTION_START, kept.get(first))) {
        kept.subList(first, kept.size()).clear();
        return;
      }
      first--;
    }
  }
}
