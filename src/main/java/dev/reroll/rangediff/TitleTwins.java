package dev.reroll.rangediff;

import dev.reroll.align.Aligner;
import dev.reroll.align.Alignment;
import dev.reroll.align.CreationFactor;
import dev.reroll.message.Octets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Finds patches that have the same title on both sides and were not paired, and the creation factor
 * that would pair them.
 *
 * <p>A lone pair is made once its cost is no more than what removing the one and adding the other
 * costs; that gives the factor to try first. The other patches may pull the pair apart all the
 * same, so each factor is tried by aligning anew; where none up to {@value #HIGHEST_FACTOR} works,
 * none is named.
 */
final class TitleTwins {
  static final int HIGHEST_FACTOR = 999;
  private static final int MOST_TRIES = 4;

  private final Aligner aligner;
  private final CreationFactor used;

  TitleTwins(Aligner aligner, CreationFactor used) {
    this.aligner = aligner;
    this.used = used;
  }

  List<TitleTwin> among(List<Entry> entries) {
    Map<Octets, Side> removed = new HashMap<>();
    entries.forEach(entry -> removedSide(entry).ifPresent(s -> removed.putIfAbsent(title(s), s)));
    List<TitleTwin> twins = new ArrayList<>();
    for (Entry entry : entries) {
      Optional<Side> added = addedSide(entry);
      Side before = added.map(side -> removed.remove(title(side))).orElse(null);
      if (added.isPresent() && before != null) {
        twins.add(new TitleTwin(before, added.get(), factor(before, added.get())));
      }
    }
    return twins;
  }

  private static Optional<Side> removedSide(Entry entry) {
    return entry instanceof Entry.Removed removed
        ? Optional.of(removed.before())
        : Optional.empty();
  }

  private static Optional<Side> addedSide(Entry entry) {
    return entry instanceof Entry.Added added ? Optional.of(added.after()) : Optional.empty();
  }

  private static Octets title(Side side) {
    return side.patch().subject();
  }

  private OptionalInt factor(Side before, Side after) {
    int cost = aligner.cost(before.ordinal() - 1, after.ordinal() - 1);
    int sizes = Math.max(1, before.patch().diffSize() + after.patch().diffSize());
    int factor = Math.max(used.percent() + 1, (int) Math.min(HIGHEST_FACTOR, 100L * cost / sizes));
    for (int tries = 0; tries < MOST_TRIES && factor <= HIGHEST_FACTOR; tries++) {
      if (pairs(before, after, new CreationFactor(factor))) {
        return OptionalInt.of(factor);
      }
      factor += 1 + tries * tries * factor / 8;
    }
    return OptionalInt.empty();
  }

  private boolean pairs(Side before, Side after, CreationFactor factor) {
    Alignment alignment = aligner.align(factor);
    return alignment.matches().stream()
        .anyMatch(
            match ->
                match.before() == before.ordinal() - 1 && match.after() == after.ordinal() - 1);
  }
}
