package dev.reroll.cli;

import java.util.List;

/**
 * The options that decide what a pager leaves on the screen when it ends.
 *
 * @param quitsIfShort whether it ends at once, and leaves the text, where that fits on one screen
 * @param keepsScreen whether the text stays there, rather than what was there before it
 * @param chopsLines whether long lines are cut rather than broken
 */
record LessFlags(boolean quitsIfShort, boolean keepsScreen, boolean chopsLines) {
  /** Letters of less(1) that take the rest of the word as their value. */
  private static final String WITH_VALUE = "bDhjkoOpPtTxyz#\"";

  /**
   * Reads the options of less(1); of other pagers nothing is known, so they are taken for plain
   * ones that leave the text.
   *
   * @param command what the shell is given
   * @param fromEnvironment the value of {@code LESS}
   */
  static LessFlags of(String command, String fromEnvironment) {
    String[] words = command.strip().split("\\s+", -1);
    if (!words[0].equals("less") && !words[0].endsWith("/less")) {
      return new LessFlags(false, true, false);
    }
    LessFlags flags = new LessFlags(false, false, false);
    for (String word : fromEnvironment.strip().split("\\s+", -1)) {
      flags = flags.with(word.startsWith("-") ? word : "-" + word);
    }
    for (String word : List.of(words).subList(1, words.length)) {
      flags = word.startsWith("-") ? flags.with(word) : flags;
    }
    return flags;
  }

  /** Whether a text that fits on one screen is still there when the pager has ended. */
  boolean leavesShortText() {
    return quitsIfShort || keepsScreen;
  }

  private LessFlags with(String word) {
    boolean isOn = !word.startsWith("--+") && !word.startsWith("-+");
    String name = word.substring(isOn ? 1 : 2);
    return switch (word.startsWith("--") ? "-" + word.substring(isOn ? 2 : 3) : "") {
      case "-quit-if-one-screen" -> set('F', isOn);
      case "-no-init" -> set('X', isOn);
      case "-chop-long-lines" -> set('S', isOn);
      case "" -> setAll(name, isOn);
      default -> this;
    };
  }

  private LessFlags setAll(String letters, boolean isOn) {
    LessFlags flags = this;
    for (int i = 0; i < letters.length() && WITH_VALUE.indexOf(letters.charAt(i)) < 0; i++) {
      flags = flags.set(letters.charAt(i), isOn);
    }
    return flags;
  }

  private LessFlags set(char letter, boolean isOn) {
    return new LessFlags(
        letter == 'F' ? isOn : quitsIfShort,
        letter == 'X' ? isOn : keepsScreen,
        letter == 'S' ? isOn : chopsLines);
  }
}
