package dev.reroll.apply.merge;

import dev.reroll.apply.tree.BlobStore;
import dev.reroll.apply.tree.EntryMode;
import dev.reroll.apply.tree.Tree.TreeFile;
import dev.reroll.bytes.OctetBuilder;
import dev.reroll.bytes.Octets;
import dev.reroll.linediff.DiffEngine;
import dev.reroll.linediff.Edit;
import dev.reroll.linediff.LineTable;
import dev.reroll.problem.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Merges what two sides made of one file: its mode and its content. */
final class FileMerge {
  /** Git looks so far for a NUL, which makes a content binary. */
  private static final int BINARY_SCAN = 8000;

  private final BlobStore blobs;

  FileMerge(BlobStore blobs) {
    this.blobs = blobs;
  }

  /** Returns the merged file; empty where there is a conflict. */
  Optional<TreeFile> merge(TreeFile base, TreeFile ours, TreeFile theirs) throws Refusal {
    if (ours.equals(theirs) || base.equals(theirs)) {
      return Optional.of(ours);
    }
    if (base.equals(ours)) {
      return Optional.of(theirs);
    }
    if (!ours.mode().isSameType(theirs.mode())) {
      return Optional.empty();
    }
    boolean isOurMode = theirs.mode() == base.mode() || theirs.mode() == ours.mode();
    if (!isOurMode && ours.mode() != base.mode()) {
      return Optional.empty();
    }
    EntryMode mode = isOurMode ? ours.mode() : theirs.mode();
    return id(base, ours, theirs).map(id -> new TreeFile(mode, id));
  }

  /** Returns the merged file where one side moved it, too: both must still be of one type. */
  Optional<TreeFile> mergeMoved(TreeFile base, TreeFile ours, TreeFile theirs) throws Refusal {
    return ours.mode().isSameType(theirs.mode()) ? merge(base, ours, theirs) : Optional.empty();
  }

  /** Returns what comes of two files that both sides added at one path; empty for a conflict. */
  Optional<TreeFile> mergeAdded(TreeFile ours, TreeFile theirs) throws Refusal {
    if (ours.equals(theirs)) {
      return Optional.of(ours);
    }
    boolean isText = isFile(ours) && ours.mode() == theirs.mode();
    return isText ? content(Octets.EMPTY, ours, theirs) : Optional.empty();
  }

  private Optional<String> id(TreeFile base, TreeFile ours, TreeFile theirs) throws Refusal {
    if (ours.id().equals(theirs.id()) || theirs.id().equals(base.id())) {
      return Optional.of(ours.id());
    }
    if (ours.id().equals(base.id())) {
      return Optional.of(theirs.id());
    }
    if (!isFile(ours)) {
      return Optional.empty();
    }
    Octets ancestor = isFile(base) ? read(base) : Octets.EMPTY;
    return content(ancestor, ours, theirs).map(TreeFile::id);
  }

  private Optional<TreeFile> content(Octets base, TreeFile ours, TreeFile theirs) throws Refusal {
    Octets our = read(ours);
    Octets their = read(theirs);
    if (isBinary(base) || isBinary(our) || isBinary(their)) {
      return Optional.empty();
    }
    return TextMerge.merge(base, our, their)
        .map(merged -> new TreeFile(ours.mode(), blobs.put(merged)));
  }

  private static boolean isFile(TreeFile file) {
    return file.mode() == EntryMode.FILE || file.mode() == EntryMode.EXECUTABLE;
  }

  private Octets read(TreeFile file) throws Refusal {
    return blobs.read(file.id());
  }

  static boolean isBinary(Octets content) {
    int nul = content.slice(0, Math.min(content.length(), BINARY_SCAN)).indexOf('\0', 0);
    return nul >= 0;
  }

  /**
   * Merges two texts that were made from a third, as {@code git merge-file} does.
   *
   * <p>Both are diffed with the base. An edit of one side is taken over where at least one line
   * that nobody changed lies between it and every edit of the other side. Edits that meet must
   * leave the same lines, else there is a conflict.
   *
   * <pre>
   *   base    a b c d e        ours   a X c d e        theirs  a b c d Y        merged  a X c d Y
   *   base    a b c d e        ours   a X c d e        theirs  a b Y d e        conflict
   * </pre>
   *
   * <p>Takes the time of two diffs.
   */
  static final class TextMerge {
    private final LineTable table = new LineTable();
    private final int[] base;
    private final Changed ours;
    private final Changed theirs;
    private final OctetBuilder merged;

    private TextMerge(Octets base, Octets ours, Octets theirs) {
      this.base = table.internLines(base);
      this.ours = new Changed(this.base, table.internLines(ours));
      this.theirs = new Changed(this.base, table.internLines(theirs));
      merged = new OctetBuilder(Math.max(ours.length(), theirs.length()));
    }

    /** Returns the merged text; empty where there is a conflict. */
    public static Optional<Octets> merge(Octets base, Octets ours, Octets theirs) {
      if (ours.equals(theirs) || base.equals(theirs)) {
        return Optional.of(ours);
      }
      return base.equals(ours) ? Optional.of(theirs) : new TextMerge(base, ours, theirs).merge();
    }

    private Optional<Octets> merge() {
      int done = 0;
      while (ours.hasNext() || theirs.hasNext()) {
        int start = Math.min(ours.nextStart(), theirs.nextStart());
        append(base, done, start);
        ours.beginAt(start);
        theirs.beginAt(start);
        done = endOfMeeting(start);
        int[] our = ours.linesUpTo(done);
        int[] their = theirs.linesUpTo(done);
        boolean isOneSided = !ours.hasTaken() || !theirs.hasTaken();
        if (!isOneSided && !Arrays.equals(our, their)) {
          return Optional.empty();
        }
        int[] chosen = ours.hasTaken() ? our : their;
        append(chosen, 0, chosen.length);
      }
      append(base, done, base.length);
      return Optional.of(merged.toOctets());
    }

    /** Takes the edits that meet at {@code start}; returns the line of the base where they end. */
    private int endOfMeeting(int start) {
      int end = start;
      boolean took = true;
      while (took) {
        int ourEnd = ours.take(end);
        int theirEnd = theirs.take(Math.max(end, ourEnd));
        took = ourEnd >= 0 || theirEnd >= 0;
        end = Math.max(end, Math.max(ourEnd, theirEnd));
      }
      return end;
    }

    private void append(int[] lines, int from, int to) {
      for (int i = from; i < to; i++) {
        merged.append(table.line(lines[i]));
      }
    }

    /** Walks over the edits of one side. */
    private static final class Changed {
      private final int[] lines;
      private final List<Edit> edits;
      private int index;

      /** How much further down a line of the base is here, behind the edits that were taken. */
      private int shift;

      private int takenFrom;
      private boolean taken;

      Changed(int[] base, int[] lines) {
        this.lines = lines;
        edits = new DiffEngine().plainEdits(base, lines);
      }

      boolean hasNext() {
        return index < edits.size();
      }

      int nextStart() {
        return hasNext() ? edits.get(index).beforeStart() : Integer.MAX_VALUE;
      }

      void beginAt(int start) {
        takenFrom = start + shift;
        taken = false;
      }

      /**
       * Takes the edits that begin at {@code end} or before; returns where they end, −1 for none.
       */
      int take(int end) {
        int newEnd = -1;
        while (nextStart() <= Math.max(end, newEnd)) {
          Edit edit = edits.get(index++);
          newEnd = edit.beforeEnd();
          shift = edit.afterEnd() - edit.beforeEnd();
          taken = true;
        }
        return newEnd;
      }

      boolean hasTaken() {
        return taken;
      }

      int[] linesUpTo(int end) {
        return Arrays.copyOfRange(lines, takenFrom, end + shift);
      }
    }
  }
}
