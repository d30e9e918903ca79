package dev.reroll.interdiff;

/**
 * A patch whose changes an end result lacks, in part or all of them.
 *
 * @param version what its version is called
 * @param patch which one it is in words for people, such as {@code patch 3/5}
 * @param isDamaged whether it is there, but cannot be read whole
 */
public record MissingPatch(String version, String patch, boolean isDamaged) {}
