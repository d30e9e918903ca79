package dev.reroll.series;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names a version within its series, as people call it: {@code v2}, {@code rfc-v1}, {@code
 * v6-resend}; {@code v2b} is the second posting with the label {@code v2}, {@code v2.1} a reroll of
 * single patches of it.
 *
 * @param number the number in the subject; 1 where there is none
 * @param minor the 1 of {@code v2.1}; 0 where there is none
 * @param rfc whether it was sent for comments only
 * @param resend whether it was sent once more without a change
 * @param repetition 0 for the first posting with this label, 1 for the next
 * @param name what people are shown instead, such as the mailbox that holds the version, where the
 *     label alone does not tell it from another; says nothing about which version it is, so labels
 *     that differ in it only are equal
 */
public record VersionLabel(
    int number, int minor, boolean rfc, boolean resend, int repetition, Optional<String> name) {
  /** Loaded only where somebody types a label. */
  private static final class Form {
    static final Pattern OF_LABEL =
        Pattern.compile(
            "(rfc-)?v?(\\d{1,6})(?:\\.(\\d{1,2}))?([b-z])?(-resend)?", Pattern.CASE_INSENSITIVE);
  }

  public VersionLabel {
    if (number < 0 || minor < 0 || repetition < 0) {
      throw new IllegalArgumentException("no label: " + number + ", " + repetition);
    }
  }

  /** Makes a label that is shown as it is. */
  public VersionLabel(int number, int minor, boolean rfc, boolean resend, int repetition) {
    this(number, minor, rfc, resend, repetition, Optional.empty());
  }

  /**
   * Makes the label of commits, which have no version.
   *
   * @param range what people are shown
   * @param ordinal 0 for the older side of a comparison, 1 for the newer one
   */
  public static VersionLabel ofCommits(String range, int ordinal) {
    return new VersionLabel(0, 0, false, false, ordinal, Optional.of(range));
  }

  /** Reads a label as {@link #plain()} writes it; a bare number {@code N} stands for vN. */
  public static Optional<VersionLabel> parse(String text) {
    Matcher matcher = Form.OF_LABEL.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String minor = matcher.group(3);
    String letter = matcher.group(4);
    int repetition = letter == null ? 0 : Character.toLowerCase(letter.charAt(0)) - 'a';
    return Optional.of(
        new VersionLabel(
            Integer.parseInt(matcher.group(2)),
            minor == null ? 0 : Integer.parseInt(minor),
            matcher.group(1) != null,
            matcher.group(5) != null,
            repetition));
  }

  /** Returns the label of a later posting under the same number and tags. */
  VersionLabel repeated(int times) {
    return new VersionLabel(number, minor, rfc, resend, times);
  }

  /** Whether it is a number and nothing else. */
  boolean isBare() {
    return minor == 0 && !rfc && !resend && repetition == 0;
  }

  /** Returns the same label, shown as {@code shown}. */
  public VersionLabel called(String shown) {
    return new VersionLabel(number, minor, rfc, resend, repetition, Optional.of(shown));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof VersionLabel label
        && number == label.number
        && minor == label.minor
        && rfc == label.rfc
        && resend == label.resend
        && repetition == label.repetition;
  }

  @Override
  public int hashCode() {
    return ((number * 31 + minor) * 31 + repetition) * 4 + (rfc ? 2 : 0) + (resend ? 1 : 0);
  }

  /** Returns what people are shown: the name, else {@link #plain()}. */
  @Override
  public String toString() {
    return name.isPresent() ? name.get() : plain();
  }

  /** Returns the label itself, such as {@code v2}, whatever is shown instead. */
  public String plain() {
    String letter = repetition == 0 ? "" : String.valueOf((char) ('a' + Math.min(repetition, 25)));
    return (rfc ? "rfc-v" : "v")
        + number
        + (minor == 0 ? "" : "." + minor)
        + letter
        + (resend ? "-resend" : "");
  }
}
