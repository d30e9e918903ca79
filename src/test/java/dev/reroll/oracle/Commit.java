package dev.reroll.oracle;

/** One commit of a series, with the whole tree that it leaves. */
record Commit(Author author, String message, Tree tree) {}
