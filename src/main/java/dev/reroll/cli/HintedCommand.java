package dev.reroll.cli;

import java.util.Set;

/**
 * Words a hint for the command that the user typed: those that several commands share are written
 * for {@code diff}.
 *
 * @param name the command
 */
record HintedCommand(String name) {
  private static final String OF_DIFF = "reroll diff ";
  private static final Set<String> LIKE_DIFF =
      Set.of("html", "interdiff", "mail", "review", "versions");

  /** Returns {@code hint} so that it can be typed as it stands and does what was wanted. */
  String word(String hint) {
    int at = hint.indexOf(OF_DIFF);
    if (at < 0 || !LIKE_DIFF.contains(name)) {
      return hint;
    }
    String rest = hint.substring(at + OF_DIFF.length());
    if (name.equals("versions")) {
      rest = rest.replace("BEFORE AFTER", "MAILBOX").replace("BEFORE.mbox AFTER.mbox", "MAILBOX");
    }
    boolean needsFile = name.equals("html") && !rest.contains("-o ") && !rest.contains("--help");
    return hint.substring(0, at) + "reroll " + name + (needsFile ? " -o FILE " : " ") + rest;
  }
}
