package dev.reroll.review.result;

import dev.reroll.mail.Envelope;
import java.util.List;
import java.util.Optional;

/**
 * What became of the tags that readers gave to the older version: in its mails, or in answers to
 * them.
 *
 * @param findings one for each person, tag and patch, in the order of the patches
 */
public record TagAudit(List<Finding> findings) {
  /** Without any tag. */
  public static final TagAudit EMPTY = new TagAudit(List.of());

  /** What became of a tag. */
  public enum Fate {
    /** It is in the new version, and the code is as it was. */
    CARRIED("carried over"),
    /** It is in the new version, though the code changed since it was given. */
    KEPT_ON_CHANGED_CODE("kept, although the code changed"),
    /** It is not in the new version, whose code changed. */
    DROPPED("dropped, the code changed"),
    /** It is not in the new version, though the code is as it was. */
    DROPPED_ON_SAME_CODE("dropped, although the code is the same"),
    /** It is not in the new version, and neither is the patch. */
    DROPPED_WITH_PATCH("dropped with its patch"),
    /** It is in the new version, and no mail that is at hand gives it. */
    WITHOUT_MAIL("new, no mail found that gives it");

    private final String words;

    Fate(String words) {
      this.words = words;
    }

    /** Whether a reviewer should hear of it. */
    public boolean standsOut() {
      return this == KEPT_ON_CHANGED_CODE || this == DROPPED_ON_SAME_CODE;
    }

    /** Returns how people call it. */
    @Override
    public String toString() {
      return words;
    }
  }

  /**
   * One tag of one patch.
   *
   * @param tag the tag, as the mail that gives it has it
   * @param patch the patch that it is for, one of the review's
   * @param fate what became of it
   * @param givenIn the answer that gives it; empty where it stood in the older patch already, or
   *     where no mail gives it
   * @param forSeries whether it was given to the cover letter, so to all patches
   */
  public record Finding(
      Tag tag, PatchReview patch, Fate fate, Optional<Envelope> givenIn, boolean forSeries) {}

  public TagAudit {
    findings = List.copyOf(findings);
  }
}
