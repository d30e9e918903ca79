package dev.reroll.problem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What the user should know of a result, though there is one.
 *
 * @param kind how it is announced
 * @param text a line, without what announces it
 * @param next what can be typed because of it
 */
public record Notice(Kind kind, String text, Optional<Hint> next) {
  /** How a notice is announced. */
  public enum Kind {
    /** Without a word. */
    REMARK(""),
    /** As a note: the result may not be what was meant. */
    NOTE("note: ");

    private final String prefix;

    Kind(String prefix) {
      this.prefix = prefix;
    }

    /** Returns what stands before the text. */
    public String prefix() {
      return prefix;
    }
  }

  /** Returns a remark. */
  public static Notice remark(String text) {
    return new Notice(Kind.REMARK, text, Optional.empty());
  }

  /** Returns a note. */
  public static Notice note(String text) {
    return new Notice(Kind.NOTE, text, Optional.empty());
  }

  /** Returns the same with a command to type next. */
  public Notice then(Hint hint) {
    return new Notice(kind, text, Optional.of(hint));
  }

  /** Returns the lines of all {@code notices}, in their order. */
  public static List<String> lines(Collection<Notice> notices) {
    List<String> lines = new ArrayList<>();
    notices.forEach(notice -> lines.addAll(notice.lines()));
    return lines;
  }

  /** Returns the line without its hint. */
  public String line() {
    return kind.prefix() + text;
  }

  /** Returns the line, and its hint as a second one. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>(List.of(line()));
    next.ifPresent(hint -> lines.add("hint: " + hint.line()));
    return lines;
  }
}
