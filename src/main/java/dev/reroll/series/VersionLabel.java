package dev.reroll.series;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
 */
public record VersionLabel(int number, int minor, boolean rfc, boolean resend, int repetition) {
  /** Is loaded only where somebody types a label. */
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

  /** Reads a label as {@link #toString()} writes it; a bare number {@code N} stands for vN. */
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

  /** Says whether it is a number and nothing else. */
  boolean isBare() {
    return minor == 0 && !rfc && !resend && repetition == 0;
  }

  @Override
  public String toString() {
    String letter = repetition == 0 ? "" : String.valueOf((char) ('a' + Math.min(repetition, 25)));
    return (rfc ? "rfc-v" : "v")
        + number
        + (minor == 0 ? "" : "." + minor)
        + letter
        + (resend ? "-resend" : "");
  }
}
