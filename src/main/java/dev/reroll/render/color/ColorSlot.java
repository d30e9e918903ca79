package dev.reroll.render.color;

/** Names what has a colour of its own in a range-diff, as git's {@code color.diff.<slot>} does. */
public enum ColorSlot {
  CONTEXT("context", ""),
  OLD("old", "red"),
  NEW("new", "green"),
  COMMIT("commit", "yellow"),
  META("meta", "bold"),
  FRAG("frag", "cyan"),
  FUNC("func", ""),
  WHITESPACE("whitespace", "normal red"),
  CONTEXT_DIMMED("contextDimmed", "dim"),
  OLD_DIMMED("oldDimmed", "dim red"),
  NEW_DIMMED("newDimmed", "dim green"),
  CONTEXT_BOLD("contextBold", "bold"),
  OLD_BOLD("oldBold", "bold red"),
  NEW_BOLD("newBold", "bold green");

  private final String key;
  private final String standard;

  ColorSlot(String key, String standard) {
    this.key = key;
    this.standard = standard;
  }

  /** Returns the last part of its name in git's configuration. */
  public String key() {
    return key;
  }

  /** Returns git's colour for it, as it would be written in the configuration. */
  public String standard() {
    return standard;
  }
}
