package dev.reroll.review.result;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that a maintainer wants to know before merging, and that differs between the versions.
 *
 * @param kind what it is about
 * @param name what it is called: of a path the name of its rule, such as {@code uapi}
 * @param change how the newer version differs from the older one
 * @param patch the patch that it is about, one of the review's; empty where it is about the series
 * @param what the paths, lines, trailers or names that differ; for a change of one value the old
 *     and the new one
 */
public record ReviewFlag(
    Kind kind, String name, Change change, Optional<PatchReview> patch, List<String> what) {
  /** What a flag is about. */
  public enum Kind {
    /** A path that a rule names, or a line that belongs to the same interface. */
    PATH,
    /** Symbols that modules may use. */
    EXPORTED_SYMBOL,
    /** A {@code Fixes:} trailer. */
    FIXES,
    /** {@code Cc: stable}. */
    STABLE,
    /** A patch whose sender is not among those who signed it off. */
    SENDER_SIGN_OFF,
    /** A patch whose author is not among those who signed it off. */
    AUTHOR_SIGN_OFF,
    /** The tree that the subject names. */
    TREE,
    /** The commit in {@code base-commit:}. */
    BASE,
    /** A tag of a reviewer that stands though the code changed. */
    TAG_KEPT,
    /** Code that changed without a word in any changelog. */
    NOT_MENTIONED,
    /** A diff that cannot be read as a whole, which {@code git am} would refuse. */
    BROKEN_DIFF
  }

  /** How the newer version differs. */
  public enum Change {
    /** Only the newer version has it. */
    ADDED,
    /** Only the older version has it. */
    DROPPED,
    /** Both versions have it, each its own. */
    CHANGED,
    /** The newer version lacks something that the older one did not lack. */
    MISSING
  }

  public ReviewFlag {
    what = List.copyOf(what);
  }

  /** Makes one that is called as its kind is. */
  public ReviewFlag(Kind kind, Change change, Optional<PatchReview> patch, List<String> what) {
    this(kind, kind.name().toLowerCase(Locale.ROOT).replace('_', '-'), change, patch, what);
  }

  /** Whether another part of a review says it, too. */
  public boolean isSaidElsewhere() {
    return kind == Kind.TAG_KEPT || kind == Kind.NOT_MENTIONED;
  }
}
