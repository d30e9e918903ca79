package dev.reroll.source.mirror.inbox;

/**
 * Numbers a mail within an inbox, in order of arrival.
 *
 * @param value the epoch × 2³² + the number of commits of the epoch before the mail's
 */
public record MailNumber(long value) implements Comparable<MailNumber> {
  private static final int BITS = 32;

  /** Numbers the mail at a 0-based position of an epoch. */
  public static MailNumber of(int epoch, int position) {
    return new MailNumber(((long) epoch << BITS) + position);
  }

  /** Returns the number of the epoch that has the mail. */
  public int epoch() {
    return (int) (value >> BITS);
  }

  @Override
  public int compareTo(MailNumber other) {
    return Long.compare(value, other.value);
  }
}
