package dev.reroll.app.prepare;

import dev.reroll.app.select.BothSides;
import dev.reroll.app.select.SelectedVersion;
import dev.reroll.app.select.SelectedVersions;
import dev.reroll.problem.Diagnostic;
import dev.reroll.problem.Notice;
import dev.reroll.problem.Refusal;
import dev.reroll.series.SeriesVersion;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Brings versions into the form that is compared; each diff is parsed once, in however many pairs
 * its version stands.
 */
public final class VersionPreparer {
  private final Optional<TreeUse> tree;
  private final Consumer<Diagnostic> diagnostics;
  // By the label in words: to hash a record is linked at run time, which takes longer than a page.
  private final Map<String, PreparedVersion> parsed = new HashMap<>();

  /**
   * Creates a preparer; nothing is opened yet.
   *
   * @param tree where mailed versions are applied first; where it is empty, they stay as mailed
   * @param diagnostics is told of each bad spot in the mails, by one thread
   */
  public VersionPreparer(Optional<TreeUse> tree, Consumer<Diagnostic> diagnostics) {
    this.tree = tree;
    this.diagnostics = diagnostics;
  }

  /**
   * Prepares both versions, side by side.
   *
   * @throws Refusal where the tree cannot be read; never because a version does not apply
   */
  public PreparedVersions prepare(SelectedVersions versions) throws Refusal {
    if (tree.isPresent() && !versions.hasCommits()) {
      Optional<BothSides<PreparedVersion>> inTree = tree.get().find(versions, diagnostics);
      if (inTree.isPresent()) {
        PreparedVersion before = inTree.get().before();
        PreparedVersion after = inTree.get().after();
        String line = before.treeLine().orElseThrow() + "; " + after.treeLine().orElseThrow();
        return new PreparedVersions(versions.withRemark(Notice.remark(line)), before, after);
      }
    }
    BothSides<PreparedVersion> sides =
        BothSides.run(side(versions.older()), side(versions.newer()), diagnostics);
    remember(sides.before());
    remember(sides.after());
    return new PreparedVersions(versions, sides.before(), sides.after());
  }

  private void remember(PreparedVersion side) {
    parsed.put(side.version().label().toString(), side);
  }

  private BothSides.Work<PreparedVersion> side(SelectedVersion side) {
    Optional<PreparedVersion> known =
        Optional.ofNullable(parsed.get(side.version().label().toString()));
    boolean isKnown = known.isPresent() && known.get().version().equals(side.version());
    return new Side(side, isKnown ? known : Optional.empty());
  }

  /** The work on one side, which may run beside that on the other. */
  private record Side(SelectedVersion selected, Optional<PreparedVersion> known)
      implements BothSides.Work<PreparedVersion> {
    @Override
    public PreparedVersion run(Consumer<Diagnostic> heard) {
      if (known.isPresent()) {
        return known.get();
      }
      SeriesVersion version = selected.version();
      return selected instanceof SelectedVersion.Committed commits
          ? PreparedVersion.ofCommits(commits)
          : PreparedVersion.asMailed(version, heard);
    }
  }
}
