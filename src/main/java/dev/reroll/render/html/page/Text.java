package dev.reroll.render.html.page;

import java.util.List;

/**
 * Text that can be shown: nothing in it reorders a line or is invisible.
 *
 * @param runs its parts, in order; none is empty
 */
public record Text(List<Run> runs) {
  /** No text at all. */
  public static final Text EMPTY = new Text(List.of());

  /** How a run stands out. */
  public enum Mark {
    /** Not at all. */
    PLAIN,
    /** These words changed. */
    CHANGED,
    /** Words that only the old text has. */
    REMOVED,
    /** Words that only the new text has. */
    ADDED,
    /** Stands for a character that could not be seen. */
    HIDDEN
  }

  /** Characters that look alike. */
  public record Run(String text, Mark mark) {}

  public Text {
    runs = List.copyOf(runs);
  }

  /** Whether there is nothing to show. */
  public boolean isEmpty() {
    return runs.isEmpty();
  }

  /** Returns the characters alone. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    runs.forEach(run -> text.append(run.text()));
    return text.toString();
  }

  /** Takes text that is known to be visible, such as our own words. */
  public static Text plain(String visible) {
    return visible.isEmpty() ? EMPTY : new Text(List.of(new Run(visible, Mark.PLAIN)));
  }
}
