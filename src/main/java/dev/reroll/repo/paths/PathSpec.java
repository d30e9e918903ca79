package dev.reroll.repo.paths;

import dev.reroll.problem.Refusal;
import dev.reroll.repo.place.Settings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names paths as git's pathspecs do (gitglossary(7), "pathspec"): a file, a folder with all below,
 * or a pattern; with the magic words top, exclude, icase, literal and glob.
 *
 * @param path the path or pattern from the top of the tree, one char an octet
 * @param exclude whether what it names is left out
 * @param pattern matches whole paths
 */
public record PathSpec(String path, boolean exclude, Pattern pattern) {
  /** Reads {@code text}, written by who stands in {@code folder}. */
  static PathSpec parse(String text, String folder, Magic magic) throws Refusal {
    SplitText split = new SplitText(text, magic);
    String octets =
        new String(split.path.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    String path = normal((split.top ? "" : folder) + octets, text);
    int flags = split.icase ? Pattern.CASE_INSENSITIVE : 0;
    String exact =
        path.isEmpty() ? ".*" : Pattern.quote(path) + (path.endsWith("/") ? ".*" : "(/.*)?");
    boolean isPattern = !split.literal && SplitText.indexOfWildcard(path) >= 0;
    String regex = isPattern ? exact + "|" + WildMatch.regex(path, split.glob) : exact;
    return new PathSpec(path, split.exclude, Pattern.compile(regex, flags | Pattern.DOTALL));
  }

  /**
   * What the environment says of all pathspecs (git(1), "GIT_LITERAL_PATHSPECS" and the three
   * behind it).
   *
   * @param literal no word and no pattern is read
   * @param glob patterns are read as with the word {@code glob}
   * @param noGlob patterns are read only behind the word {@code glob}
   * @param icase as with the word {@code icase}
   */
  public record Magic(boolean literal, boolean glob, boolean noGlob, boolean icase) {
    static final Magic NONE = new Magic(false, false, false, false);

    /** Reads which magic the environment gives to all pathspecs. */
    public static Magic of(Settings settings) throws Refusal {
      Magic magic =
          new Magic(
              isSet("LITERAL", settings),
              isSet("GLOB", settings),
              isSet("NOGLOB", settings),
              isSet("ICASE", settings));
      if (magic.glob && magic.noGlob) {
        throw Refusal.unreadable(
            "GIT_GLOB_PATHSPECS and GIT_NOGLOB_PATHSPECS cannot be set together");
      }
      if (magic.literal && (magic.glob || magic.noGlob || magic.icase)) {
        throw Refusal.unreadable(
            "GIT_LITERAL_PATHSPECS cannot be set with another variable of pathspecs");
      }
      return magic;
    }

    private static boolean isSet(String name, Settings settings) {
      String value = settings.environment("GIT_" + name + "_PATHSPECS").orElse("");
      return switch (value.toLowerCase(Locale.ROOT)) {
        case "", "0", "false", "no", "off" -> false;
        default -> true;
      };
    }
  }

  boolean matches(String file) {
    return pattern.matcher(file).matches();
  }

  /** Whether a file below {@code folder} may match. */
  boolean mayMatchBelow(String folder) {
    if ((pattern.flags() & Pattern.CASE_INSENSITIVE) != 0) {
      return true;
    }
    int wildcard = SplitText.indexOfWildcard(path);
    String fixed = wildcard < 0 ? path : path.substring(0, wildcard);
    String below = folder + "/";
    return fixed.startsWith(below) || below.startsWith(fixed);
  }

  /** Takes {@code .} and {@code ..} out of a path. */
  private static String normal(String path, String text) throws Refusal {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.split("/", -1)) {
      if (part.equals("..")) {
        if (parts.isEmpty()) {
          throw Refusal.unreadable("'" + text + "' is outside the repository");
        }
        parts.removeLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    boolean isFolder = path.endsWith("/") && !parts.isEmpty();
    return String.join("/", parts) + (isFolder ? "/" : "");
  }

  /** Splits the magic off a pathspec. */
  private static final class SplitText {
    private final String path;
    private boolean top;
    private boolean exclude;
    private boolean icase;
    private boolean literal;
    private boolean glob;

    SplitText(String text, Magic magic) throws Refusal {
      if (magic.literal()) {
        path = text;
      } else if (text.startsWith(":(") && text.indexOf(')') > 0) {
        int end = text.indexOf(')');
        for (String word : text.substring(2, end).split(",", -1)) {
          read(word, text);
        }
        path = text.substring(end + 1);
      } else if (text.startsWith(":")) {
        int i = 1;
        for (; i < text.length() && "/!^".indexOf(text.charAt(i)) >= 0; i++) {
          top |= text.charAt(i) == '/';
          exclude |= text.charAt(i) != '/';
        }
        path = text.substring(i < text.length() && text.charAt(i) == ':' ? i + 1 : i);
      } else {
        path = text;
      }
      icase |= magic.icase();
      literal |= magic.literal() || (magic.noGlob() && !glob);
      glob |= magic.glob() && !literal;
    }

    private void read(String word, String text) throws Refusal {
      switch (word.toLowerCase(Locale.ROOT)) {
        case "top" -> top = true;
        case "exclude" -> exclude = true;
        case "icase" -> icase = true;
        case "literal" -> literal = true;
        case "glob" -> glob = true;
        case "" -> {}
        default ->
            throw Refusal.unreadable("cannot follow '" + word + "' in pathspec '" + text + "'");
      }
    }

    static int indexOfWildcard(String path) {
      for (int i = 0; i < path.length(); i++) {
        if ("*?[\\".indexOf(path.charAt(i)) >= 0) {
          return i;
        }
      }
      return -1;
    }
  }
}
