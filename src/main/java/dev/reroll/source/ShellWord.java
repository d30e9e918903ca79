package dev.reroll.source;

/** Writes a file name so that it can be typed at a shell. */
public final class ShellWord {
  private static final String PLAIN = "-_./+:@%,=";

  private ShellWord() {}

  /** Returns {@code name}, in single quotes where it holds anything unusual. */
  public static String of(String name) {
    boolean plain =
        !name.isEmpty()
            && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0);
    return plain ? name : "'" + name.replace("'", "'\\''") + "'";
  }
}
