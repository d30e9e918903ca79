package dev.reroll.linediff;

import dev.reroll.bytes.Octets;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Gives equal lines the same number, so that comparing lines is comparing ints.
 *
 * <p>Numbers count up from 0 in the order in which lines are first seen. A line includes its
 * terminator: one without is another line. The arrays handed in are kept, not copied, and must not
 * be written to afterwards. Not for several threads at once, but once all lines are there several
 * may read: two that measure the same indent write the same number.
 *
 * <p>A hash table with open addressing; the hash is seeded anew for each table, so that nobody can
 * prepare a mail whose lines collide.
 */
public final class LineTable {
  /** The indent of a blank line. */
  public static final int BLANK = -1;

  private static final int MAX_INDENT = 200;
  private static final int TAB_WIDTH = 8;
  private static final int UNKNOWN = -2;
  private static final int NOBODY = -1;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final long seed = ThreadLocalRandom.current().nextLong();
  private int size;
  private byte[][] arrays = new byte[256][];
  private int[] starts = new int[256];
  private int[] ends = new int[256];
  private int[] hashes = new int[256];
  private int[] indents = new int[256];
  private int[] slots = emptySlots(512);

  private static int[] emptySlots(int count) {
    int[] slots = new int[count];
    Arrays.fill(slots, NOBODY);
    return slots;
  }

  /** Returns how many different lines there are; ids are below it. */
  public int size() {
    return size;
  }

  /** Returns the id of {@code line}, which is new where no equal line was seen. */
  public int intern(Octets line) {
    return intern(line.toByteArray(), 0, line.length());
  }

  /** Returns the id of the line {@code array[from..to)}; the array is kept if the line is new. */
  public int intern(byte[] array, int from, int to) {
    if (size == arrays.length) {
      grow();
    }
    int hash = hash(array, from, to);
    int mask = slots.length - 1;
    int slot = hash & mask;
    while (slots[slot] != NOBODY) {
      int id = slots[slot];
      if (hashes[id] == hash && isLine(id, array, from, to)) {
        return id;
      }
      slot = (slot + 1) & mask;
    }
    slots[slot] = size;
    return append(array, from, to, hash);
  }

  /**
   * Whether {@code array[from..to)} is the line that has {@code id}. By hand: what {@code Arrays}
   * has for it is ten times slower while it is interpreted, and a short run is.
   */
  private boolean isLine(int id, byte[] array, int from, int to) {
    byte[] known = arrays[id];
    int at = starts[id];
    if (ends[id] - at != to - from) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (known[at++] != array[i]) {
        return false;
      }
    }
    return true;
  }

  /** Returns the ids of all lines of {@code text}, each up to and with its LF, in order. */
  public int[] internLines(Octets text) {
    byte[] array = text.toByteArray();
    int[] ids = new int[16];
    int count = 0;
    for (int from = 0; from < array.length; ) {
      int to = from;
      while (to < array.length && array[to++] != '\n') {}
      if (count == ids.length) {
        ids = Arrays.copyOf(ids, count * 2);
      }
      ids[count++] = intern(array, from, to);
      from = to;
    }
    return Arrays.copyOf(ids, count);
  }

  /** Returns the line that has {@code id}, with its terminator. */
  public Octets line(int id) {
    checkId(id);
    return Octets.wrap(arrays[id], starts[id], ends[id]);
  }

  /**
   * Returns how many columns come before the first character that is not white space; at most 200.
   *
   * <p>{@link #BLANK} for a line of white space only. White space is space, tab (to the next
   * multiple of 8), CR and LF; a form feed is an ordinary character.
   */
  public int indent(int id) {
    checkId(id);
    if (indents[id] == UNKNOWN) {
      indents[id] = measureIndent(arrays[id], starts[id], ends[id]);
    }
    return indents[id];
  }

  private void checkId(int id) {
    if (id < 0 || id >= size) {
      throw new IndexOutOfBoundsException("line " + id + " of " + size);
    }
  }

  private static int measureIndent(byte[] array, int from, int to) {
    int column = 0;
    for (int i = from; i < to && column < MAX_INDENT; i++) {
      switch (array[i]) {
        case ' ' -> column++;
        case '\t' -> column += TAB_WIDTH - column % TAB_WIDTH;
        case '\r', '\n' -> {}
        default -> {
          return column;
        }
      }
    }
    return column < MAX_INDENT ? BLANK : MAX_INDENT;
  }

  private int append(byte[] array, int from, int to, int hash) {
    arrays[size] = array;
    starts[size] = from;
    ends[size] = to;
    hashes[size] = hash;
    indents[size] = UNKNOWN;
    return size++;
  }

  /** Doubles the room for lines; the slots stay at most half full. */
  private void grow() {
    int capacity = size * 2;
    arrays = Arrays.copyOf(arrays, capacity);
    starts = Arrays.copyOf(starts, capacity);
    ends = Arrays.copyOf(ends, capacity);
    hashes = Arrays.copyOf(hashes, capacity);
    indents = Arrays.copyOf(indents, capacity);
    slots = emptySlots(capacity * 2);
    int mask = slots.length - 1;
    for (int id = 0; id < size; id++) {
      int slot = hashes[id] & mask;
      while (slots[slot] != NOBODY) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = id;
    }
  }

  private int hash(byte[] array, int from, int to) {
    long hash = seed + to - from;
    int i = from;
    // By hand: a VarHandle reads quicker, but to link one takes longer than to read a short series.
    for (; i + Integer.BYTES <= to; i += Integer.BYTES) {
      int word =
          (array[i] & 0xff)
              | ((array[i + 1] & 0xff) << 8)
              | ((array[i + 2] & 0xff) << 16)
              | (array[i + 3] << 24);
      hash = (hash ^ word) * SPREAD;
      hash ^= hash >>> 32;
    }
    for (; i < to; i++) {
      hash = (hash ^ array[i]) * SPREAD;
      hash ^= hash >>> 32;
    }
    return (int) (hash ^ (hash >>> 29));
  }
}
