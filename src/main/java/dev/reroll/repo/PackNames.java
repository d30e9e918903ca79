package dev.reroll.repo;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/**
 * Looks for an id in the index of a pack, or of several (gitformat-pack(5), "pack-*.idx files have
 * the following format", "multi-pack-index"), by halving: of an index of gigabytes it reads about a
 * kilobyte.
 */
final class PackNames {
  private static final int MAGIC_OF_PACK = 0xff744f63;
  private static final int MAGIC_OF_SEVERAL = 0x4d494458;
  private static final int FANOUT = 0x4f494446;
  private static final int NAMES = 0x4f49444c;
  private static final int FANOUT_SIZE = 256 * 4;
  private static final int SHA1_LENGTH = 20;
  private static final int SHA256_LENGTH = 32;

  private final RandomAccessFile file;
  private long fanout;
  private long names;
  private int idLength;

  private PackNames(RandomAccessFile file) {
    this.file = file;
  }

  /** Says whether the index has an id that begins with {@code digits}, four at least. */
  static boolean has(Path index, String digits) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(index.toFile(), "r")) {
      PackNames names = new PackNames(file);
      return names.readHeader() && names.has(digits);
    }
  }

  /** Finds the parts; returns false for a format that is not known. */
  private boolean readHeader() throws IOException {
    int magic = file.readInt();
    if (magic == MAGIC_OF_SEVERAL) {
      return readChunks();
    }
    if (magic != MAGIC_OF_PACK || file.readInt() != 2) {
      return false;
    }
    fanout = 8;
    names = fanout + FANOUT_SIZE;
    long count = count(255);
    boolean isLong = file.length() >= names + count * (SHA256_LENGTH + 8) + 2 * SHA256_LENGTH;
    idLength = isLong && count > 0 ? SHA256_LENGTH : SHA1_LENGTH;
    return true;
  }

  private boolean readChunks() throws IOException {
    file.readByte();
    idLength = file.readByte() == 2 ? SHA256_LENGTH : SHA1_LENGTH;
    int chunkCount = file.readUnsignedByte();
    file.seek(12);
    for (int i = 0; i < chunkCount; i++) {
      int chunk = file.readInt();
      long offset = file.readLong();
      fanout = chunk == FANOUT ? offset : fanout;
      names = chunk == NAMES ? offset : names;
    }
    return fanout > 0 && names > 0;
  }

  private boolean has(String digits) throws IOException {
    int first = Integer.parseInt(digits.substring(0, 2), 16);
    long low = first == 0 ? 0 : count(first - 1);
    long high = count(first);
    while (low < high) {
      long middle = (low + high) / 2;
      int order = compare(middle, digits);
      if (order == 0) {
        return true;
      }
      low = order < 0 ? middle + 1 : low;
      high = order > 0 ? middle : high;
    }
    return false;
  }

  private long count(int first) throws IOException {
    file.seek(fanout + 4L * first);
    return Integer.toUnsignedLong(file.readInt());
  }

  /** Compares the id with that number, as far as {@code digits} go. */
  private int compare(long number, String digits) throws IOException {
    file.seek(names + number * idLength);
    byte[] id = new byte[idLength];
    file.readFully(id);
    for (int i = 0; i < Math.min(digits.length(), 2 * idLength); i++) {
      int octet = id[i / 2];
      int digit = (i % 2 == 0 ? octet >> 4 : octet) & 0xf;
      int order = Integer.compare(digit, Character.digit(digits.charAt(i), 16));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
