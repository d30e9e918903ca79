package dev.reroll.message;

/** Knows white space as git does: space, tab, LF and CR; a form feed is an ordinary character. */
public final class WhiteSpace {
  private WhiteSpace() {}

  /** Says whether {@code octet} is white space. */
  public static boolean is(byte octet) {
    return octet == ' ' || octet == '\t' || octet == '\n' || octet == '\r';
  }
}
