package dev.reroll.linediff;

/** Gives the rough square root from which the limits of discarding and searching are made. */
final class Root {
  private Root() {}

  /**
   * Returns the smallest power of two whose square is greater than {@code number}.
   *
   * <p>{@code of(0) = 1, of(4) = 4, of(255) = 16, of(256) = 32}.
   */
  static int of(int number) {
    int root = 1;
    while ((long) root * root <= number) {
      root *= 2;
    }
    return root;
  }
}
