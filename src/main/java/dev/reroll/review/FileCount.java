package dev.reroll.review;

/**
 * Counts the changed lines of one file.
 *
 * @param path its path in the new tree
 * @param kind the sort of change that it went through
 */
public record FileCount(String path, ChangeKind kind, LineCount lines) {}
