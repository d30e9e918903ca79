package dev.reroll.oracle;

import java.util.List;

/**
 * A series and a tree that it is applied to.
 *
 * @param base what the series was written on
 * @param series its commits
 * @param target what it is applied to
 * @param knowsBase whether the repository with the target has the base in its history, and so its
 *     blobs
 * @param formatPatch options with which the series becomes mails
 * @param keepsReturns whether {@code git am} is told to keep CRs
 */
record AmCase(
    Tree base,
    List<Commit> series,
    Tree target,
    boolean knowsBase,
    List<String> formatPatch,
    boolean keepsReturns) {}
