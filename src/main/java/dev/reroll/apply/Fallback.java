package dev.reroll.apply;

/** What is done with a patch that does not apply. */
public enum Fallback {
  /** It is refused, as {@code git am} does. */
  NONE,
  /** It is merged by the blobs that it names where they are there, as {@code git am -3} does. */
  THREE_WAY
}
