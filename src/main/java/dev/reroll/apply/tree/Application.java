package dev.reroll.apply.tree;

import dev.reroll.bytes.Octets;
import java.util.List;

/** Tells what came of applying one patch: all of it, or nothing. */
public sealed interface Application {
  /**
   * The patch is in.
   *
   * @param after the tree with it
   * @param remarks what is worth knowing of how it went in, in order; empty where all was exact
   */
  record Applied(Overlay after, List<Remark> remarks) implements Application {
    public Applied {
      remarks = List.copyOf(remarks);
    }
  }

  /**
   * The patch is not in, and the tree is as it was.
   *
   * @param path the file; empty where the patch as a whole is refused
   * @param hunkOrdinal the hunk; 0 where it is none's fault
   * @param reason one line without the path
   */
  record Refused(Octets path, int hunkOrdinal, String reason) implements Application {
    @Override
    public String toString() {
      String place = path.isEmpty() ? "" : path + ": ";
      return place + (hunkOrdinal == 0 ? "" : "hunk " + hunkOrdinal + ": ") + reason;
    }
  }
}
