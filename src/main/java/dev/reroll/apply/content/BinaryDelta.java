package dev.reroll.apply.content;

import dev.reroll.message.OctetBuilder;
import dev.reroll.message.Octets;
import java.util.Optional;

/**
 * Applies a delta: runs copied from the old content, and new octets between (gitformat-pack(5),
 * "Deltified representation").
 */
final class BinaryDelta {
  private static final int COPIES = 0x80;
  private static final int LONGEST_COPY = 0x10000;

  /** No file in a mail is larger; a delta may claim anything. */
  private static final int LARGEST = 1 << 29;

  private final Octets delta;
  private final Octets base;
  private int index;

  private BinaryDelta(Octets delta, Octets base) {
    this.delta = delta;
    this.base = base;
  }

  /** Returns the new content; empty where the delta is damaged or made for another old one. */
  static Optional<Octets> apply(Octets delta, Octets base) {
    return new BinaryDelta(delta, base).apply();
  }

  private Optional<Octets> apply() {
    long baseSize = size();
    long size = size();
    if (baseSize != base.length() || size < 0 || size > LARGEST) {
      return Optional.empty();
    }
    OctetBuilder made = new OctetBuilder((int) Math.min(size, 1 << 20));
    while (index < delta.length()) {
      int command = octet();
      boolean done = (command & COPIES) != 0 ? copy(command, made) : insert(command, made);
      if (!done || made.length() > size) {
        return Optional.empty();
      }
    }
    return made.length() == size ? Optional.of(made.toOctets()) : Optional.empty();
  }

  /** Reads a number in groups of seven bits, lowest first; −1 where there is none. */
  private long size() {
    long size = 0;
    for (int shift = 0; shift < 35 && index < delta.length(); shift += 7) {
      int octet = octet();
      size |= (long) (octet & 0x7f) << shift;
      if ((octet & 0x80) == 0) {
        return size;
      }
    }
    return -1;
  }

  private boolean copy(int command, OctetBuilder made) {
    long from = number(command, 4);
    int length = (int) number(command >> 4, 3);
    length = length == 0 ? LONGEST_COPY : length;
    if (from < 0 || length < 0 || from + length > base.length()) {
      return false;
    }
    made.append(base, (int) from, (int) from + length);
    return true;
  }

  /** Reads the octets of a number, lowest first, that {@code bits} say are there; −1 at the end. */
  private long number(int bits, int octetCount) {
    long value = 0;
    for (int i = 0; i < octetCount; i++) {
      if ((bits & 1 << i) != 0) {
        if (index >= delta.length()) {
          return -1;
        }
        value |= (long) octet() << (8 * i);
      }
    }
    return value;
  }

  private boolean insert(int length, OctetBuilder made) {
    if (length == 0 || index + length > delta.length()) {
      return false;
    }
    made.append(delta, index, index + length);
    index += length;
    return true;
  }

  private int octet() {
    return delta.at(index++) & 0xff;
  }
}
