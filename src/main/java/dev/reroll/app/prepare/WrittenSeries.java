package dev.reroll.app.prepare;

import java.util.List;

/**
 * The commits that a version was written as.
 *
 * @param base the commit below them
 * @param commits one for each patch, in order
 * @param ref what stands for the last one
 */
public record WrittenSeries(String base, List<String> commits, String ref) {
  public WrittenSeries {
    commits = List.copyOf(commits);
  }
}
