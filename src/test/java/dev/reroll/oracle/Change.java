package dev.reroll.oracle;

/** One thing that a patch does to a tree; does nothing where the tree has no place for it. */
@FunctionalInterface
interface Change {
  void apply(Tree tree);
}
