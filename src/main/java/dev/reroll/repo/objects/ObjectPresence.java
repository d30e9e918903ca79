package dev.reroll.repo.objects;

import dev.reroll.repo.place.GitFolders;
import dev.reroll.repo.place.RepositoryPlace;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether a repository has an object, by a look at a few files: without JGit, whose start takes
 * longer than a comparison of mails.
 */
public final class ObjectPresence {
  private final List<Path> loose = new ArrayList<>();
  private final List<Path> indexes = new ArrayList<>();
  private final long indexSize;

  private ObjectPresence(List<Path> folders) {
    long size = 0;
    for (Path folder : folders) {
      loose.add(folder);
      Path packs = folder.resolve("pack");
      Path ofSeveral = packs.resolve("multi-pack-index");
      if (Files.isRegularFile(ofSeveral)) {
        indexes.add(ofSeveral);
      }
      for (String name : names(packs)) {
        if (name.endsWith(".idx")) {
          indexes.add(packs.resolve(name));
          size += packs.resolve(name).toFile().length();
        }
      }
    }
    indexSize = size;
  }

  ObjectPresence(Path gitFolder) {
    this(GitFolders.objects(gitFolder, List.of()));
  }

  /** Looks at the repository at {@code place}. */
  public static ObjectPresence in(RepositoryPlace place) {
    return new ObjectPresence(place.objects());
  }

  /** Returns the size of all indexes of packs, in octets. */
  public long indexSize() {
    return indexSize;
  }

  /**
   * Returns how many objects are packed, here and where the repository borrows from. What several
   * packs have counts once where a multi-pack-index knows them; loose objects do not count.
   */
  long packedCount() {
    long count = 0;
    for (Path folder : loose) {
      try {
        count += packedCount(folder.resolve("pack"));
      } catch (IOException unreadable) {
        // Git shortens ids without it, too.
      }
    }
    return count;
  }

  private static long packedCount(Path packs) throws IOException {
    Path ofSeveral = packs.resolve("multi-pack-index");
    long count = 0;
    Set<String> counted = new HashSet<>();
    if (Files.isRegularFile(ofSeveral)) {
      PackNames.Size size = PackNames.size(ofSeveral);
      count = size.objectCount();
      counted.addAll(size.packs());
    }
    for (String name : names(packs)) {
      if (name.endsWith(".pack")) {
        String pack = name.substring(0, name.length() - ".pack".length());
        Path index = packs.resolve(pack + ".idx");
        count +=
            counted.contains(pack) || !Files.exists(index)
                ? 0
                : PackNames.size(index).objectCount();
      }
    }
    return count;
  }

  /**
   * Whether an object's id begins with {@code digits}, lower-case hexadecimal ones, at least four;
   * what cannot be read is not there.
   */
  public boolean has(String digits) {
    for (Path index : indexes) {
      if (isIn(index, digits)) {
        return true;
      }
    }
    String rest = digits.substring(2);
    for (Path folder : loose) {
      for (String name : names(folder.resolve(digits.substring(0, 2)))) {
        if (name.startsWith(rest)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isIn(Path index, String digits) {
    try {
      return PackNames.has(index, digits);
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static String[] names(Path folder) {
    String[] names = new File(folder.toString()).list();
    return names == null ? new String[0] : names;
  }

  /**
   * Looks for an id in the index of a pack, or of several (gitformat-pack(5), "pack-*.idx files
   * have the following format", "multi-pack-index"), by halving: of an index of gigabytes it reads
   * about a kilobyte.
   */
  static final class PackNames {
    private static final int MAGIC_OF_PACK = 0xff744f63;
    private static final int MAGIC_OF_SEVERAL = 0x4d494458;
    private static final int FANOUT = 0x4f494446;
    private static final int NAMES = 0x4f49444c;
    private static final int PACKS = 0x504e414d;
    private static final int FANOUT_SIZE = 256 * 4;
    private static final int SHA1_LENGTH = 20;
    private static final int SHA256_LENGTH = 32;

    private final RandomAccessFile file;
    private long fanout;
    private long names;
    private long packs;
    private long packsEnd;
    private int idLength;

    private PackNames(RandomAccessFile file) {
      this.file = file;
    }

    /** Whether the index has an id that begins with {@code digits}, four at least. */
    static boolean has(Path index, String digits) throws IOException {
      try (RandomAccessFile file = new RandomAccessFile(index.toFile(), "r")) {
        PackNames names = new PackNames(file);
        return names.readHeader() && names.has(digits);
      }
    }

    /**
     * What a repository's index says of its size.
     *
     * @param objectCount how many ids it has
     * @param packs the names of the packs that a multi-pack-index is about, without an ending
     */
    record Size(long objectCount, List<String> packs) {}

    /** Returns how many objects {@code index} has; none for a format that is not known. */
    static Size size(Path index) throws IOException {
      try (RandomAccessFile file = new RandomAccessFile(index.toFile(), "r")) {
        int magic = file.readInt();
        if (magic != MAGIC_OF_PACK && magic != MAGIC_OF_SEVERAL) {
          file.seek(FANOUT_SIZE - 4L);
          return new Size(Integer.toUnsignedLong(file.readInt()), List.of());
        }
        file.seek(0);
        PackNames names = new PackNames(file);
        return names.readHeader()
            ? new Size(names.count(255), names.packNames())
            : new Size(0, List.of());
      }
    }

    private List<String> packNames() throws IOException {
      if (packs <= 0 || packsEnd < packs || packsEnd > file.length()) {
        return List.of();
      }
      byte[] octets = new byte[(int) (packsEnd - packs)];
      file.seek(packs);
      file.readFully(octets);
      List<String> found = new ArrayList<>();
      for (String name : new String(octets, StandardCharsets.UTF_8).split("\0", -1)) {
        if (name.endsWith(".idx")) {
          found.add(name.substring(0, name.length() - ".idx".length()));
        }
      }
      return found;
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
        packsEnd = packs > 0 && packsEnd == 0 ? offset : packsEnd;
        packs = chunk == PACKS ? offset : packs;
        fanout = chunk == FANOUT ? offset : fanout;
        names = chunk == NAMES ? offset : names;
      }
      file.readInt();
      packsEnd = packs > 0 && packsEnd == 0 ? file.readLong() : packsEnd;
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
}
