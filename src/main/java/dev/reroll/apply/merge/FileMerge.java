package dev.reroll.apply.merge;

import dev.reroll.apply.tree.BlobStore;
import dev.reroll.apply.tree.EntryMode;
import dev.reroll.apply.tree.TreeFile;
import dev.reroll.bytes.Octets;
import dev.reroll.problem.Refusal;
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
}
