package dev.reroll.cli;

import dev.reroll.app.BothSides;
import dev.reroll.app.Comparison;
import dev.reroll.app.TreePatches;
import dev.reroll.app.WrittenSeries;
import dev.reroll.message.Refusal;
import java.util.Optional;

/** Tells of versions that were written as commits. */
final class WrittenRefs {
  private static final int DIGITS = 12;

  private WrittenRefs() {}

  /** Returns git's own command for the comparison; refuses where a version has no commits. */
  static String command(Comparison comparison) throws Refusal {
    Optional<BothSides<TreePatches>> sides = comparison.inTree();
    if (sides.isEmpty()) {
      throw Refusal.unreadable("no commits to print a command for", "reroll diff --help");
    }
    return "git range-diff "
        + range(sides.get().before())
        + " "
        + range(sides.get().after())
        + "\n";
  }

  private static String range(TreePatches side) throws Refusal {
    if (side.written().isEmpty()) {
      throw Refusal.unreadable(
          "no git command, since a version has no commits: " + side.line(), "reroll diff --help");
    }
    WrittenSeries written = side.written().get();
    return written.base().substring(0, DIGITS) + ".." + written.ref();
  }
}
