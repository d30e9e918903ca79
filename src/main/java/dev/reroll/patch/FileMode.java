package dev.reroll.patch;

/**
 * Tells what kind of file git records, as six octal digits such as {@code 100644}.
 *
 * @param digits as written in the diff
 */
public record FileMode(String digits) {
  public FileMode {
    if (digits.isEmpty()) {
      throw new IllegalArgumentException("a file mode has digits");
    }
  }

  @Override
  public String toString() {
    return digits;
  }
}
