package dev.reroll.review.moves;

import dev.reroll.rangediff.NumberedPatch;
import dev.reroll.review.code.PatchSource;
import dev.reroll.review.moves.MoveLink.MoveEnd;
import dev.reroll.review.result.ChangeKind;
import dev.reroll.review.result.HunkMove;
import dev.reroll.review.result.PatchReview;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds changed lines that went from one patch to another.
 *
 * <p>What a patch lost against its partner, or has where it has no partner, is looked for among
 * what other patches gained. A line of the same file that says something, that one old patch alone
 * lost and one new patch alone gained, is an anchor; anchors, and what stands beside them in both
 * patches, went from the one to the other:
 *
 * <pre>
 * old 2 lost      new 5 gained
 *                 +	int ret;
 * +	lock(a);     +	lock(a);       anchor
 * +	}            +	}              beside it
 * +	count(b);    +	count(b);      anchor
 * +	return ret;                    old 2 → new 5: 3 lines
 * </pre>
 *
 * <p>At least {@value #MIN_ANCHORS} anchors make a link, if the lines are half of what the one lost
 * or the other gained, and not few or a small part of both patches; one anchor is enough where
 * nearly the whole new patch came from there. Takes time and memory linear in the changed lines of
 * the patches whose code changed. Lines that were changed on their way are not recognised.
 */
public final class MoveFinder {
  private static final int MIN_ANCHORS = 3;
  private static final int MIN_PERCENT = 50;
  private static final int MANY_LINES = 5;
  private static final int MUCH_PERCENT = 30;
  private static final int WHOLE_PERCENT = 90;

  private final List<PatchReview> reviews;
  private final List<PatchSource> before;
  private final List<PatchSource> after;

  private MoveFinder(List<PatchReview> reviews, List<PatchSource> before, List<PatchSource> after) {
    this.reviews = reviews;
    this.before = before;
    this.after = after;
  }

  /** Finds what went from patch to patch between two versions. */
  public static List<HunkMove> find(
      List<PatchReview> reviews, List<PatchSource> before, List<PatchSource> after) {
    return MoveStories.of(new MoveFinder(reviews, before, after).links());
  }

  private List<MoveLink> links() {
    List<MoveEnd> sources = new ArrayList<>();
    List<MoveEnd> targets = new ArrayList<>();
    for (PatchReview patch : reviews) {
      if (patch.kind().compareTo(ChangeKind.CODE) >= 0) {
        patch.before().ifPresent(side -> sources.add(end(patch, side, before, patch.after())));
        patch.after().ifPresent(side -> targets.add(end(patch, side, after, patch.before())));
      }
    }
    List<MoveLink> links = new ArrayList<>();
    if (!sources.isEmpty() && !targets.isEmpty() && sources.size() + targets.size() > 2) {
      anchors(sources, targets).forEach((ends, anchors) -> link(ends, anchors, links));
    }
    return links;
  }

  private MoveEnd end(
      PatchReview patch,
      NumberedPatch side,
      List<PatchSource> own,
      Optional<NumberedPatch> partner) {
    List<PatchSource> others = own == before ? after : before;
    PatchSource source = own.get(side.ordinal() - 1);
    MovedLines lines =
        partner
            .map(other -> MovedLines.of(source, others.get(other.ordinal() - 1)))
            .orElseGet(() -> MovedLines.of(source));
    return new MoveEnd(patch.title(), side.ordinal(), partner.map(NumberedPatch::ordinal), lines);
  }

  /** Two ends that may belong together. */
  private record Ends(MoveEnd source, MoveEnd target) {}

  /** Returns the lines that only one source lost and only one target gained, by these two. */
  private static Map<Ends, Set<String>> anchors(List<MoveEnd> sources, List<MoveEnd> targets) {
    Map<String, MoveEnd> lost = owners(sources);
    Map<Ends, Set<String>> anchors = new LinkedHashMap<>();
    owners(targets)
        .forEach(
            (line, target) -> {
              MoveEnd source = lost.get(line);
              if (source != null) {
                anchors
                    .computeIfAbsent(new Ends(source, target), ends -> new HashSet<>())
                    .add(line);
              }
            });
    return anchors;
  }

  private static Map<String, MoveEnd> owners(List<MoveEnd> ends) {
    Map<String, MoveEnd> owners = new HashMap<>();
    Set<String> shared = new HashSet<>();
    for (MoveEnd end : ends) {
      for (String line : end.lines().telling()) {
        if (owners.putIfAbsent(line, end) != null) {
          shared.add(line);
        }
      }
    }
    owners.keySet().removeAll(shared);
    return owners;
  }

  private static void link(Ends ends, Set<String> anchors, List<MoveLink> links) {
    MovedLines source = ends.source().lines();
    MovedLines target = ends.target().lines();
    MovedLines.Taken taken = target.take(source.pool(), anchors);
    int percent =
        Math.max(
            100 * taken.lineCount() / source.movingCount(),
            100 * taken.lineCount() / target.movingCount());
    MoveLink link = new MoveLink(ends.source(), ends.target(), anchors, taken);
    int ofWhole = Math.max(link.percentOfSource(), link.percentOfTarget());
    boolean isWhole = taken.lineCount() >= MANY_LINES && link.percentOfTarget() >= WHOLE_PERCENT;
    boolean isMuch = taken.lineCount() >= MANY_LINES || ofWhole >= MUCH_PERCENT;
    if (isWhole || (anchors.size() >= MIN_ANCHORS && percent >= MIN_PERCENT && isMuch)) {
      links.add(link);
    }
  }
}
