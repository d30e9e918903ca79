package dev.reroll.source.mirror;

/**
 * Numbers a mail within an inbox, in order of arrival.
 *
 * @param value the epoch × 2³² + the number of commits of the epoch before the mail's
 */
record MailNumber(long value) implements Comparable<MailNumber> {
  private static final int BITS = 32;

  static MailNumber of(int epoch, int position) {
    return new MailNumber(((long) epoch << BITS) + position);
  }

  int epoch() {
    return (int) (value >> BITS);
  }

  @Override
  public int compareTo(MailNumber other) {
    return Long.compare(value, other.value);
  }
}
