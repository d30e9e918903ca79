package dev.reroll.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines that were said before a pager starts. They stand at the head of the paged text, and a
 * few of them once more below it where the pager has taken the head off the screen.
 *
 * <p>Both times warnings come first, and the repeated lines are the first ones of the head. A pager
 * that leaves its first page on the screen therefore shows no line twice: as many rows scroll off
 * at the top as are repeated at the bottom.
 */
public final class HeldLines {
  private static final int MAX_REPEATED = 6;
  private static final String YELLOW = "\u001b[33m";
  private static final String RESET = "\u001b[m";

  private final boolean colored;
  private final boolean inHead;
  private final List<String> warnings = new ArrayList<>();
  private final List<String> others = new ArrayList<>();
  private List<String> current = others;

  /**
   * Holds no line yet.
   *
   * @param inHead whether they may stand above the result: JSON would be broken by them
   */
  public HeldLines(boolean colored, boolean inHead) {
    this.colored = colored;
    this.inHead = inHead;
  }

  /** The kinds of lines, which are placed differently. */
  enum Kind {
    /** A warning, placed first. */
    WARNING,
    /** A hint, placed behind the line it belongs to. */
    HINT,
    /** Any other line, in its turn. */
    OTHER
  }

  /** Takes a line as it is shown; a hint stays with the line that it follows. */
  void add(Kind kind, String line) {
    if (kind != Kind.HINT) {
      current = kind == Kind.WARNING ? warnings : others;
    }
    current.add(line);
  }

  boolean isInHead() {
    return inHead;
  }

  boolean isEmpty() {
    return warnings.isEmpty() && others.isEmpty();
  }

  /** Returns all lines, warnings first. */
  List<String> all() {
    List<String> all = new ArrayList<>(warnings);
    all.addAll(others);
    return all;
  }

  /** Returns the text that stands above the result. */
  String head() {
    StringBuilder text = new StringBuilder();
    for (String line : warnings) {
      text.append(colored ? YELLOW + line + RESET : line).append('\n');
    }
    for (String line : others) {
      text.append(line).append('\n');
    }
    return text.toString();
  }

  /** Returns what is said once more: all lines where they are few, else the first ones. */
  List<String> repeated() {
    List<String> all = all();
    if (all.size() <= MAX_REPEATED) {
      return all;
    }
    List<String> few = new ArrayList<>(all.subList(0, MAX_REPEATED - 1));
    few.add("and " + (all.size() - few.size()) + " more lines, at the head of the result");
    return few;
  }
}
