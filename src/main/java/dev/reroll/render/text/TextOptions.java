package dev.reroll.render.text;

import dev.reroll.render.color.Palette;

/**
 * How a range-diff is printed as text.
 *
 * @param palette the colours
 * @param dual whether a line of a body shows its inner and its outer sign by colours of their own
 * @param whitespace what to mark in new lines where {@code dual} is off
 * @param filter how the octets of mails reach the reader
 * @param abbrev how many digits of a patch-id to print, 4 to 40
 * @param bodies whether the difference of each pair is printed
 * @param removed whether patches of the old version alone are printed
 * @param added whether patches of the new version alone are printed
 */
public record TextOptions(
    Palette palette,
    boolean dual,
    WhitespaceRule whitespace,
    TextFilter filter,
    int abbrev,
    boolean bodies,
    boolean removed,
    boolean added) {
  /** As git prints to a pipe. */
  public static final TextOptions PLAIN =
      new TextOptions(
          Palette.NONE, false, WhitespaceRule.STANDARD, TextFilter.AS_IS, 12, true, true, true);
}
