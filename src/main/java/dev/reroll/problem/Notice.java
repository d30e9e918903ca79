package dev.reroll.problem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Something the user should know about a result that was produced.
 *
 * @param kind how it is introduced
 * @param text one line, without the word that introduces it
 * @param next the command that helps, if there is one
 */
public record Notice(Kind kind, String text, Optional<Hint> next) {
  /** How a notice is introduced. */
  public enum Kind {
    /** A plain line. */
    REMARK(""),
    /** A line that begins with {@code note:}, since the result may not be the one meant. */
    NOTE("note: ");

    private final String prefix;

    Kind(String prefix) {
      this.prefix = prefix;
    }

    /** Returns the word before the text, with a blank at its end. */
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

  /** Returns the same with a hint. */
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
