package dev.reroll.app.tree;

import dev.reroll.apply.tree.Overlay;
import dev.reroll.repo.base.RepositoryTrees.BaseTree;
import dev.reroll.series.SeriesVersion;
import java.util.List;

/** Tells whether a version could be applied, and to what. */
public sealed interface AppliedVersion {
  /** Returns the version. */
  SeriesVersion version();

  /** Returns what the user is told: {@code v2: applied on v6.12-rc3}. */
  String line();

  /**
   * The version applies.
   *
   * @param base what it was applied to
   * @param trees the base, then the tree after each patch
   * @param remarks what did not go quite as it was written, a few words each
   */
  record Applied(SeriesVersion version, BaseTree base, List<Overlay> trees, List<String> remarks)
      implements AppliedVersion {
    public Applied {
      trees = List.copyOf(trees);
      remarks = List.copyOf(remarks);
      if (trees.size() != version.patches().size() + 1) {
        throw new IllegalArgumentException("there is a tree after each patch");
      }
    }

    @Override
    public String line() {
      StringBuilder line = new StringBuilder(version.label() + ": applied to " + base.name());
      remarks.forEach(remark -> line.append(", ").append(remark));
      return line.toString();
    }
  }

  /**
   * The version does not apply, and is compared as it was mailed.
   *
   * @param reason why, such as {@code 2 blobs missing}
   */
  record MailOnly(SeriesVersion version, String reason) implements AppliedVersion {
    @Override
    public String line() {
      return version.label() + ": mail only, " + reason;
    }
  }
}
