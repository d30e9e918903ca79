package dev.reroll.render.html.page;

import java.util.List;

/**
 * Some rows of two patches side by side.
 *
 * @param unchangedCount how many lines are folded away; 0 where the rows are open
 * @param rows the rows; empty where unchanged lines are left out of the page
 */
public record PageChunk(int unchangedCount, List<Row> rows) {
  /**
   * Two lines beside each other.
   *
   * @param before the old patch's line, or {@link PageLine#NONE}
   * @param after the new patch's line, or {@link PageLine#NONE}
   */
  public record Row(PageLine before, PageLine after) {}

  public PageChunk {
    rows = List.copyOf(rows);
  }

  /** Whether its rows are there but folded. */
  public boolean isFolded() {
    return unchangedCount > 0 && !rows.isEmpty();
  }
}
