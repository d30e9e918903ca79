package dev.reroll.apply.tree;

import dev.reroll.bytes.Octets;
import java.util.Optional;

/**
 * What is at a path now.
 *
 * @param file empty where it was deleted
 */
public record FileChange(Octets path, Optional<TreeFile> file) {}
