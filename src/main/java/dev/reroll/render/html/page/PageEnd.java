package dev.reroll.render.html.page;

import java.util.List;

/**
 * The difference of the end results of both versions.
 *
 * @param sentence the sum of the diffstat, or that there is nothing
 * @param files what is different, in order
 * @param leftOut the files and patches that are left out, and why
 */
public record PageEnd(Text sentence, List<PageEnd.File> files, List<Text> leftOut) {
  /**
   * What is different in one file.
   *
   * @param id its anchor
   * @param name its path, or both
   * @param kind what happens to it as a whole; empty where only its content changes
   * @param size how many lines are added and removed
   * @param hunks its diff
   */
  public record File(String id, Text name, String kind, String size, List<PageHunk> hunks) {
    public File {
      hunks = List.copyOf(hunks);
    }
  }

  public PageEnd {
    files = List.copyOf(files);
    leftOut = List.copyOf(leftOut);
  }
}
