package dev.reroll.render.text;

import dev.reroll.render.color.Palette;

/**
 * How text that is not git's is printed.
 *
 * @param palette the colours
 * @param width how many columns there are
 */
public record ScreenOptions(Palette palette, int width) {
  /** The narrowest screen that is written for; on a narrower one, lines wrap. */
  public static final int MIN_WIDTH = 40;

  /** For files and pipes. */
  public static final ScreenOptions PLAIN = new ScreenOptions(Palette.NONE, 80);

  public ScreenOptions {
    if (width < 1) {
      throw new IllegalArgumentException("a screen of " + width + " columns");
    }
  }
}
