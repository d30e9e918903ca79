package dev.reroll.source.mirror;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Holds one list's mirror.
 *
 * @param name what people call the list: the name of its folder
 * @param folder the folder, as the user named it
 * @param epochs its repositories by their number, the oldest first; at least one
 */
record Inbox(String name, Path folder, List<Epoch> epochs) {
  private static final int LONGEST_NAME = 60;
  private static final int DIGITS = 12;

  Inbox {
    epochs = List.copyOf(epochs);
  }

  /**
   * Is one repository of an inbox.
   *
   * @param number counts from 0
   * @param repository the folder with {@code HEAD} and {@code objects}
   */
  record Epoch(int number, Path repository) {}

  Map<Integer, Epoch> epochsByNumber() {
    Map<Integer, Epoch> byNumber = new TreeMap<>();
    epochs.forEach(epoch -> byNumber.put(epoch.number(), epoch));
    return byNumber;
  }

  /** Returns the file name of its index: readable, and another one for each folder. */
  String indexName() throws IOException {
    String plain = name.replaceAll("[^A-Za-z0-9._-]", "_");
    String start = plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    return start + "-" + digest(folder.toRealPath().toString()) + ".sqlite";
  }

  private static String digest(String text) {
    try {
      byte[] octets =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(octets).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
