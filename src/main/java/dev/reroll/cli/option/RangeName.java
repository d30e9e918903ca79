package dev.reroll.cli.option;

/** Tells names of commit ranges, such as {@code A..B}, from other names, by their looks alone. */
public final class RangeName {
  private RangeName() {}

  /** Whether it looks like a range: neither a path like {@code ../v1.mbox} nor a mail's id. */
  public static boolean is(String name) {
    boolean isPath = name.startsWith("../") || name.startsWith("./") || name.contains("/../");
    boolean isAddress = name.contains("://") || name.startsWith("<");
    return hasMark(name) && !name.startsWith("-") && !isPath && !isAddress && !isMessageId(name);
  }

  private static boolean hasMark(String name) {
    return name.contains("..") || name.endsWith("^!") || name.lastIndexOf("^-") > 0;
  }

  /** An at sign stands between two words in a message-id; in a revision a brace follows it. */
  private static boolean isMessageId(String name) {
    int at = name.indexOf('@');
    return at > 0
        && at + 1 < name.length()
        && Character.isLetterOrDigit(name.charAt(at - 1))
        && Character.isLetterOrDigit(name.charAt(at + 1));
  }
}
