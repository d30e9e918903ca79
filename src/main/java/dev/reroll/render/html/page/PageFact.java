package dev.reroll.render.html.page;

import java.util.List;

/**
 * Something that a reviewer should know beside the diff.
 *
 * @param name what it is about: {@code Tags}, {@code Changelog}
 * @param items what is to be said, a line each
 */
public record PageFact(String name, List<Item> items) {
  /**
   * One line of a fact.
   *
   * @param badge a word or sign before it; empty where there is none
   * @param alert whether it asks for a look
   * @param text what is said
   * @param more further lines, shown as they were written
   * @param links where to read on
   */
  public record Item(
      String badge, boolean alert, Text text, List<Text> more, List<PageLink> links) {
    public Item {
      more = List.copyOf(more);
      links = List.copyOf(links);
    }
  }

  public PageFact {
    items = List.copyOf(items);
  }
}
