package dev.reroll.mail;

import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads the version out of one word of a bracket group.
 *
 * <p>{@code v2}, {@code V2}, {@code PATCHv2}, {@code RFC-v2} and {@code nf-nextv2} have one; {@code
 * v2.1} is version 2 in part; {@code v6.20} and {@code v5.10.y} are kernels.
 */
final class VersionToken {
  private static final int MAX_DIGITS = 4;

  /** Kernels that are looked after for years, whose names look like partial rerolls. */
  private static final Set<String> KERNELS = Set.of("4.4", "4.9", "5.4", "6.1", "6.6");

  private VersionToken() {}

  /**
   * Splits {@code token} into a word and its version: {@code PATCH} and 3 for {@code PATCHv3}, the
   * whole token and 2 for {@code v2.1}, an empty word for {@code v2}.
   */
  static Split split(String token) {
    int digits = token.length();
    while (digits > 0 && isDigit(token.charAt(digits - 1))) {
      digits--;
    }
    OptionalInt minor = minorOf(token);
    if (minor.isPresent()) {
      return new Split(token, number(token.substring(1, token.indexOf('.'))));
    }
    OptionalInt version = number(token.substring(digits));
    if (version.isEmpty() || digits == 0 || !isV(token.charAt(digits - 1))) {
      return new Split(token, OptionalInt.empty());
    }
    String word = token.substring(0, digits - 1);
    return isGluable(word)
        ? new Split(withoutJoint(word), version)
        : new Split(token, OptionalInt.empty());
  }

  /** Returns the {@code PATCH} of {@code PATCH-}, as {@code PATCH-v3} begins. */
  private static String withoutJoint(String word) {
    boolean joined = !word.isEmpty() && "-_.:".indexOf(word.charAt(word.length() - 1)) >= 0;
    return joined ? word.substring(0, word.length() - 1) : word;
  }

  /** Returns the 1 of {@code v2.1}, unless that is the name of a kernel. */
  static OptionalInt minorOf(String token) {
    int dot = token.indexOf('.');
    boolean shaped = dot >= 2 && dot == token.length() - 2 && isV(token.charAt(0));
    if (!shaped || KERNELS.contains(token.substring(1)) || number(token, 1, dot).isEmpty()) {
      return OptionalInt.empty();
    }
    return number(token.substring(dot + 1));
  }

  private static OptionalInt number(String token, int from, int to) {
    return number(token.substring(from, to));
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
        || SubjectLine.isPatchWord(word);
  }

  private static boolean isV(char c) {
    return c == 'v' || c == 'V';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Reads a number of few digits; none where there is anything else. */
  static OptionalInt number(String text) {
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

  /** A word without its version, and the version. */
  record Split(String word, OptionalInt version) {}
}
