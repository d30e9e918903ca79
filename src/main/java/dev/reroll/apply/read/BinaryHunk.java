package dev.reroll.apply.read;

import dev.reroll.bytes.Octets;

/**
 * Binary data as a patch carries it, inflated.
 *
 * @param isDelta whether {@code data} tells how to make the new content from the old one; else it
 *     is the new content
 */
public record BinaryHunk(boolean isDelta, Octets data) {}
