package dev.reroll.source;

/** Writes a file name so that it can be typed at a shell. */
public final class ShellWord {
  private static final String PLAIN = "-_./+:@%,=";

  private ShellWord() {}

  /** Returns {@code name}, in single quotes where it holds anything unusual. */
  public static String of(String name) {
    return isPlain(name) ? name : "'" + name.replace("'", "'\\''") + "'";
  }

  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) { // No stream: a plain comparison passes here.
      char c = name.charAt(i);
      if (!Character.isLetterOrDigit(c) && PLAIN.indexOf(c) < 0) {
        return false;
      }
    }
    return !name.isEmpty();
  }
}
