package dev.reroll.series;

import dev.reroll.mail.subject.VersionNumber;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names a version within its series, as people call it: {@code v2}, {@code rfc-v1}, {@code
 * v6-resend}, {@code v6a}; {@code v2b} is the second posting with the label {@code v2}, unless its
 * sender called one so; {@code v2.1} is mostly a reroll of single patches.
 *
 * <p>Two labels that read alike, in any case of letters, are equal.
 *
 * @param number the number in the subject; 1 where there is none
 * @param suffix what the sender wrote behind it, such as {@code a} or {@code .1}; mostly empty
 * @param rfc whether it was sent for comments only
 * @param resend whether it was sent once more without a change
 * @param repetition 0 for the first posting with this label, 1 for the next
 * @param name what people are shown instead, such as the mailbox that holds the version, where the
 *     label alone does not tell it from another; says nothing about which version it is, so labels
 *     that differ in it only are equal
 */
public record VersionLabel(
    int number, String suffix, boolean rfc, boolean resend, int repetition, Optional<String> name)
    implements Comparable<VersionLabel> {
  private static final int LETTERS = 26;

  /** Loaded only where somebody types a label. */
  private static final class Form {
    static final Pattern OF_LABEL =
        Pattern.compile(
            "(rfc-)?v?(\\d{1,6})((?:\\.\\d{1,2})?(?:[-_+~]?[a-z]{1,14}[-.]?\\d{0,3})?)(-resend)?",
            Pattern.CASE_INSENSITIVE);
  }

  public VersionLabel {
    if (number < 0 || repetition < 0) {
      throw new IllegalArgumentException("no label: " + number + ", " + repetition);
    }
  }

  /** Makes a label that is shown as it is. */
  public VersionLabel(int number, String suffix, boolean rfc, boolean resend, int repetition) {
    this(number, suffix, rfc, resend, repetition, Optional.empty());
  }

  /**
   * Makes the label of commits, which have no version.
   *
   * @param range what people are shown
   * @param ordinal 0 for the older side of a comparison, 1 for the newer one
   */
  public static VersionLabel ofCommits(String range, int ordinal) {
    return new VersionLabel(0, "", false, false, ordinal, Optional.of(range));
  }

  /** Reads a label as {@link #plain()} writes it; a bare number {@code N} stands for vN. */
  public static Optional<VersionLabel> parse(String text) {
    Matcher matcher = Form.OF_LABEL.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String suffix = matcher.group(3);
    boolean isResend = suffix.equalsIgnoreCase("-resend");
    return Optional.of(
        new VersionLabel(
            Integer.parseInt(matcher.group(2)),
            isResend ? "" : suffix,
            matcher.group(1) != null,
            isResend || matcher.group(4) != null,
            0));
  }

  /** Returns the label of a later posting under the same number and tags. */
  VersionLabel repeated(int times) {
    return new VersionLabel(number, suffix, rfc, resend, times);
  }

  /** Whether it is a number and nothing else. */
  boolean isBare() {
    return suffix.isEmpty() && !rfc && !resend && repetition == 0;
  }

  /** Returns the same label, shown as {@code shown}. */
  public VersionLabel called(String shown) {
    return new VersionLabel(number, suffix, rfc, resend, repetition, Optional.of(shown));
  }

  /** Returns the 1 of {@code v2.1}. */
  OptionalInt minor() {
    return new VersionNumber(number, suffix, false).minor();
  }

  /**
   * Orders by number, then by what stands behind it: {@code v3-rc1}, {@code v3}, {@code v3.1},
   * {@code v3.2}, {@code v3a}. What cannot be told ({@code v3-fix}, {@code v3-final}) is equal.
   */
  @Override
  public int compareTo(VersionLabel other) {
    int byNumber = Integer.compare(number, other.number);
    if (byNumber != 0 || suffix.equals(other.suffix)) {
      return byNumber;
    }
    int byStage = Integer.compare(stage(), other.stage());
    return byStage != 0 ? byStage : SuffixOrder.compare(suffix, other.suffix);
  }

  private int stage() {
    return suffix.isEmpty() ? 0 : VersionNumber.isEarly(suffix) ? -1 : 1;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof VersionLabel label
        && number == label.number
        && rfc == label.rfc
        && (hasPartsOf(label) || plain().equalsIgnoreCase(label.plain()));
  }

  private boolean hasPartsOf(VersionLabel label) {
    return resend == label.resend && repetition == label.repetition && suffix.equals(label.suffix);
  }

  @Override
  public int hashCode() {
    return plain().toLowerCase(Locale.ROOT).hashCode();
  }

  /** Returns what people are shown: the name, else {@link #plain()}. */
  @Override
  public String toString() {
    return name.isPresent() ? name.get() : plain();
  }

  /** Returns the label itself, such as {@code v2}, whatever is shown instead. */
  public String plain() {
    return (rfc ? "rfc-v" : "v") + number + suffix + letters() + (resend ? "-resend" : "");
  }

  /** Returns b for the second posting, z for the 26th, aa for the next. */
  private String letters() {
    if (repetition == 0) {
      return "";
    }
    int left = repetition;
    StringBuilder letters = new StringBuilder(2);
    do {
      letters.insert(0, (char) ('a' + left % LETTERS));
      left = left / LETTERS - 1;
    } while (left >= 0);
    return letters.toString();
  }

  /** Compares what stands behind two equal numbers: number with number, word with word. */
  private static final class SuffixOrder {
    private SuffixOrder() {}

    static int compare(String one, String other) {
      int words = word(one).compareToIgnoreCase(word(other));
      boolean areLetters = word(one).length() == 1 && word(other).length() == 1;
      if (words != 0) {
        boolean isPoint = word(one).isEmpty() || word(other).isEmpty();
        return areLetters || isPoint ? words : 0;
      }
      return Integer.compare(number(one), number(other));
    }

    private static String word(String suffix) {
      StringBuilder letters = new StringBuilder(suffix.length());
      for (int i = 0; i < suffix.length(); i++) {
        if (Character.isLetter(suffix.charAt(i))) {
          letters.append(suffix.charAt(i));
        }
      }
      return letters.toString();
    }

    /** Returns the last number in it; 0 where there is none. */
    private static int number(String suffix) {
      int start = suffix.length();
      while (start > 0 && Character.isDigit(suffix.charAt(start - 1))) {
        start--;
      }
      return start == suffix.length() ? 0 : Integer.parseInt(suffix.substring(start));
    }
  }
}
