package dev.reroll.apply;

import dev.reroll.message.Octets;
import dev.reroll.message.Refusal;

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
      return rejection.refused();
    }
  }
}
