package dev.reroll.review;

import dev.reroll.rangediff.Side;
import dev.reroll.review.HunkMove.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds changed lines that went from one patch to another.
 *
 * <p>What a patch lost against its partner, or has where it has no partner, is looked for among
 * what each other patch gained. Only lines of the same file that say something, and that each side
 * has once, count; at least {@value #LEAST_LINES} of them, and half of what came or went:
 *
 * <pre>
 * old 3, new 3 and 4, 4 has no partner, half of it was in 3:   split, 3 → 3, 4
 * old 2 without partner, half of it is now in 2 (once 3):      squashed, 2, 3 → 2, if it makes up
 *                                                              much of it, else folded, 2 → 2
 * old 2 lost lines that new 5 gained, both have partners:      moved, 2 → 5
 * </pre>
 */
final class MoveFinder {
  private static final int LEAST_LINES = 3;
  private static final int LEAST_PERCENT = 50;
  private static final int SQUASH_PERCENT = 30;

  private final List<PatchReview> reviews;
  private final List<PatchSource> before;
  private final List<PatchSource> after;
  private final List<HunkMove> moves = new ArrayList<>();

  private MoveFinder(List<PatchReview> reviews, List<PatchSource> before, List<PatchSource> after) {
    this.reviews = reviews;
    this.before = before;
    this.after = after;
  }

  static List<HunkMove> find(
      List<PatchReview> reviews, List<PatchSource> before, List<PatchSource> after) {
    MoveFinder finder = new MoveFinder(reviews, before, after);
    finder.search();
    return finder.moves;
  }

  /** A patch that lost lines, or that gained them; {@code index} is its place among the reviews. */
  private record End(int index, PatchReview patch, MovedLines lines) {}

  private void search() {
    List<End> sources = new ArrayList<>();
    List<End> targets = new ArrayList<>();
    for (int i = 0; i < reviews.size(); i++) {
      lost(i).ifPresent(sources::add);
      gained(i).ifPresent(targets::add);
    }
    for (End source : sources) {
      for (End target : targets) {
        if (source.index() != target.index()) {
          explain(source, target);
        }
      }
    }
    joinSplits();
    moves.sort(
        Comparator.comparingInt((HunkMove move) -> move.after().get(0))
            .thenComparing(move -> move.before().get(0)));
  }

  /** Makes one of the splits of the same old patch. */
  private void joinSplits() {
    for (int i = 0; i < moves.size(); i++) {
      HunkMove first = moves.get(i);
      for (int j = moves.size() - 1; j > i && first.kind() == Kind.SPLIT; j--) {
        HunkMove next = moves.get(j);
        if (next.kind() == Kind.SPLIT && next.before().equals(first.before())) {
          first = joined(first, next);
          moves.set(i, first);
          moves.remove(j);
        }
      }
    }
  }

  private static HunkMove joined(HunkMove one, HunkMove other) {
    return new HunkMove(
        one.kind(),
        one.before(),
        Stream.concat(one.after().stream(), other.after().stream()).distinct().sorted().toList(),
        one.lineCount() + other.lineCount(),
        Math.min(one.percent(), other.percent()),
        Stream.concat(one.paths().stream(), other.paths().stream()).distinct().sorted().toList());
  }

  private Optional<End> lost(int index) {
    PatchReview patch = reviews.get(index);
    return patch.before().isPresent() && mayMove(patch)
        ? end(index, own(patch.before(), before), own(patch.after(), after))
        : Optional.empty();
  }

  private Optional<End> gained(int index) {
    PatchReview patch = reviews.get(index);
    return patch.after().isPresent() && mayMove(patch)
        ? end(index, own(patch.after(), after), own(patch.before(), before))
        : Optional.empty();
  }

  private static Optional<PatchSource> own(Optional<Side> side, List<PatchSource> sources) {
    return side.map(found -> sources.get(found.ordinal() - 1));
  }

  private Optional<End> end(int index, Optional<PatchSource> own, Optional<PatchSource> partner) {
    MovedLines lines =
        partner.isPresent()
            ? MovedLines.without(own.orElseThrow(), partner.get())
            : MovedLines.of(own.orElseThrow());
    return lines.size() < LEAST_LINES
        ? Optional.empty()
        : Optional.of(new End(index, reviews.get(index), lines));
  }

  private static boolean mayMove(PatchReview patch) {
    return patch.kind().compareTo(ChangeKind.CODE) >= 0;
  }

  private void explain(End source, End target) {
    MovedLines shared = source.lines().shared(target.lines());
    int ofSource = percent(shared, source.lines());
    int ofTarget = percent(shared, target.lines());
    if (shared.size() < LEAST_LINES || Math.max(ofSource, ofTarget) < LEAST_PERCENT) {
      return;
    }
    boolean removed = source.patch().after().isEmpty();
    boolean added = target.patch().before().isEmpty();
    if (removed && added) {
      moves.add(move(Kind.MOVED, source, target, Math.max(ofSource, ofTarget)));
    } else if (added && ofTarget >= LEAST_PERCENT) {
      moves.add(move(Kind.SPLIT, source, target, ofTarget));
    } else if (removed && ofSource >= LEAST_PERCENT) {
      boolean much = percent(shared, whole(target)) >= SQUASH_PERCENT;
      moves.add(move(much ? Kind.SQUASHED : Kind.FOLDED, source, target, ofSource));
    } else {
      moves.add(move(Kind.MOVED, source, target, Math.max(ofSource, ofTarget)));
    }
  }

  private MovedLines whole(End target) {
    return MovedLines.of(after.get(ordinal(target.patch().after()) - 1));
  }

  private HunkMove move(Kind kind, End source, End target, int percent) {
    MovedLines shared = source.lines().shared(target.lines());
    Stream<Integer> from = Stream.of(ordinal(source.patch().before()));
    Stream<Integer> to = Stream.of(ordinal(target.patch().after()));
    if (kind == Kind.SPLIT) {
      to = Stream.concat(to, source.patch().after().map(Side::ordinal).stream());
    }
    if (kind == Kind.SQUASHED) {
      from = Stream.concat(from, target.patch().before().map(Side::ordinal).stream());
    }
    return new HunkMove(
        kind, from.sorted().toList(), to.sorted().toList(), shared.size(), percent, shared.paths());
  }

  private static int ordinal(Optional<Side> side) {
    return side.map(Side::ordinal).orElseThrow();
  }

  private static int percent(MovedLines part, MovedLines whole) {
    return whole.size() == 0 ? 0 : 100 * part.size() / whole.size();
  }
}
