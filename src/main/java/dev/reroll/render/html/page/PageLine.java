package dev.reroll.render.html.page;

/**
 * One line of a patch.
 *
 * @param id its anchor; empty for {@link #NONE}
 * @param number what stands in the margin
 * @param style its class: who has it ({@code u} both, {@code b} the old version, {@code a} the new
 *     one; {@code o} and {@code n} where that version alone has the whole patch), and what it is
 *     there ({@code p} added, {@code m} removed, {@code c} context, {@code t} message, {@code s} a
 *     section's title, {@code h} a hunk's heading)
 * @param sign the outer sign; empty where there is none
 * @param inner the patch's own sign; empty where the line has none
 * @param text the line behind its signs, so that its tabs stop where they do in the file
 */
public record PageLine(
    String id, String number, String style, String sign, String inner, Text text) {
  /** Stands where one side has no line. */
  public static final PageLine NONE = new PageLine("", "", "", "", "", Text.EMPTY);

  /** Whether there is a line. */
  public boolean isThere() {
    return !id.isEmpty();
  }
}
