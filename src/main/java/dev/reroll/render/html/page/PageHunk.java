package dev.reroll.render.html.page;

import java.util.List;

/**
 * One hunk of the difference of two patches.
 *
 * @param id its anchor
 * @param heading the section or function that it stands in
 * @param kind the sort of change that it shows
 * @param folded whether it shows nothing that anyone wrote
 * @param lines its lines, in order
 */
public record PageHunk(String id, Text heading, String kind, boolean folded, List<PageLine> lines) {
  public PageHunk {
    lines = List.copyOf(lines);
  }
}
