package dev.reroll.apply;

import dev.reroll.message.Octets;

/** Carries the reason why a patch is refused out of the steps of applying it. */
final class Rejection extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Application.Refused refused;

  private Rejection(Application.Refused refused) {
    super(refused.toString());
    this.refused = refused;
  }

  static Rejection of(String reason) {
    return at(Octets.EMPTY, reason);
  }

  static Rejection at(Octets path, String reason) {
    return new Rejection(new Application.Refused(path, 0, reason));
  }

  static Rejection ofHunk(Octets path, int hunkOrdinal, String reason) {
    return new Rejection(new Application.Refused(path, hunkOrdinal, reason));
  }

  Application.Refused refused() {
    return refused;
  }
}
