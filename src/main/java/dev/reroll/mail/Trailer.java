package dev.reroll.mail;

/**
 * A {@code Key: value} line from the end of a commit message.
 *
 * @param key as written, such as {@code Reviewed-by}
 * @param value unfolded, without white space at its ends
 */
public record Trailer(String key, String value) {}
