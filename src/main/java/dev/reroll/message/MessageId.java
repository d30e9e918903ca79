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

  // Spelled out, since ids are keys: what a record generates is linked at run time, which takes
  // longer than the rest of a small comparison.

  @Override
  public boolean equals(Object other) {
    return other instanceof MessageId that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return value;
  }
}
