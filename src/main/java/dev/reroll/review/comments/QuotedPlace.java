package dev.reroll.review.comments;

import dev.reroll.review.code.PatchSource;
import dev.reroll.review.code.SourceFile;
import dev.reroll.review.material.MessageText;
import dev.reroll.review.material.WordPattern;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the line of a patch that a comment is about: the last quoted one.
 *
 * <p>Where several lines of the patch read alike, the one counts before which most quoted lines are
 * the patch's too; where that leaves several, none is found. White space does not matter, since
 * mailers change it. A quoted bracket stands for the line above it.
 */
final class QuotedPlace {
  private static final int MIN_LETTERS_OF_MESSAGE = 10;

  /** Lines that only end or divide what stands above them. */
  private static final Pattern BRACKETS =
      Pattern.compile("(?s)[-+ ]?\\s*+(#\\s*+(endif|else)(?!\\w).*|(\\}\\s*+)?+else\\s*+\\{?)");

  /** What is said of the spelling is said of the line, as is what repeats two of its words. */
  private static final Pattern OF_WORDS =
      WordPattern.compile("^\\W*+(nit|typo|spelling|s/|grammar)|\\<typo\\>|\\<s/\\S[^\\s/]*+/");

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final List<Spot> spots = new ArrayList<>();
  private final List<String> keys = new ArrayList<>();
  private final List<String> message;

  /**
   * A line of a patch.
   *
   * @param path the file's key in the patch; empty for a line of the commit message
   * @param index 0-based place among the file's lines, or among those of the message
   * @param quotedAbove how many lines right above it were quoted, too
   * @param quotedBelow how many lines right below it were quoted, too: blank ones and brackets
   * @param isBelowAll whether it is where the message or the patch ends
   */
  record Spot(String path, int index, int quotedAbove, int quotedBelow, boolean isBelowAll) {}

  QuotedPlace(PatchSource patch, MessageText text) {
    patch
        .files()
        .forEach(
            (path, file) -> {
              List<SourceFile.Line> lines = file.source().lines();
              for (int i = 0; i < lines.size(); i++) {
                spots.add(new Spot(path, i, 0, 0, false));
                keys.add(key(lines.get(i).signed()));
              }
            });
    message = text.prose().stream().map(QuotedPlace::key).toList();
  }

  /** Finds the line that {@code comment} is about. */
  Optional<Spot> find(QuotedComment comment) {
    if (comment.quote().isEmpty()) {
      return Optional.empty();
    }
    List<String> quote = comment.quote().stream().map(QuotedPlace::key).toList();
    Optional<Spot> line = best(quote, comment.path());
    return line.isPresent() ? line : inMessage(quote, comment);
  }

  private Optional<Spot> best(List<String> quote, String path) {
    int best = 0;
    List<Integer> ends = new ArrayList<>();
    for (int end = 0; end < keys.size(); end++) {
      int length = matchBefore(end, quote);
      if (length > 0 && spots.get(end).path().equals(path)) {
        length++;
      }
      if (length > best) {
        best = length;
        ends.clear();
      }
      if (length == best && length > 0) {
        ends.add(end);
      }
    }
    return ends.size() == 1
        ? telling(ends.get(0), matchBefore(ends.get(0), quote))
        : Optional.empty();
  }

  /** Returns how many lines up to {@code end} are the last lines of the quote. */
  private int matchBefore(int end, List<String> quote) {
    int length = 0;
    while (length <= end
        && length < quote.size()
        && keys.get(end - length).equals(quote.get(quote.size() - 1 - length))) {
      length++;
    }
    return length;
  }

  /** Goes up from {@code end}, at most {@code length} lines, to one that says something. */
  private Optional<Spot> telling(int end, int length) {
    for (int i = end; i >= 0 && i > end - length; i--) {
      if (saysSomething(keys.get(i))) {
        Spot spot = spots.get(i);
        boolean isLast = end == keys.size() - 1 && !isChange(keys.get(i));
        int above = i - (end - length + 1);
        return Optional.of(new Spot(spot.path(), spot.index(), above, end - i, isLast));
      }
    }
    return Optional.empty();
  }

  private static boolean saysSomething(String key) {
    return key.chars().filter(Character::isLetterOrDigit).count() >= 3
        && !BRACKETS.matcher(key).matches();
  }

  private static boolean isChange(String key) {
    return key.startsWith("+") || key.startsWith("-");
  }

  private Optional<Spot> inMessage(List<String> quote, QuotedComment comment) {
    List<String> lines = quote.stream().filter(line -> !line.isBlank()).toList();
    String last = lines.get(lines.size() - 1);
    boolean isLong = last.chars().filter(Character::isLetter).count() >= MIN_LETTERS_OF_MESSAGE;
    int index = message.lastIndexOf(last);
    if (!isLong || index < 0 || index != message.indexOf(last)) {
      return Optional.empty();
    }
    int above = 0;
    while (above < index
        && above + 1 < lines.size()
        && message.get(index - above - 1).equals(lines.get(lines.size() - above - 2))) {
      above++;
    }
    boolean isLast = index == message.size() - 1 && !isOfWords(comment.said().get(0), last);
    return Optional.of(new Spot("", index, above, 0, isLast));
  }

  private static boolean isOfWords(String said, String line) {
    String[] words = NO_WORD.split(said, -1);
    Set<String> pairs = new HashSet<>(pairs(NO_WORD.split(line, -1)));
    for (String both : pairs(words)) {
      if (both.length() > MIN_LETTERS_OF_MESSAGE && pairs.contains(both)) {
        return true;
      }
    }
    return OF_WORDS.matcher(said).find();
  }

  private static List<String> pairs(String[] words) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i + 1 < words.length; i++) {
      pairs.add(words[i] + " " + words[i + 1]);
    }
    return pairs;
  }

  /** Puts one space for each run of white space; called for every line of a patch. */
  private static String singleSpaced(String line) {
    StringBuilder text = new StringBuilder(line.length());
    boolean inBlanks = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean blank = c == ' ' || (c >= '\t' && c <= '\r');
      if (!blank) {
        text.append(c);
      } else if (!inBlanks) {
        text.append(' ');
      }
      inBlanks = blank;
    }
    return text.toString();
  }

  /** Returns the sign, and the text without regard to white space. */
  static String key(String line) {
    String text = singleSpaced(line.strip());
    char sign = line.isEmpty() ? ' ' : line.charAt(0);
    return sign == '+' || sign == '-' ? sign + text.substring(1).strip() : text;
  }
}
