package dev.reroll.mail.subject;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * The version in a subject: the 2 of {@code v2}, and what is glued behind it.
 *
 * <p>{@code git format-patch -v} takes any text for a number, and people write {@code v6a}, {@code
 * v2.1}, {@code v2rev1}, {@code v2_final} for a version a little later than the number, and {@code
 * v3-rc1} for one a little earlier.
 *
 * @param number the whole number
 * @param suffix what is behind it, as the sender wrote it; empty for most
 * @param inTitle whether it stands in the title ({@code foo, v2}), where others of the same posting
 *     may lack it or have one of their own
 */
public record VersionNumber(int number, String suffix, boolean inTitle) {
  public VersionNumber {
    if (number < 0) {
      throw new IllegalArgumentException("version " + number);
    }
  }

  /** Returns the version {@code number} without anything behind it, from the brackets. */
  public static VersionNumber plain(int number) {
    return new VersionNumber(number, "", false);
  }

  /** Returns the 1 of {@code v2.1}, a reroll of single patches of version 2, mostly. */
  public OptionalInt minor() {
    return suffix.startsWith(".") ? VersionToken.number(suffix.substring(1)) : OptionalInt.empty();
  }

  /** Whether both are the same, in any case of letters and wherever they stand. */
  public boolean isSame(VersionNumber other) {
    return number == other.number && suffix.equalsIgnoreCase(other.suffix);
  }

  /** Whether it is for a try before the number itself: {@code v3-rc1}, {@code v3-pre2}. */
  public static boolean isEarly(String suffix) {
    String word = suffix.toLowerCase(Locale.ROOT);
    int start = !word.isEmpty() && VersionToken.isJoint(word.charAt(0)) ? 1 : 0;
    int end = word.length();
    while (end > start && !Character.isLetter(word.charAt(end - 1))) {
      end--;
    }
    return switch (word.substring(start, end)) {
      case "rc", "pre", "draft", "wip", "alpha", "beta" -> true;
      default -> false;
    };
  }

  /** Formats as the sender wrote it, such as {@code v6a}. */
  @Override
  public String toString() {
    return "v" + number + suffix;
  }
}
