package dev.reroll.render.review;

import dev.reroll.render.text.ScreenOptions;
import dev.reroll.render.text.TextOptions;

/**
 * How a review is printed as text.
 *
 * @param text how the difference of a pair is printed
 * @param width how many columns there are
 * @param everything whether noise, unchanged paragraphs and the content of single patches are
 *     printed too
 * @param bodies whether anything is printed below the summary of each patch
 * @param wholeComments whether comments are printed whole, not a few lines of each
 * @param onlyFlags whether nothing but the flags is printed
 */
public record ReviewOptions(
    TextOptions text,
    int width,
    boolean everything,
    boolean bodies,
    boolean wholeComments,
    boolean onlyFlags) {
  ScreenOptions screen() {
    return new ScreenOptions(text.palette(), width);
  }
}
