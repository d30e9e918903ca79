package dev.reroll.oracle;

/** One file of a tree: git's mode and the content, one char an octet. */
record TreeFile(String mode, String content) {
  static final String PLAIN = "100644";
  static final String EXECUTABLE = "100755";
  static final String LINK = "120000";

  static TreeFile plain(String content) {
    return new TreeFile(PLAIN, content);
  }

  TreeFile withContent(String other) {
    return new TreeFile(mode, other);
  }

  boolean isText() {
    return !mode.equals(LINK) && content.indexOf('\0') < 0;
  }
}
