package dev.reroll.patch;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Names a patch: a mailed one by its content, as {@code git patch-id --stable} does (white space,
 * line numbers and the order of files do not matter); a commit by its own id.
 *
 * <p>The id of a mailed patch is computed when it is first asked for, in the time of a SHA-1 over
 * the diff. Several threads may ask: one computes, the others wait for it.
 */
public final class PatchId {
  private static final int DIGITS = 40;

  private final int digits;
  private @Nullable PatchIdText text;
  private @Nullable String hex;

  /**
   * Names a commit.
   *
   * @param hex 40 lower-case hexadecimal digits
   * @param digits how many of them are printed, as far as the repository says that; 0 where it is
   *     for the reader to say
   */
  public PatchId(String hex, int digits) {
    if (hex.length() != DIGITS || digits < 0) {
      throw new IllegalArgumentException("a patch-id has " + DIGITS + " digits: " + hex);
    }
    this.hex = hex;
    this.digits = digits;
  }

  /** Names a patch by the id of its diff, 40 lower-case hexadecimal digits. */
  public PatchId(String hex) {
    this(hex, 0);
  }

  /** Names a patch by the id of the diff of which {@code text} was collected. */
  PatchId(PatchIdText text) {
    this.text = text;
    this.digits = 0;
  }

  /** Returns all 40 digits, lower-case hexadecimal; all zero for a diff without files. */
  public synchronized String hex() {
    if (hex == null) {
      hex = Objects.requireNonNull(text).hash();
      text = null; // The octets of the mail are no longer held.
    }
    return hex;
  }

  /** Whether it is a commit's own id. */
  public boolean isCommit() {
    return digits > 0;
  }

  /**
   * Returns the first {@code length} digits, at most all; of a commit as many as its repository
   * says.
   */
  public String abbreviated(int length) {
    return hex().substring(0, Math.min(isCommit() ? digits : length, DIGITS));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PatchId that && digits == that.digits && hex().equals(that.hex());
  }

  @Override
  public int hashCode() {
    return hex().hashCode();
  }

  @Override
  public String toString() {
    return hex();
  }
}
