package dev.reroll.rangediff;

import dev.reroll.align.Aligner;
import dev.reroll.align.CreationFactor;
import dev.reroll.align.Match;
import dev.reroll.message.Octets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Finds patches that have the same title on both sides and were not paired, and the creation factor
 * that would pair them.
 *
 * <p>A lone pair should be made once its cost is no more than what removing the one and adding the
 * other costs; that gives the factor to try. But the other patches may pull the pair apart, and
 * git's assignment, which is not always of least cost, often makes it sooner. So the factor is
 * confirmed by aligning with it, half as much again is tried where it fails, and in a comparison of
 * at most {@value #MOST_BISECTED} pairs the least one is then found by bisection. In one of over
 * {@value #MOST_CONFIRMED} pairs, where aligning again would take longer than all the rest, the
 * factor is named unconfirmed.
 */
final class TitleTwins {
  private static final int HIGHEST_FACTOR = 999;
  private static final int MOST_BISECTED = 4_000;
  private static final int MOST_CONFIRMED = 62_500;

  private final Aligner aligner;
  private final CreationFactor used;
  private final List<Entry> entries;
  private final boolean bisecting;
  private final int mostAlignments;
  private final Map<Integer, Set<Match>> matchesByFactor = new HashMap<>();

  /** Names two sides of the same title. */
  private record Pair(Side before, Side after) {}

  TitleTwins(Aligner aligner, CreationFactor used, RangeDiff result) {
    this.aligner = aligner;
    this.used = used;
    this.entries = result.entries();
    long pairCount = (long) result.beforeCount() * result.afterCount();
    this.bisecting = pairCount <= MOST_BISECTED;
    this.mostAlignments = bisecting ? 50 : pairCount <= MOST_CONFIRMED ? 4 : 0;
  }

  List<TitleTwin> find() {
    List<TitleTwin> twins = new ArrayList<>();
    for (Pair pair : pairs()) {
      boolean confirming = matchesByFactor.size() < mostAlignments;
      OptionalInt factor = confirming ? confirmed(pair) : OptionalInt.of(expectedFactor(pair));
      twins.add(new TitleTwin(pair.before(), pair.after(), factor, confirming));
    }
    return twins;
  }

  private List<Pair> pairs() {
    Map<Octets, Side> removed = new HashMap<>();
    for (Entry entry : entries) {
      if (entry instanceof Entry.Removed gone) {
        removed.putIfAbsent(gone.before().patch().subject(), gone.before());
      }
    }
    List<Pair> pairs = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry instanceof Entry.Added fresh) {
        Side before = removed.remove(fresh.after().patch().subject());
        if (before != null) {
          pairs.add(new Pair(before, fresh.after()));
        }
      }
    }
    return pairs;
  }

  private OptionalInt confirmed(Pair pair) {
    int expected = expectedFactor(pair);
    for (int factor : new int[] {expected, Math.min(HIGHEST_FACTOR, expected + expected / 2)}) {
      if (isMade(pair, factor)) {
        return OptionalInt.of(bisecting ? least(pair, factor) : factor);
      }
    }
    return OptionalInt.empty();
  }

  /** Returns the least factor at which the pair, alone, would be made; at most the highest. */
  private int expectedFactor(Pair pair) {
    int cost = aligner.cost(pair.before().ordinal() - 1, pair.after().ordinal() - 1);
    int sizes = pair.before().patch().diffSize() + pair.after().patch().diffSize();
    long factor = 1 + 100L * cost / Math.max(1, sizes);
    return (int) Math.min(HIGHEST_FACTOR, Math.max(used.percent() + 1L, factor));
  }

  /** Bisects between the factor that was used and one that makes the pair. */
  private int least(Pair pair, int making) {
    int low = used.percent();
    int high = making;
    while (high - low > 1) {
      int middle = low + (high - low) / 2;
      if (isMade(pair, middle)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  private boolean isMade(Pair pair, int factor) {
    return matchesByFactor
        .computeIfAbsent(factor, f -> Set.copyOf(aligner.align(new CreationFactor(f)).matches()))
        .contains(new Match(pair.before().ordinal() - 1, pair.after().ordinal() - 1));
  }
}
