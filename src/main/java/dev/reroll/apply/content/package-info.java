/**
 * The content of one file, changed by hunks or by binary data.
 *
 * <p>Enters: the old content and a {@code FilePatch}. Leaves: the new content, and how far hunks
 * had to be moved. Must not know: paths, modes and other files.
 */
@NullMarked
package dev.reroll.apply.content;

import org.jspecify.annotations.NullMarked;
