package dev.reroll.review.result;

import java.util.List;
import java.util.Optional;

/**
 * Something that a maintainer wants to know before merging, and that differs between the versions.
 *
 * @param kind what it is about
 * @param change how the newer version differs from the older one
 * @param patch the patch that it is about, one of the review's; empty where it is about the series
 * @param what the paths, lines, trailers or names that differ; for a change of one value the old
 *     and the new one
 */
public record ReviewFlag(Kind kind, Change change, Optional<PatchReview> patch, List<String> what) {
  /** What a flag is about. */
  public enum Kind {
    /** Headers that user space is built with. */
    UAPI,
    /** Symbols that modules may use. */
    EXPORTED_SYMBOL,
    /** Options of the kernel's configuration. */
    KCONFIG,
    /** What device trees may say. */
    DEVICE_TREE_BINDING,
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
    BASE
  }

  /** How the newer version differs. */
  public enum Change {
    /** Only the newer version has it. */
    ADDED,
    /** Only the older version has it. */
    DROPPED,
    /** Both versions have it, each its own. */
    CHANGED
  }

  public ReviewFlag {
    what = List.copyOf(what);
  }
}
