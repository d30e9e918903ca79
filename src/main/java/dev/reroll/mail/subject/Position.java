package dev.reroll.mail.subject;

/**
 * Which patch of a series a mail is, as its subject claims: {@code 3/10}.
 *
 * @param ordinal 1-based; 0 is the cover letter; may exceed {@code total} (a late {@code 6/5})
 * @param total how many patches the series says it has; 0 where only a file name gives the number
 */
public record Position(int ordinal, int total) {
  public Position {
    if (ordinal < 0 || total < 0) {
      throw new IllegalArgumentException(ordinal + "/" + total);
    }
  }

  /** Formats as {@code 3/10}. */
  @Override
  public String toString() {
    return ordinal + "/" + total;
  }
}
