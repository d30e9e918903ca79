package dev.reroll.review.moves;

import dev.reroll.review.moves.MoveLink.MoveEnd;
import dev.reroll.review.result.HunkMove;
import dev.reroll.review.result.HunkMove.Kind;
import dev.reroll.review.result.HunkMove.Share;
import dev.reroll.review.result.HunkMove.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells what links between patches mean: one sentence for all that belong together.
 *
 * <pre>
 * old 3 has a partner, new 4 has none, half of it was in 3:   split, 3 → 3, 4
 * old 3 has none, and went to new 3 and 4:                    split, 3 → 3, 4
 * old 2 has none, half of it is in new 2 (once 3):            squashed, 2, 3 → 2, if it makes up
 *                                                             much of it, else folded, 2 → 2
 * old 2 and new 5 have none, and are half of each other, or
 * less where their titles are alike:                          retitled, 2 → 5
 * anything else:                                              moved, 2 → 5
 * </pre>
 */
final class MoveStories {
  private static final int MIN_PERCENT = 50;
  private static final int SQUASH_PERCENT = 30;
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final List<HunkMove> moves = new ArrayList<>();
  private final List<MoveLink> open;

  private MoveStories(List<MoveLink> links) {
    this.open = new ArrayList<>(links);
    open.sort(
        Comparator.comparingInt((MoveLink link) -> link.target().ordinal())
            .thenComparingInt(link -> link.source().ordinal()));
  }

  /** Returns the moves by new patch, then by old. */
  static List<HunkMove> of(List<MoveLink> links) {
    MoveStories stories = new MoveStories(links);
    stories.splits();
    stories.squashes();
    stories.open.forEach(link -> stories.moves.add(single(link)));
    stories.moves.sort(
        Comparator.comparingInt((HunkMove move) -> move.after().get(0))
            .thenComparing(move -> move.before().get(0)));
    return stories.moves;
  }

  /** Takes old patches whose lines are in several new ones. */
  private void splits() {
    for (List<MoveLink> links : groups(MoveLink::source)) {
      MoveEnd source = links.get(0).source();
      List<MoveLink> parts =
          source.isAlone() ? links : links.stream().filter(MoveStories::isSplitOff).toList();
      if (parts.size() < (source.isAlone() ? 2 : 1)) {
        continue;
      }
      int lineCount = takenTogether(parts);
      List<MoveEnd> targets = parts.stream().map(MoveLink::target).toList();
      Share share =
          source.isAlone()
              ? share(Version.BEFORE, List.of(source), lineCount)
              : share(Version.AFTER, targets, lineCount);
      if (share.percent() >= MIN_PERCENT) {
        Stream<Integer> after =
            Stream.concat(targets.stream().map(MoveEnd::ordinal), source.partner().stream());
        List<Integer> before = List.of(source.ordinal());
        tell(new HunkMove(Kind.SPLIT, before, sorted(after), share, paths(parts)), parts);
      }
    }
  }

  private static boolean isSplitOff(MoveLink link) {
    return link.target().isAlone() && link.percentOfTarget() >= MIN_PERCENT;
  }

  /** Counts the lines that went from one old patch to several, each once. */
  private static int takenTogether(List<MoveLink> links) {
    Map<String, Integer> pool = links.get(0).source().lines().pool();
    int count = 0;
    for (MoveLink link : links) {
      count += link.target().lines().take(pool, link.anchors()).lineCount();
    }
    return count;
  }

  /** Takes new patches that several old ones are in. */
  private void squashes() {
    for (List<MoveLink> links : groups(MoveLink::target)) {
      MoveEnd target = links.get(0).target();
      List<MoveLink> parts = links.stream().filter(MoveStories::isGone).toList();
      int percent = parts.stream().mapToInt(MoveLink::percentOfTarget).sum();
      boolean isSquash =
          target.isAlone() ? parts.size() > 1 : !parts.isEmpty() && percent >= SQUASH_PERCENT;
      if (isSquash || parts.size() > 1) {
        List<MoveEnd> sources = parts.stream().map(MoveLink::source).toList();
        int lineCount = parts.stream().mapToInt(part -> part.taken().lineCount()).sum();
        Stream<Integer> own = isSquash ? target.partner().stream() : Stream.empty();
        Stream<Integer> before = Stream.concat(sources.stream().map(MoveEnd::ordinal), own);
        Share share = share(Version.BEFORE, sources, lineCount);
        Kind kind = isSquash ? Kind.SQUASHED : Kind.FOLDED;
        List<Integer> after = List.of(target.ordinal());
        tell(new HunkMove(kind, sorted(before), after, share, paths(parts)), parts);
      }
    }
  }

  private static boolean isGone(MoveLink link) {
    return link.source().isAlone() && link.percentOfSource() >= MIN_PERCENT;
  }

  private static HunkMove single(MoveLink link) {
    boolean ofSource = link.percentOfSource() >= link.percentOfTarget();
    Kind kind = Kind.MOVED;
    if (isRetitled(link)) {
      ofSource = true;
      kind = Kind.RETITLED;
    } else if (isGone(link) && !link.target().isAlone()) {
      ofSource = true;
      kind = Kind.FOLDED;
    }
    int lineCount = link.taken().lineCount();
    return new HunkMove(
        kind,
        List.of(link.source().ordinal()),
        List.of(link.target().ordinal()),
        ofSource
            ? share(Version.BEFORE, List.of(link.source()), lineCount)
            : share(Version.AFTER, List.of(link.target()), lineCount),
        paths(List.of(link)));
  }

  private static boolean isRetitled(MoveLink link) {
    boolean isAlone = link.source().isAlone() && link.target().isAlone();
    int percent = Math.min(link.percentOfSource(), link.percentOfTarget());
    return isAlone
        && (percent >= MIN_PERCENT || (percent >= SQUASH_PERCENT && hasLikeTitles(link)));
  }

  /** Whether most words of the two titles are in both. */
  private static boolean hasLikeTitles(MoveLink link) {
    Set<String> before = words(link.source());
    Set<String> after = words(link.target());
    Set<String> all = new TreeSet<>(before);
    all.addAll(after);
    before.retainAll(after);
    return before.size() * 2 > all.size();
  }

  private static Set<String> words(MoveEnd end) {
    Set<String> words = new TreeSet<>(List.of(NO_WORD.split(end.title().strip(), -1)));
    words.remove("");
    return words;
  }

  private static Share share(Version version, List<MoveEnd> ends, int lineCount) {
    int changedCount = ends.stream().mapToInt(end -> end.lines().changedCount()).sum();
    return new Share(
        version, ends.stream().map(MoveEnd::ordinal).sorted().toList(), lineCount, changedCount);
  }

  private List<List<MoveLink>> groups(Function<MoveLink, MoveEnd> end) {
    Map<MoveEnd, List<MoveLink>> groups = new LinkedHashMap<>();
    open.forEach(link -> groups.computeIfAbsent(end.apply(link), e -> new ArrayList<>()).add(link));
    return List.copyOf(groups.values());
  }

  private void tell(HunkMove move, List<MoveLink> links) {
    moves.add(move);
    open.removeAll(links);
  }

  private static List<Integer> sorted(Stream<Integer> ordinals) {
    return ordinals.distinct().sorted().toList();
  }

  private static List<String> paths(List<MoveLink> links) {
    Set<String> paths = new TreeSet<>();
    links.forEach(link -> paths.addAll(link.taken().paths()));
    return List.copyOf(paths);
  }
}
