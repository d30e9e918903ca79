package dev.reroll.render.review;

import dev.reroll.review.result.HunkMove;
import java.util.List;
import java.util.stream.Collectors;

/** Says in words how much of which patches moved. */
public final class MoveText {
  private MoveText() {}

  /** Returns for instance {@code 38 of the 61 changed lines of new 5 (62 %)}. */
  public static String share(HunkMove move) {
    HunkMove.Share share = move.share();
    String of = share.changedCount() == 1 ? " changed line of " : " changed lines of ";
    String patches = version(share.of()) + joined(share.patches());
    if (share.isWhole()) {
      return (share.changedCount() == 1 ? "the" : "all " + share.changedCount()) + of + patches;
    }
    String percent = share.percent() == 0 ? "less than 1" : String.valueOf(share.percent());
    return share.lineCount()
        + " of the "
        + share.changedCount()
        + of
        + patches
        + " ("
        + percent
        + " %)";
  }

  private static String version(HunkMove.Version version) {
    return version == HunkMove.Version.BEFORE ? "old " : "new ";
  }

  private static String joined(List<Integer> patches) {
    return patches.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
