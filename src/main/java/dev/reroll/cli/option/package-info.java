/**
 * Groups of options that commands share, and the words and names given to them.
 *
 * <p>Enters: the words behind a command's name. Leaves: typed values, such as which versions to
 * compare, whether in a tree, and where the result goes. Must not know: any one command but {@code
 * diff}, whose options others repeat.
 */
@NullMarked
package dev.reroll.cli.option;

import org.jspecify.annotations.NullMarked;
