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

  /** Tells that a patch went in, but not quite as it was written. */
  sealed interface Remark {
    /** Returns one line for people, starting in lower case. */
    String text();

    /**
     * A hunk fitted elsewhere than its header says.
     *
     * @param hunkOrdinal which hunk of the file
     * @param lineOrdinal the line at which it fitted
     * @param offset how many lines further down that is; negative for further up
     */
    record Moved(Octets path, int hunkOrdinal, int lineOrdinal, int offset) implements Remark {
      @Override
      public String text() {
        String unit = offset == 1 || offset == -1 ? " line)" : " lines)";
        return path
            + ": hunk "
            + hunkOrdinal
            + " succeeded at line "
            + lineOrdinal
            + " (offset "
            + offset
            + unit;
      }
    }

    /** A file has not the mode that the patch expects. */
    record OtherMode(Octets path, EntryMode found, EntryMode expected) implements Remark {
      @Override
      public String text() {
        return path + ": has mode " + found.digits() + ", expected " + expected.digits();
      }
    }

    /** The patch did not fit and was merged by the blobs that it names. */
    record Merged() implements Remark {
      @Override
      public String text() {
        return "merged using the blobs in its index lines";
      }
    }

    /** Damaged binary data made git read no further; what stands before them went in. */
    record CutShort() implements Remark {
      @Override
      public String text() {
        return "corrupt binary patch: only what comes before it is applied";
      }
    }

    /** All that the patch does was there already; {@code git am} leaves such a patch out. */
    record AlreadyThere() implements Remark {
      @Override
      public String text() {
        return "changes nothing: already applied";
      }
    }
  }
}
