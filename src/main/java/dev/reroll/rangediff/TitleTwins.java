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
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Finds patches that have the same title on both sides and were not paired, and the creation factor
 * that would pair them.
 *
 * <p>A lone pair is made once its cost is no more than what removing the one and adding the other
 * costs; that gives the factor to try. The other patches may pull the pair apart all the same, so
 * the factor is confirmed by aligning with it, and half as much again is tried where it fails. At
 * most {@value #MOST_FACTORS} different factors are tried, the largest for all if there are more;
 * in a comparison of over {@value #MOST_CONFIRMED} pairs, where aligning again would take longer
 * than all the rest, the factor is named unconfirmed.
 */
final class TitleTwins {
  private static final int HIGHEST_FACTOR = 999;
  private static final int MOST_FACTORS = 4;
  private static final int MOST_CONFIRMED = 62_500;

  private final Aligner aligner;
  private final CreationFactor used;
  private final List<Entry> entries;
  private final boolean confirming;
  private final Map<Integer, Set<Match>> matchesByFactor = new HashMap<>();

  /** Names two sides of the same title. */
  private record Pair(Side before, Side after) {}

  TitleTwins(Aligner aligner, CreationFactor used, RangeDiff result) {
    this.aligner = aligner;
    this.used = used;
    this.entries = result.entries();
    this.confirming = (long) result.beforeCount() * result.afterCount() <= MOST_CONFIRMED;
  }

  List<TitleTwin> find() {
    List<Pair> pairs = pairs();
    SortedSet<Integer> factors = new TreeSet<>();
    pairs.forEach(pair -> factors.add(leastFactor(pair)));
    boolean each = !confirming || factors.size() <= MOST_FACTORS;
    List<TitleTwin> twins = new ArrayList<>();
    for (Pair pair : pairs) {
      OptionalInt factor = factor(pair, each ? leastFactor(pair) : factors.last());
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

  /** Returns the least factor at which the pair, alone, would be made; at most the highest. */
  private int leastFactor(Pair pair) {
    int cost = aligner.cost(pair.before().ordinal() - 1, pair.after().ordinal() - 1);
    int sizes = pair.before().patch().diffSize() + pair.after().patch().diffSize();
    long factor = 1 + 100L * cost / Math.max(1, sizes);
    return (int) Math.min(HIGHEST_FACTOR, Math.max(used.percent() + 1L, factor));
  }

  private OptionalInt factor(Pair pair, int first) {
    if (!confirming) {
      return OptionalInt.of(first);
    }
    int second = Math.min(HIGHEST_FACTOR, first + first / 2);
    if (isMade(pair, first)) {
      return OptionalInt.of(first);
    }
    return isMade(pair, second) ? OptionalInt.of(second) : OptionalInt.empty();
  }

  private boolean isMade(Pair pair, int factor) {
    return matchesByFactor
        .computeIfAbsent(factor, f -> Set.copyOf(aligner.align(new CreationFactor(f)).matches()))
        .contains(new Match(pair.before().ordinal() - 1, pair.after().ordinal() - 1));
  }
}
