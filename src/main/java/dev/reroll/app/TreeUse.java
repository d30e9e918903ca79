package dev.reroll.app;

import dev.reroll.message.Diagnostic;
import dev.reroll.message.Refusal;
import java.util.Optional;
import java.util.function.Consumer;

/** Brings versions into the form that their patches have once they are applied to a tree. */
public interface TreeUse {
  /**
   * Finds the patches of both versions in that form; empty where the tree has nothing to do with
   * them.
   *
   * @param diagnostics is told of each bad spot in the mails, by one thread
   * @throws Refusal where the tree cannot be read; never because a version does not apply
   */
  Optional<BothSides<TreePatches>> find(VersionPair pair, Consumer<Diagnostic> diagnostics)
      throws Refusal;
}
