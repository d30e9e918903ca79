package dev.reroll.problem;

/**
 * Where something was read.
 *
 * @param container the name of the file, or {@code -} for standard input
 * @param byteOffset 0-based offset in the decompressed stream
 */
public record Locator(String container, long byteOffset) {
  public Locator {
    if (byteOffset < 0) {
      throw new IllegalArgumentException("negative offset " + byteOffset);
    }
  }

  /** Returns the place {@code count} octets further on in the same container. */
  public Locator plus(long count) {
    return new Locator(container, byteOffset + count);
  }

  /** Whether it is the same place. */
  public boolean isAt(Locator other) {
    return byteOffset == other.byteOffset && container.equals(other.container);
  }

  /** Formats as {@code container:offset}, as warnings print it. */
  @Override
  public String toString() {
    return container + ":" + byteOffset;
  }
}
