package dev.reroll.apply.tree;

/**
 * Names an entry of a tree that is no folder.
 *
 * @param id the full id of its blob, in lower-case hex digits; of a submodule, that of its commit
 */
public record TreeFile(EntryMode mode, String id) {}
