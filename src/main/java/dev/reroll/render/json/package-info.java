/**
 * Writes what was found as JSON, in the form that {@code src/docs/reroll.schema.json} describes.
 *
 * <p>Enters: comparisons and lineages. Leaves: octets on a stream that it was handed. Must not
 * know: options.
 */
@NullMarked
package dev.reroll.render.json;

import org.jspecify.annotations.NullMarked;
