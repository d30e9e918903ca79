package dev.reroll.message;

/**
 * Names a mail: the text between the angle brackets of its {@code Message-ID} header (RFC 5322,
 * 3.6.4), case kept.
 *
 * @param value the id without brackets, not empty
 */
public record MessageId(String value) {
  public MessageId {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("a message id is not empty");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
