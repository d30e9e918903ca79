package dev.reroll.series;

/** Says what the labels of two versions tell about their order, the older one by date first. */
enum Step {
  /** A higher number: there is something to find. */
  NEXT,
  /** An RFC became a patch, and the numbers may begin anew. */
  RESTART,
  /** The same number, marked as sent again. */
  RESEND,
  /** The same number without any mark: posted twice, or another work. */
  AGAIN,
  /** A lower number, or a patch that became an RFC. */
  BACK;

  static Step between(VersionLabel before, VersionLabel after) {
    boolean isMinor = after.number() == before.number() && after.minor() > before.minor();
    if (after.number() > before.number() || isMinor) {
      return NEXT;
    }
    if (before.rfc() && !after.rfc()) {
      return RESTART;
    }
    if (after.number() < before.number() || after.minor() < before.minor()) {
      return BACK;
    }
    return after.resend() && !before.resend() ? RESEND : AGAIN;
  }
}
