package dev.reroll.align;

/**
 * How dear it is to create or delete a patch, against changing one.
 *
 * @param percent of the patch's size; git takes any number, even a negative one
 */
public record CreationFactor(int percent) {
  /** What git takes where the user says nothing. */
  public static final CreationFactor DEFAULT = new CreationFactor(60);

  /** Returns the cost of creating or deleting a patch; wraps around where git's arithmetic does. */
  int costOf(DiffPart part) {
    return part.size() * percent / 100;
  }
}
