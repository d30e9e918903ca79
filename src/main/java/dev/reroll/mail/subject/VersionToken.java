package dev.reroll.mail.subject;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One word of a bracket group, taken apart into a version and what stands around it.
 *
 * <p>{@code v2}, {@code V2}, {@code PATCHv2}, {@code RFC-v2}, {@code nf-nextv2}, {@code ver2} and
 * {@code v6a} have one; {@code v2.1} is a version a little later than 2; {@code v6.20} and {@code
 * v5.10.y} are kernels, {@code v4l-utils} and {@code v9fs} are names.
 *
 * @param tags the words around the version: {@code PATCH} of {@code PATCHv3}, {@code RESEND} of
 *     {@code v2-resend}; the whole token where there is no version
 * @param version the version
 */
public record VersionToken(List<String> tags, Optional<VersionNumber> version) {
  private static final int MAX_DIGITS = 4;
  private static final int MAX_SUFFIX = 16;

  /** Words that stand for the v, glued to the number or before it. */
  private static final Set<String> VERSION_WORDS =
      Set.of("v", "ver", "vers", "version", "rev", "revision", "take", "try", "attempt");

  /** What begins like a version, and is the name of a project. */
  private static final List<String> NAMES = List.of("v4l", "v9fs", "v3d");

  /** Words behind a version which say where the patches go. */
  private static final Set<String> TREES =
      Set.of("next", "stable", "net", "mm", "tip", "fixes", "master", "main", "devel", "staging");

  /** Takes {@code token} apart. */
  public static VersionToken split(String token) {
    for (int i = token.length() - 2; i >= 0; i--) {
      if (isV(token.charAt(i)) && isDigit(token.charAt(i + 1))) {
        Optional<VersionToken> read = at(token, i, i + 1);
        if (read.isPresent()) {
          return read.get();
        }
      }
    }
    int digits = 0;
    while (digits < token.length() && !isDigit(token.charAt(digits))) {
      digits++;
    }
    boolean isWord =
        digits > 1 && digits < token.length() && isVersionWord(token.substring(0, digits));
    Optional<VersionToken> spelled = isWord ? at(token, 0, digits) : Optional.empty();
    return spelled.isPresent() ? spelled.get() : new VersionToken(List.of(token), Optional.empty());
  }

  /** Whether {@code word} announces the number behind it: {@code version 2}, {@code take 2}. */
  static boolean isVersionWord(String word) {
    String plain = word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
    return VERSION_WORDS.contains(plain.toLowerCase(Locale.ROOT));
  }

  private static Optional<VersionToken> at(String token, int v, int digits) {
    int end = digits;
    while (end < token.length() && isDigit(token.charAt(end))) {
      end++;
    }
    OptionalInt number = number(token.substring(digits, end));
    String word = token.substring(0, v);
    String tail = token.substring(end);
    boolean isName = word.isEmpty() && isName(token);
    if (number.isEmpty() || !isGluable(word) || isName || !isSuffix(tail)) {
      return Optional.empty();
    }
    String before = withoutJoint(word);
    String said = tail.isEmpty() ? "" : withoutLeadingJoint(tail);
    boolean isTag = !tail.isEmpty() && (SubjectLine.isMark(said) || isTree(said));
    VersionNumber version = new VersionNumber(number.getAsInt(), isTag ? "" : tail, false);
    List<String> tags =
        before.isEmpty()
            ? isTag ? List.of(said) : List.of()
            : isTag ? List.of(before, said) : List.of(before);
    return Optional.of(new VersionToken(tags, Optional.of(version)));
  }

  /** A number behind a point has one digit: {@code v5.10} is a kernel, as is all that has more. */
  private static boolean isSuffix(String tail) {
    if (tail.isEmpty()) {
      return true;
    }
    if (tail.charAt(0) == '.' && tail.length() > 1 && isDigit(tail.charAt(1))) {
      return tail.length() == 2;
    }
    String word = withoutLeadingJoint(tail);
    int letters = 0;
    while (letters < word.length() && Character.isLetter(word.charAt(letters))) {
      letters++;
    }
    int digits = letters;
    while (digits < word.length() && (isDigit(word.charAt(digits)) || word.charAt(digits) == '.')) {
      digits++;
    }
    boolean isWord = letters > 0 && digits == word.length() && tail.length() <= MAX_SUFFIX;
    boolean isSeries = tail.equalsIgnoreCase(".y") || tail.equalsIgnoreCase(".x");
    return (isWord || isTree(word)) && !isSeries;
  }

  /** Whether {@code word} says where patches go: {@code net-next}. */
  static boolean isTree(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return TREES.contains(lower) || lower.endsWith("-next");
  }

  private static boolean isName(String token) {
    String lower = token.toLowerCase(Locale.ROOT);
    for (String name : NAMES) {
      if (lower.startsWith(name)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the {@code PATCH} of {@code PATCH-}, as {@code PATCH-v3} begins. */
  static String withoutJoint(String word) {
    boolean joined = !word.isEmpty() && isJoint(word.charAt(word.length() - 1));
    return joined ? word.substring(0, word.length() - 1) : word;
  }

  private static String withoutLeadingJoint(String tail) {
    return isJoint(tail.charAt(0)) ? tail.substring(1) : tail;
  }

  static boolean isJoint(char c) {
    return "-_.:+~".indexOf(c) >= 0;
  }

  /** A version may be glued to nothing, to capitals (PATCHv2), or behind a dash (next-v2). */
  private static boolean isGluable(String word) {
    if (word.isEmpty()) {
      return true;
    }
    char last = word.charAt(word.length() - 1);
    return Character.isUpperCase(last)
        || last == '-'
        || last == '_'
        || SubjectLine.isPatchWord(word)
        || SubjectLine.isPatchWord(withoutJoint(word))
        || word.endsWith("next");
  }

  private static boolean isV(char c) {
    return c == 'v' || c == 'V';
  }

  /** Whether {@code c} is one of the ten digits of ASCII. */
  public static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Reads a number of few digits; none where there is anything else. */
  public static OptionalInt number(String text) {
    if (text.isEmpty() || text.length() > MAX_DIGITS) {
      return OptionalInt.empty();
    }
    int value = 0;
    for (int i = 0; i < text.length(); i++) {
      if (!isDigit(text.charAt(i))) {
        return OptionalInt.empty();
      }
      value = value * 10 + (text.charAt(i) - '0');
    }
    return OptionalInt.of(value);
  }
}
