package dev.reroll.patch;

import dev.reroll.bytes.Octets;
import java.util.Locale;

/**
 * A difference of two patches that {@code git range-diff} does not compare.
 *
 * @param path the file, in the new tree
 * @param before what the older patch says: a mode, a blob, a path or a line; empty where nothing
 * @param after what the newer patch says, likewise
 */
public record UnseenChange(Kind kind, Octets path, String before, String after) {
  private static final int MAX_DIGITS = 12;

  /** What differs. */
  public enum Kind {
    BINARY_CONTENT("binary content of "),
    /** Whether a new file can be executed. */
    MODE("mode of "),
    /** Whether it is a regular file, a symbolic link or a submodule. */
    FILE_TYPE("file type of "),
    /** Where in a file the same lines are changed. */
    PLACE("place of a change in "),
    /** Which file a new one is a copy of. */
    COPY_SOURCE("source of the copy ");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** Returns it in one or two words: {@code file type}. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** Returns what differs and where: {@code mode of tool.sh}. */
  public String name() {
    return kind.words + path;
  }

  /** Returns the same with both sides: {@code mode of tool.sh: 100755, was 100644}. */
  public String sentence() {
    return name() + ": " + side(after) + ", was " + side(before);
  }

  private String side(String text) {
    if (text.isEmpty()) {
      return "none";
    }
    boolean isId = kind == Kind.BINARY_CONTENT;
    return isId ? text.substring(0, Math.min(MAX_DIGITS, text.length())) : text;
  }
}
