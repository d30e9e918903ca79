package dev.reroll.render.html;

import dev.reroll.bytes.Octets;

/**
 * A finished page.
 *
 * @param name its file name, of letters, digits, {@code -} and {@code .}
 * @param content its octets
 */
public record HtmlFile(String name, Octets content) {}
