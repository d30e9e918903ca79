package dev.reroll.repo.base;

import dev.reroll.apply.tree.Tree;
import java.util.Optional;

/**
 * A tree that a series may have been made on.
 *
 * @param name what people call it: a tag, a branch, the first digits of a commit's id, or words
 * @param commit the whole id of its commit, where it has one
 */
public record BaseTree(String name, Optional<String> commit, Tree tree) {}
