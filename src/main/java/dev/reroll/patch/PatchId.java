package dev.reroll.patch;

/**
 * Names a patch: a mailed one by its content, as {@code git patch-id --stable} does (white space,
 * line numbers and the order of files do not matter); a commit by its own id.
 *
 * @param hex 40 lower-case hexadecimal digits; all zero for a diff without files
 * @param digits how many of them are printed, as far as the repository says that; 0 where it is for
 *     the reader to say
 */
public record PatchId(String hex, int digits) {
  public PatchId {
    if (hex.length() != 40 || digits < 0) {
      throw new IllegalArgumentException("a patch-id has 40 digits: " + hex);
    }
  }

  /** Names a patch by the id of its diff. */
  public PatchId(String hex) {
    this(hex, 0);
  }

  /** Says whether it is a commit's own id. */
  public boolean isCommit() {
    return digits > 0;
  }

  /**
   * Returns the first {@code length} digits, at most all; of a commit as many as its repository
   * says.
   */
  public String abbreviated(int length) {
    return hex.substring(0, Math.min(isCommit() ? digits : length, hex.length()));
  }
}
