package dev.reroll.review.result;

import dev.reroll.message.Octets;
import dev.reroll.patch.ComparablePatch;
import dev.reroll.rangediff.Entry;
import dev.reroll.rangediff.Side;
import java.util.Optional;
import java.util.function.Function;

/** Takes the sides of an entry apart. */
record Sides<T>(
    Function<Entry.Unchanged, T> ofUnchanged,
    Function<Entry.Changed, T> ofChanged,
    Function<Entry.Removed, T> ofRemoved,
    Function<Entry.Added, T> ofAdded)
    implements Entry.Visitor<T> {
  static final Sides<Optional<Side>> BEFORE =
      new Sides<>(
          entry -> Optional.of(entry.before()),
          entry -> Optional.of(entry.before()),
          entry -> Optional.of(entry.before()),
          entry -> Optional.empty());
  static final Sides<Optional<Side>> AFTER =
      new Sides<>(
          entry -> Optional.of(entry.after()),
          entry -> Optional.of(entry.after()),
          entry -> Optional.empty(),
          entry -> Optional.of(entry.after()));
  static final Sides<Character> SIGN =
      new Sides<>(entry -> '=', entry -> '!', entry -> '<', entry -> '>');

  static boolean hasSameDiff(PatchReview patch) {
    return patch
        .before()
        .flatMap(old -> patch.after().map(current -> diff(old).equals(diff(current))))
        .orElse(false);
  }

  private static Octets diff(Side side) {
    ComparablePatch patch = side.patch();
    return patch.text().slice(patch.diffSize() == 0 ? patch.text().length() : patch.diffOffset());
  }

  @Override
  public T unchanged(Entry.Unchanged entry) {
    return ofUnchanged.apply(entry);
  }

  @Override
  public T changed(Entry.Changed entry) {
    return ofChanged.apply(entry);
  }

  @Override
  public T removed(Entry.Removed entry) {
    return ofRemoved.apply(entry);
  }

  @Override
  public T added(Entry.Added entry) {
    return ofAdded.apply(entry);
  }
}
