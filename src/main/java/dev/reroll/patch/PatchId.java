package dev.reroll.patch;

/**
 * Names a diff by its content, as {@code git patch-id --stable} does: white space, line numbers and
 * the order of files do not matter.
 *
 * @param hex 40 lower-case hexadecimal digits; all zero for a diff without files
 */
public record PatchId(String hex) {
  public PatchId {
    if (hex.length() != 40) {
      throw new IllegalArgumentException("a patch-id has 40 digits: " + hex);
    }
  }

  /** Returns the first {@code length} digits, at most all. */
  public String abbreviated(int length) {
    return hex.substring(0, Math.min(length, hex.length()));
  }
}
