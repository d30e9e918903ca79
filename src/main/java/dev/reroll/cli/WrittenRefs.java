package dev.reroll.cli;

import dev.reroll.app.compare.Comparison;
import dev.reroll.app.prepare.PreparedVersion;
import dev.reroll.app.prepare.PreparedVersions;
import dev.reroll.app.prepare.WrittenSeries;
import dev.reroll.message.Refusal;

/** Tells of versions that were written as commits. */
final class WrittenRefs {
  private static final int DIGITS = 12;

  private WrittenRefs() {}

  /** Returns git's own command for the comparison; refuses where a version has no commits. */
  static String command(Comparison comparison) throws Refusal {
    PreparedVersions sides = comparison.prepared();
    if (!sides.isInTree()) {
      throw Refusal.unreadable("no commits to print a command for", "reroll diff --help");
    }
    return "git range-diff " + range(sides.before()) + " " + range(sides.after()) + "\n";
  }

  private static String range(PreparedVersion side) throws Refusal {
    if (side.written().isEmpty()) {
      throw Refusal.unreadable(
          "no git command, since a version has no commits: " + side.treeLine().orElse(""),
          "reroll diff --help");
    }
    WrittenSeries written = side.written().get();
    return written.base().substring(0, DIGITS) + ".." + written.ref();
  }
}
