package dev.reroll.app;

import dev.reroll.mail.PatchMail;
import dev.reroll.message.Diagnostic;
import dev.reroll.message.Refusal;
import dev.reroll.patch.ComparablePatch;
import dev.reroll.patch.ComparableText;
import dev.reroll.patch.Patch;
import dev.reroll.rangediff.RangeDiff;
import dev.reroll.rangediff.RangeDiffer;
import dev.reroll.review.Reviewer;
import dev.reroll.review.material.Material;
import dev.reroll.review.result.Review;
import dev.reroll.series.LeftOut;
import dev.reroll.series.SeriesVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Compares and reviews pairs of versions; each version is parsed once, whatever its pairs. */
final class VersionReviews {
  private final CompareMailboxes.Manner manner;
  private final Consumer<Diagnostic> diagnostics;
  private final Material.Talk talk;
  // By the label in words: to hash a record is linked at run time, which takes longer than a page.
  private final Map<String, Parsed> parsed = new HashMap<>();

  /** Holds the patches of one version in both forms. */
  private record Parsed(
      SeriesVersion version, List<Patch> patches, List<ComparablePatch> comparable) {
    static Parsed of(SeriesVersion version, TreePatches inTree) {
      return new Parsed(version, inTree.patches(), inTree.comparable());
    }
  }

  VersionReviews(
      CompareMailboxes.Manner manner, Consumer<Diagnostic> diagnostics, Material.Talk talk) {
    this.manner = manner;
    this.diagnostics = diagnostics;
    this.talk = talk;
  }

  ReviewedPair review(VersionPair pair, List<LeftOut> leftOut) throws Refusal {
    Optional<BothSides<TreePatches>> inTree =
        manner.tree().isPresent() ? manner.tree().get().find(pair, diagnostics) : Optional.empty();
    BothSides<Parsed> sides =
        inTree.isPresent()
            ? new BothSides<>(
                Parsed.of(pair.before(), inTree.get().before()),
                Parsed.of(pair.after(), inTree.get().after()))
            : mailed(pair);
    checkSize(sides.before().patches().size(), sides.after().patches().size());
    RangeDiffer differ = new RangeDiffer(sides.before().comparable(), sides.after().comparable());
    RangeDiff result = differ.compare(manner.factor(), manner.context());
    Comparison comparison =
        new Comparison(
            inTree.isPresent() ? pair.withRemarks(List.of(TreePatches.line(inTree.get()))) : pair,
            result,
            differ.titleTwins(result, manner.factor()),
            leftOut,
            inTree);
    Review review =
        Reviewer.review(
            new Material(
                new Material.Version(pair.before(), sides.before().patches()),
                new Material.Version(pair.after(), sides.after().patches()),
                result,
                comparison.twins(),
                manner.context(),
                talk));
    return new ReviewedPair(comparison, review);
  }

  /** Parses the patches of both versions as they were mailed. */
  private BothSides<Parsed> mailed(VersionPair pair) throws Refusal {
    BothSides<Parsed> sides =
        BothSides.run(
            heard -> parsed(pair.before(), heard),
            heard -> parsed(pair.after(), heard),
            diagnostics);
    remember(sides.before());
    remember(sides.after());
    return sides;
  }

  private void remember(Parsed side) {
    parsed.put(side.version().label().toString(), side);
  }

  private Parsed parsed(SeriesVersion version, Consumer<Diagnostic> heard) {
    Parsed known = parsed.get(version.label().toString());
    if (known != null && known.version().equals(version)) {
      return known;
    }
    List<Patch> patches = new ArrayList<>();
    List<ComparablePatch> comparable = new ArrayList<>();
    for (PatchMail mail : version.patches()) {
      Patch patch = ComparablePatches.parse(mail, heard);
      patches.add(patch);
      comparable.add(ComparableText.of(mail, patch));
    }
    return new Parsed(version, patches, comparable);
  }

  private static void checkSize(int beforeCount, int afterCount) throws Refusal {
    if ((long) beforeCount * afterCount > RangeDiffer.MOST_PAIRS) {
      throw Refusal.unreadable(
          beforeCount + " × " + afterCount + " patches are more than can be compared at once");
    }
  }
}
