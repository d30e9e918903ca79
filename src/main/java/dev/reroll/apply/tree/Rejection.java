package dev.reroll.apply.tree;

import dev.reroll.bytes.Octets;

/** Carries the reason why a patch is refused out of the steps of applying it. */
public final class Rejection extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Application.Refused refused;

  private Rejection(Application.Refused refused) {
    super(refused.toString());
    this.refused = refused;
  }

  /** Refuses a whole patch. */
  public static Rejection of(String reason) {
    return at(Octets.EMPTY, reason);
  }

  /** Refuses a file. */
  public static Rejection at(Octets path, String reason) {
    return new Rejection(new Application.Refused(path, 0, reason));
  }

  /** Refuses a hunk of a file; hunks are counted from 1. */
  public static Rejection ofHunk(Octets path, int hunkOrdinal, String reason) {
    return new Rejection(new Application.Refused(path, hunkOrdinal, reason));
  }

  /** Returns the refusal that the caller of {@code Applier} sees. */
  public Application.Refused refused() {
    return refused;
  }
}
