package dev.reroll.app.tree;

import dev.reroll.apply.Applier;
import dev.reroll.apply.Applier.Fallback;
import dev.reroll.apply.tree.Application;
import dev.reroll.apply.tree.Overlay;
import dev.reroll.mail.PatchMail;
import dev.reroll.mail.subject.Position;
import dev.reroll.problem.Refusal;
import java.util.ArrayList;
import java.util.List;

/** Puts patches on a tree that they were not made on, one after another, merging where it must. */
final class CarryPatches {
  private final List<String> conflicts = new ArrayList<>();
  private Overlay tree;

  CarryPatches(Overlay base) {
    tree = base;
  }

  /** Returns the tree with all patches that could be put on it so far. */
  Overlay tree() {
    return tree;
  }

  /** Returns which patches could not, and in which file, a few words each. */
  List<String> conflicts() {
    return List.copyOf(conflicts);
  }

  /** Puts the next patch on the tree; false, and leaves the tree as it is, where that conflicts. */
  boolean put(PatchMail mail) throws Refusal {
    Application application = Applier.apply(mail.diff(), tree, Fallback.THREE_WAY);
    if (application instanceof Application.Applied applied) {
      tree = applied.after();
      return true;
    }
    String name = mail.envelope().subject().position().map(Position::toString).orElse("1/1");
    conflicts.add("patch " + name + " (" + application + ")");
    return false;
  }
}
