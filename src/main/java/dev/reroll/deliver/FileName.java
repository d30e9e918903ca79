package dev.reroll.deliver;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Makes names of files from text that may be anything. */
final class FileName {
  private static final int LONGEST = 80;
  private static final int DIGITS = 24;

  private FileName() {}

  /** Returns a name that reads like {@code text}, and differs where the texts do. */
  static String of(String text) {
    String plain = text.replaceAll("[^A-Za-z0-9@._-]", "_");
    boolean same = plain.equals(text) && plain.length() <= LONGEST && !plain.startsWith(".");
    return same ? plain : "mail-" + digest(text);
  }

  /** Returns a name that only tells texts apart. */
  static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
