package dev.reroll.review.result;

/**
 * What sort of change a patch went through, from the least serious to the most.
 *
 * <p>A pair may have several kinds at once; what it is called by is the most serious one.
 */
public enum ChangeKind {
  /** Nothing changed. */
  IDENTICAL("identical"),
  /** Only unchanged lines, function names or the order of files around the change: rebase noise. */
  CONTEXT("context"),
  /** Only trailers of the commit message. */
  TAGS("tags"),
  /** The title, the author or the text of the commit message. */
  MESSAGE("message"),
  /** Only white space or line breaks, where the language gives them no meaning. */
  WHITESPACE("white space"),
  /** Only comments of the changed files. */
  COMMENTS("comments"),
  /** Only names: one identifier for another, throughout. */
  RENAMES("renames"),
  /** Anything else: what the patch does. */
  CODE("code"),
  /** A patch that only the old version has. */
  DROPPED("dropped"),
  /** A patch that only the new version has. */
  NEW("new");

  private final String words;

  ChangeKind(String words) {
    this.words = words;
  }

  /** Whether a reviewer should read the patch again. */
  public boolean needsAnotherLook() {
    return this == CODE || this == NEW;
  }

  /** Whether what the patch does is as it was. */
  public boolean keepsCode() {
    return compareTo(RENAMES) < 0;
  }

  /** Whether it changes nothing that anyone wrote. */
  public boolean isNoise() {
    return this == IDENTICAL || this == CONTEXT;
  }

  /** Returns how people call it: {@code white space}. */
  @Override
  public String toString() {
    return words;
  }
}
