package dev.reroll.apply.merge;

import dev.reroll.apply.tree.BlobStore;
import dev.reroll.apply.tree.EntryMode;
import dev.reroll.apply.tree.Tree.TreeFile;
import dev.reroll.bytes.Octets;
import dev.reroll.linediff.RenameDetector;
import dev.reroll.linediff.SharedChunks;
import dev.reroll.linediff.SharedChunks.Counted;
import dev.reroll.problem.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The renames that a merge follows: those of files that are not empty. */
final class RenameSearch {
  /** Git compares no more than this, squared (git-config(1), {@code merge.renameLimit}). */
  private static final int MAX_FILES = 7000;

  private RenameSearch() {}

  /** Returns the new path of each of {@code sources} that is among {@code targets}, by old path. */
  static Map<Octets, Octets> find(
      BlobStore blobs, SortedMap<Octets, TreeFile> sources, SortedMap<Octets, TreeFile> targets)
      throws Refusal {
    RenameDetector<Placed, Refusal> detector =
        new RenameDetector<>(new BlobFiles(blobs), MAX_FILES);
    Map<Octets, Octets> targetOf = new HashMap<>();
    detector
        .find(filled(blobs, sources), filled(blobs, targets))
        .forEach((target, source) -> targetOf.put(source, target));
    return targetOf;
  }

  private static List<Placed> filled(BlobStore blobs, SortedMap<Octets, TreeFile> files) {
    String emptyId = blobs.format().blobId(Octets.EMPTY);
    return files.entrySet().stream()
        .filter(file -> !file.getValue().id().equals(emptyId))
        .map(file -> new Placed(file.getKey(), file.getValue()))
        .toList();
  }

  private record Placed(Octets path, TreeFile file) {}

  private record BlobFiles(BlobStore blobs) implements RenameDetector.Files<Placed, Refusal> {
    @Override
    public Octets path(Placed placed) {
      return placed.path();
    }

    @Override
    public String id(Placed placed) {
      return placed.file().id();
    }

    @Override
    public String mode(Placed placed) {
      return placed.file().mode().toString();
    }

    @Override
    public boolean isRegular(Placed placed) {
      return placed.file().mode().isSameType(EntryMode.FILE);
    }

    @Override
    public long size(Placed placed) throws Refusal {
      return blobs.size(placed.file().id());
    }

    @Override
    public Counted count(Placed placed, SharedChunks chunks) throws Refusal {
      Octets content = blobs.read(placed.file().id());
      return chunks.count(content.toByteArray(), FileMerge.isBinary(content));
    }
  }
}
