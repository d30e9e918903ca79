/**
 * What can go wrong, as types: a {@link dev.reroll.problem.Diagnostic} with its place, and {@link
 * dev.reroll.problem.Refusal}, the one checked exception.
 *
 * <p>Must not know: streams, exit codes, or how a command is typed.
 */
@NullMarked
package dev.reroll.problem;

import org.jspecify.annotations.NullMarked;
