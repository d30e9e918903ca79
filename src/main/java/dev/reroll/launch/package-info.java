/**
 * The start of the process, and what is there only because a JVM starts slowly.
 *
 * <p>Enters: the arguments of the process. Leaves: its exit code. Nobody imports this package, so
 * that what it does for speed can be left out without a trace.
 */
@NullMarked
package dev.reroll.launch;

import org.jspecify.annotations.NullMarked;
