package dev.reroll.apply;

import dev.reroll.apply.merge.BlobAncestor;
import dev.reroll.apply.merge.TreeMerge;
import dev.reroll.apply.read.DiffReader;
import dev.reroll.apply.run.PatchRun;
import dev.reroll.apply.tree.Application;
import dev.reroll.apply.tree.Application.Applied;
import dev.reroll.apply.tree.Application.Refused;
import dev.reroll.apply.tree.Application.Remark;
import dev.reroll.apply.tree.Overlay;
import dev.reroll.apply.tree.Rejection;
import dev.reroll.bytes.Octets;
import dev.reroll.problem.Refusal;
import java.util.ArrayList;
import java.util.List;

/**
 * Applies the diff of a mail to a tree as {@code git am} does: the same files come of it, and the
 * same patches are refused. Nothing is written anywhere.
 */
public final class Applier {
  private Applier() {}

  /**
   * Applies {@code diff}, all of it or nothing.
   *
   * @param diff from a mail, with whatever stands before and behind it
   * @throws Refusal where the repository cannot be read; a patch that does not apply is no such
   */
  public static Application apply(Octets diff, Overlay tree, Fallback fallback) throws Refusal {
    DiffReader.Reading reading;
    try {
      reading = DiffReader.read(diff, tree.blobs().format());
    } catch (Rejection unreadable) {
      return unreadable.refused();
    }
    try {
      return PatchRun.apply(reading, tree);
    } catch (Rejection rejection) {
      return fallback == Fallback.NONE ? rejection.refused() : merge(reading, tree, rejection);
    }
  }

  /** Applies the patch to what it was written on, and merges what comes of it. */
  private static Application merge(DiffReader.Reading reading, Overlay tree, Rejection rejection)
      throws Refusal {
    Applied theirs;
    try {
      theirs = PatchRun.applyToIndex(reading, BlobAncestor.of(reading.files(), tree));
    } catch (Rejection notEvenThere) {
      return unmerged(rejection.refused(), notEvenThere.refused());
    }
    Application merged = TreeMerge.mergeSmall(theirs.after(), tree);
    if (merged instanceof Refused conflict) {
      return unmerged(rejection.refused(), conflict);
    }
    Overlay after = ((Applied) merged).after();
    return new Applied(after, remarks(theirs, after.hasSameFiles(tree)));
  }

  /** Says both why the patch does not apply and why it is not merged. */
  private static Refused unmerged(Refused refused, Refused why) {
    String reason = refused.reason() + "; cannot be merged: " + why;
    return new Refused(refused.path(), refused.hunkOrdinal(), reason);
  }

  private static List<Remark> remarks(Applied theirs, boolean changesNothing) {
    List<Remark> remarks = new ArrayList<>();
    remarks.add(changesNothing ? new Remark.AlreadyThere() : new Remark.Merged());
    remarks.addAll(theirs.remarks());
    return remarks;
  }

  /** What is done with a patch that does not apply. */
  public enum Fallback {
    /** It is refused, as {@code git am} does. */
    NONE,
    /** It is merged by the blobs that it names where they are there, as {@code git am -3} does. */
    THREE_WAY
  }
}
