package dev.reroll.apply.tree;

import dev.reroll.bytes.Octets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Computes the ids of a repository's objects (git-init(1), {@code --object-format}). */
public enum ObjectFormat {
  SHA1("SHA-1", 40),
  SHA256("SHA-256", 64);

  private final String algorithm;
  private final int idLength;

  ObjectFormat(String algorithm, int idLength) {
    this.algorithm = algorithm;
    this.idLength = idLength;
  }

  /** Returns how many hex digits an id has. */
  public int idLength() {
    return idLength;
  }

  /** Returns the id of a blob. */
  public String blobId(Octets content) {
    MessageDigest digest = digest();
    digest.update(("blob " + content.length() + "\0").getBytes(StandardCharsets.US_ASCII));
    digest.update(content.toByteArray());
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Whether {@code id} has as many digits as a full id. */
  public boolean isFull(String id) {
    return id.length() == idLength;
  }

  private MessageDigest digest() {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing); // Every JDK has both.
    }
  }
}
