package dev.reroll.repo.objects;

import dev.reroll.bytes.OctetBuilder;
import dev.reroll.bytes.Octets;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads a tree object, whose entries are {@code MODE NAME NUL ID} (git's index-format aside). */
public final class TreeEntries {
  /** Stands for no entry. */
  public static final Entry NOTHING = new Entry("", "");

  private static final char NUL = 0;
  private static final HexFormat HEX = HexFormat.of();

  private TreeEntries() {}

  /**
   * What a tree says of a name.
   *
   * @param mode octal digits, such as {@code 100644}
   * @param id whole id
   */
  public record Entry(String mode, String id) {
    /** Returns whether the entry is a folder. */
    public boolean isTree() {
      return mode.equals("40000");
    }
  }

  /** Returns {@code path} with a slash at its end. */
  public static Octets asFolder(Octets path) {
    return new OctetBuilder(path.length() + 1).append(path).append('/').toOctets();
  }

  /**
   * Finds the entry called {@code name}.
   *
   * @param idLength octets of an id
   */
  public static Optional<Entry> find(Octets tree, Octets name, int idLength) {
    for (int at = 0; at < tree.length(); ) {
      int blank = tree.indexOf(' ', at);
      int end = tree.indexOf(NUL, blank);
      if (isName(tree, blank + 1, end, name)) {
        return Optional.of(entry(tree, at, end, idLength));
      }
      at = end + 1 + idLength;
    }
    return Optional.empty();
  }

  /** Returns all entries by their names, in git's order. */
  public static Map<Octets, Entry> all(Octets tree, int idLength) {
    Map<Octets, Entry> entries = new LinkedHashMap<>();
    for (int at = 0; at < tree.length(); ) {
      int end = tree.indexOf(NUL, at);
      entries.put(tree.slice(tree.indexOf(' ', at) + 1, end), entry(tree, at, end, idLength));
      at = end + 1 + idLength;
    }
    return entries;
  }

  /** Reads the entry from {@code at}, whose name ends before {@code end}. */
  private static Entry entry(Octets tree, int at, int end, int idLength) {
    String mode = tree.slice(at, tree.indexOf(' ', at)).decode(StandardCharsets.US_ASCII);
    byte[] id = tree.slice(end + 1, end + 1 + idLength).toByteArray();
    return new Entry(mode, HEX.formatHex(id));
  }

  private static boolean isName(Octets tree, int from, int to, Octets name) {
    if (to - from != name.length()) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (tree.at(i) != name.at(i - from)) {
        return false;
      }
    }
    return true;
  }
}
