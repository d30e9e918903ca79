package dev.reroll.apply.run;

import dev.reroll.apply.read.FileHead;
import dev.reroll.apply.read.FilePatch;
import dev.reroll.apply.tree.EntryMode;
import dev.reroll.apply.tree.Overlay;
import dev.reroll.apply.tree.Paths;
import dev.reroll.apply.tree.Rejection;
import dev.reroll.apply.tree.TreeFile;
import dev.reroll.message.Octets;
import dev.reroll.message.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keeps patches from writing through a symbolic link, one that they make themselves included. */
final class SymlinkGuard {
  private final Overlay tree;
  private final Set<Octets> going = new HashSet<>();
  private final Set<Octets> coming = new HashSet<>();

  SymlinkGuard(Overlay tree, List<FilePatch> files) {
    this.tree = tree;
    for (FilePatch file : files) {
      FileHead head = file.head();
      if (head.takesAway() && isLink(head.modes().before())) {
        going.add(head.before().orElseThrow());
      }
      if (isLink(head.modes().after())) {
        head.after().ifPresent(coming::add);
      }
    }
  }

  void check(Octets path) throws Rejection, Refusal {
    for (Octets folder = Paths.parent(path); !folder.isEmpty(); folder = Paths.parent(folder)) {
      boolean isLink =
          coming.contains(folder)
              || (!going.contains(folder) && isLink(tree.find(folder).map(TreeFile::mode)));
      if (isLink) {
        throw Rejection.at(path, "is beyond a symbolic link");
      }
    }
  }

  private static boolean isLink(Optional<EntryMode> mode) {
    return mode.filter(EntryMode.SYMLINK::equals).isPresent();
  }
}
