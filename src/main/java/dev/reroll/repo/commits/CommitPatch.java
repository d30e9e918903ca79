package dev.reroll.repo.commits;

import dev.reroll.mail.PatchMail;
import dev.reroll.patch.ComparablePatch;
import dev.reroll.patch.FileDiff;
import java.util.List;

/**
 * A commit as a patch.
 *
 * @param mail as {@code git format-patch} would mail it, without an id; its diff is empty where
 *     only the comparable form was asked for
 * @param files what it does, file by file; empty where only the comparable form was asked for
 * @param comparable the form that is compared, as {@code git range-diff} sees the commit
 */
public record CommitPatch(PatchMail mail, List<FileDiff> files, ComparablePatch comparable) {
  public CommitPatch {
    files = List.copyOf(files);
  }
}
