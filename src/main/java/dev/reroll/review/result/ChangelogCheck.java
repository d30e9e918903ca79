package dev.reroll.review.result;

import dev.reroll.mail.Envelope;
import java.util.List;
import java.util.OptionalInt;

/**
 * Sets what the author says of this version beside what changed.
 *
 * @param cover what the new cover letter says of this version
 * @param findings where the two do not seem to agree; a help to readers, no verdict
 */
public record ChangelogCheck(List<Changelog> cover, List<Finding> findings) {
  /** Nothing said, nothing found. */
  public static final ChangelogCheck NONE = new ChangelogCheck(List.of(), List.of());

  /** Sorts of disagreement. */
  public enum Kind {
    /** The code of a patch changed, and no changelog seems to speak of it. */
    NOT_MENTIONED,
    /** A changelog seems to speak of a patch whose diff is identical. */
    MENTIONED_UNCHANGED
  }

  /**
   * One disagreement.
   *
   * @param patch the patch that it is about, one of the review's
   * @param line the line of the changelog; empty for {@link Kind#NOT_MENTIONED}
   */
  public record Finding(Kind kind, PatchReview patch, String line) {}

  public ChangelogCheck {
    cover = List.copyOf(cover);
    findings = List.copyOf(findings);
  }

  /**
   * What an author says of the changes in one version.
   *
   * @param heading as written: {@code Changes in v3:}; empty where there is none
   * @param version the version whose changes it tells, where the heading says so
   * @param lines the lines below the heading, without those that are empty at either end
   * @param mail the cover letter or patch that it stands in
   */
  public record Changelog(String heading, OptionalInt version, List<String> lines, Envelope mail) {
    public Changelog {
      lines = List.copyOf(lines);
    }
  }
}
