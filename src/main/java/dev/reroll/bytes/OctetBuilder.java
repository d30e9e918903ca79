package dev.reroll.bytes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Collects octets; what it hands out at the end is not copied once more. */
public final class OctetBuilder {
  private byte[] array;
  private int length;

  /**
   * Starts empty.
   *
   * @param expectedLength how many octets to make room for; more may follow
   */
  public OctetBuilder(int expectedLength) {
    array = new byte[Math.max(16, expectedLength)];
  }

  /** Appends the low eight bits of {@code octet}. */
  public OctetBuilder append(int octet) {
    makeRoom(1);
    array[length++] = (byte) octet;
    return this;
  }

  /** Appends all of {@code octets}. */
  public OctetBuilder append(Octets octets) {
    return append(octets, 0, octets.length());
  }

  /** Appends {@code octets[from..to)}. */
  public OctetBuilder append(Octets octets, int from, int to) {
    makeRoom(to - from);
    octets.copyTo(from, to, array, length);
    length += to - from;
    return this;
  }

  /** Appends the UTF-8 octets of {@code text}. */
  public OctetBuilder append(String text) {
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    makeRoom(octets.length);
    System.arraycopy(octets, 0, array, length, octets.length);
    length += octets.length;
    return this;
  }

  public int length() {
    return length;
  }

  public boolean isEmpty() {
    return length == 0;
  }

  /** Returns the octet at {@code index}, 0-based; the caller keeps it below {@link #length()}. */
  public byte at(int index) {
    return array[index];
  }

  /** Forgets everything from {@code newLength} on. */
  public OctetBuilder truncate(int newLength) {
    length = Math.min(length, newLength);
    return this;
  }

  /** Returns the octets collected so far; this builder must not be used any more. */
  public Octets toOctets() {
    return Octets.wrap(array, 0, length);
  }

  private void makeRoom(int count) {
    if (count > array.length - length) {
      array = Arrays.copyOf(array, Math.max(array.length * 2, Math.addExact(length, count)));
    }
  }
}
