package dev.reroll.rangediff;

import dev.reroll.patch.UnseenChanges;
import dev.reroll.patch.UnseenChanges.UnseenChange;
import java.util.List;
import java.util.Optional;

/** What became of one patch, or of a pair of patches. */
public sealed interface Entry {
  /** A pair whose texts are the same altogether: {@code =}. */
  record Unchanged(NumberedPatch before, NumberedPatch after) implements Entry {
    /** Finds what differs all the same, because {@code git range-diff} does not compare it. */
    public List<UnseenChange> unseen() {
      return UnseenChanges.of(before.patch(), after.patch());
    }

    @Override
    public Optional<NumberedPatch> beforeSide() {
      return Optional.of(before);
    }

    @Override
    public Optional<NumberedPatch> afterSide() {
      return Optional.of(after);
    }
  }

  /**
   * A pair whose texts differ: {@code !}.
   *
   * @param hunks the difference of the two texts, never empty
   */
  record Changed(NumberedPatch before, NumberedPatch after, List<BodyHunk> hunks) implements Entry {
    public Changed {
      hunks = List.copyOf(hunks);
      if (hunks.isEmpty()) {
        throw new IllegalArgumentException("a changed pair has a difference");
      }
    }

    @Override
    public Optional<NumberedPatch> beforeSide() {
      return Optional.of(before);
    }

    @Override
    public Optional<NumberedPatch> afterSide() {
      return Optional.of(after);
    }
  }

  /** A patch that only the old version has: {@code <}. */
  record Removed(NumberedPatch before) implements Entry {
    @Override
    public Optional<NumberedPatch> beforeSide() {
      return Optional.of(before);
    }

    @Override
    public Optional<NumberedPatch> afterSide() {
      return Optional.empty();
    }
  }

  /** A patch that only the new version has: {@code >}. */
  record Added(NumberedPatch after) implements Entry {
    @Override
    public Optional<NumberedPatch> beforeSide() {
      return Optional.empty();
    }

    @Override
    public Optional<NumberedPatch> afterSide() {
      return Optional.of(after);
    }
  }

  /** Returns the patch of the old version, which a patch of the new version alone lacks. */
  Optional<NumberedPatch> beforeSide();

  /** Returns the patch of the new version, which a patch of the old version alone lacks. */
  Optional<NumberedPatch> afterSide();

  /** Calls the one method of {@code visitor} that is for this kind of entry. */
  default <T> T fold(Visitor<T> visitor) {
    if (this instanceof Unchanged unchanged) {
      return visitor.unchanged(unchanged);
    }
    if (this instanceof Changed changed) {
      return visitor.changed(changed);
    }
    if (this instanceof Removed removed) {
      return visitor.removed(removed);
    }
    return visitor.added((Added) this);
  }

  /**
   * Has a method for each kind of entry.
   *
   * @param <T> what they return
   */
  interface Visitor<T> {
    /** Handles a pair without a difference. */
    T unchanged(Unchanged entry);

    /** Handles a pair with a difference. */
    T changed(Changed entry);

    /** Handles a patch of the old version alone. */
    T removed(Removed entry);

    /** Handles a patch of the new version alone. */
    T added(Added entry);
  }
}
