package dev.reroll.app.prepare;

import dev.reroll.app.select.BothSides;
import dev.reroll.app.select.SelectedVersions;
import dev.reroll.problem.Diagnostic;
import dev.reroll.problem.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A tree that versions are applied to, so that they are compared as it has them. */
public interface TreeUse {
  /**
   * Finds the patches of both versions in that form; empty where the tree has nothing to do with
   * them.
   *
   * @param diagnostics is told of each bad spot in the mails, by one thread
   * @throws Refusal where the tree cannot be read; never because a version does not apply
   */
  Optional<BothSides<PreparedVersion>> find(
      SelectedVersions versions, Consumer<Diagnostic> diagnostics) throws Refusal;

  /**
   * The commits that a version was written as.
   *
   * @param base the commit below them
   * @param commits one for each patch, in order
   * @param ref what stands for the last one
   */
  record WrittenSeries(String base, List<String> commits, String ref) {
    public WrittenSeries {
      commits = List.copyOf(commits);
    }
  }
}
