package dev.reroll.bytes;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A read-only run of bytes within an array: slices share the array, nothing is copied.
 *
 * <p>Mail bodies, diffs and paths stay octets to the end; only {@code mail} decodes, with a charset
 * that it names.
 */
public final class Octets {
  /** No octets at all. */
  public static final Octets EMPTY = new Octets(new byte[0], 0, 0);

  private final byte[] array;
  private final int start;
  private final int end;

  private Octets(byte[] array, int start, int end) {
    this.array = array;
    this.start = start;
    this.end = end;
  }

  /**
   * Wraps {@code array} without copying it: the caller hands it over and no longer writes to it.
   */
  public static Octets wrap(byte[] array) {
    return new Octets(array, 0, array.length);
  }

  /** Wraps {@code array[from..to)} without copying it. */
  public static Octets wrap(byte[] array, int from, int to) {
    if (from < 0 || to < from || to > array.length) {
      throw outside(from, to, array.length);
    }
    return new Octets(array, from, to);
  }

  /** Returns the UTF-8 octets of {@code text}. */
  public static Octets utf8(String text) {
    return wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  public int length() {
    return end - start;
  }

  public boolean isEmpty() {
    return end == start;
  }

  /** Returns the octet at {@code index}, 0-based; the caller keeps it below {@link #length()}. */
  public byte at(int index) {
    return array[start + index];
  }

  /** Returns the octets {@code [from, to)} of these, sharing the array. */
  public Octets slice(int from, int to) {
    if (from < 0 || to < from || to > end - start) {
      throw outside(from, to, length());
    }
    return new Octets(array, start + from, start + to);
  }

  /** Stands apart, since the quick compiler only inlines what is short. */
  private static IndexOutOfBoundsException outside(int from, int to, int length) {
    return new IndexOutOfBoundsException(from + ".." + to + " of " + length);
  }

  /** Returns the octets from {@code from} to the end, sharing the array. */
  public Octets slice(int from) {
    return slice(from, length());
  }

  /** Finds the first {@code octet} at or after {@code from}; −1 where there is none. */
  public int indexOf(char octet, int from) {
    byte wanted = (byte) octet;
    byte[] octets = array;
    int to = end;
    for (int i = start + from; i < to; i++) { // Locals only: a short run interprets this loop.
      if (octets[i] == wanted) {
        return i - start;
      }
    }
    return -1;
  }

  /**
   * Returns where the line that begins at {@code from} ends: just behind its LF, or at the end of
   * the octets.
   */
  public int endOfLine(int from) {
    int lineFeed = indexOf('\n', from);
    return lineFeed < 0 ? length() : lineFeed + 1;
  }

  /** Whether all octets are ASCII. */
  public boolean isAscii() {
    byte[] octets = array;
    int to = end;
    for (int i = start; i < to; i++) { // Locals only: a short run interprets this loop.
      if (octets[i] < 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether these octets begin with the ASCII characters of {@code prefix}. */
  public boolean startsWith(String prefix) {
    return startsWith(prefix, 0);
  }

  /** Whether the ASCII characters of {@code prefix} stand at {@code from}. */
  public boolean startsWith(String prefix, int from) {
    int length = prefix.length();
    if (from < 0 || length > end - start - from) {
      return false;
    }
    byte[] octets = array;
    int at = start + from;
    for (int i = 0; i < length; i++) { // Locals only: a short run interprets this loop.
      if (octets[at + i] != (byte) prefix.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether these octets end with the ASCII characters of {@code suffix}. */
  public boolean endsWith(String suffix) {
    return startsWith(suffix, length() - suffix.length());
  }

  /** Orders by the octets' unsigned values, as git orders paths; a prefix comes first. */
  public static int compareUnsigned(Octets before, Octets after) {
    return Arrays.compareUnsigned(
        before.array, before.start, before.end, after.array, after.start, after.end);
  }

  /** Decodes with {@code charset}; what it cannot read becomes its replacement character. */
  public String decode(Charset charset) {
    return new String(array, start, length(), charset);
  }

  /** Returns a copy that the caller owns. */
  public byte[] toByteArray() {
    return Arrays.copyOfRange(array, start, end);
  }

  /** Copies the octets {@code [from, to)} into {@code target} at {@code targetIndex}. */
  public void copyTo(int from, int to, byte[] target, int targetIndex) {
    System.arraycopy(array, start + from, target, targetIndex, to - from);
  }

  /** Writes all octets to {@code out}. */
  public void writeTo(OutputStream out) throws IOException {
    out.write(array, start, length());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Octets that
        && Arrays.equals(array, start, end, that.array, that.start, that.end);
  }

  @Override
  public int hashCode() {
    int hash = 1;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + array[i];
    }
    return hash;
  }

  /** Decodes as UTF-8, for messages and debugging. */
  @Override
  public String toString() {
    return decode(StandardCharsets.UTF_8);
  }
}
