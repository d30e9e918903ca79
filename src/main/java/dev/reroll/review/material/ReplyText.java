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
      WordPattern.compile("\\<(wrote|writes|schrieb|écrit|said|написал)\\>");
  private static final Pattern ATTRIBUTION_START =
      Pattern.compile("(?i)^(on|le|am|en|el|op|at)\\s.*?(\\d{4}|\\d\\d?:\\d\\d|@)");
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
    List<Line> lines = new ArrayList<>();
    for (String text : body.toString().split("\r?\n", -1)) {
      if (text.equals("-- ") || text.startsWith("-----Original Message")) {
        break;
      }
      lines.add(line(text));
    }
    return new ReplyText(withoutAttributions(lines));
  }

  /** Whether a line could be an attribution at all, before the costly question. */
  private static boolean endsInColon(String text) {
    int last = text.length() - 1;
    while (last >= 0 && text.charAt(last) <= ' ') {
      last--;
    }
    return last >= 0 && text.charAt(last) == ':';
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
