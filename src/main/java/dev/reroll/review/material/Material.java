package dev.reroll.review.material;

import dev.reroll.mail.PatchMail;
import dev.reroll.patch.Patch;
import dev.reroll.rangediff.RangeDiff;
import dev.reroll.rangediff.RangeDiffer.TitleTwin;
import dev.reroll.series.Conversation;
import dev.reroll.series.SeriesVersion;
import java.util.List;

/**
 * All that a review is made of.
 *
 * @param before the older version, its patches parsed
 * @param after the newer version, its patches parsed
 * @param comparison the range-diff of their patches
 * @param twins the patches that it leaves unpaired though their titles agree
 * @param context unchanged lines around each change that it shows
 * @param talk what was said about any version
 */
public record Material(
    Version before,
    Version after,
    RangeDiff comparison,
    List<TitleTwin> twins,
    int context,
    Talk talk) {
  /**
   * A version with its parsed patches.
   *
   * @param patches one for each patch that is there, in the order of {@link SeriesVersion#patches}
   */
  public record Version(SeriesVersion version, List<Patch> patches) {
    public Version {
      patches = List.copyOf(patches);
      if (patches.size() != version.patches().size()) {
        throw new IllegalArgumentException("each patch is parsed once");
      }
    }

    /** Returns the mail of the patch with this 1-based number. */
    public PatchMail mail(int ordinal) {
      return version.patches().get(ordinal - 1);
    }

    /** Whether all patches are there that its numbering and its cover letter promise. */
    public boolean isWhole() {
      int promised =
          version
              .cover()
              .flatMap(cover -> cover.envelope().subject().position())
              .map(position -> position.total())
              .orElse(0);
      return version.missing().isEmpty() && promised <= patches.size();
    }
  }

  /**
   * What was said.
   *
   * @param conversation the answers to the mails of all versions
   * @param versions all versions of the piece of work that are known
   */
  public record Talk(Conversation conversation, List<SeriesVersion> versions) {
    public Talk {
      versions = List.copyOf(versions);
    }
  }

  public Material {
    twins = List.copyOf(twins);
  }
}
