package dev.reroll.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.apply.Applier.Fallback;
import dev.reroll.apply.merge.TreeMerge;
import dev.reroll.apply.tree.Application;
import dev.reroll.apply.tree.BlobStore;
import dev.reroll.apply.tree.EntryMode;
import dev.reroll.apply.tree.ObjectFormat;
import dev.reroll.apply.tree.Overlay;
import dev.reroll.apply.tree.Overlay.FileChange;
import dev.reroll.apply.tree.Tree.TreeFile;
import dev.reroll.bytes.Octets;
import dev.reroll.problem.Refusal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ThreeWayTest {
  private static final String BASE = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";

  /** Changes line 5 of {@code f} from the base. */
  private static final String PATCH =
      "diff --git a/f b/f\nindex "
          + ObjectFormat.SHA1.blobId(Octets.utf8(BASE))
          + "..1234567 100644\n--- a/f\n+++ b/f\n@@ -4,3 +4,3 @@\n 4\n-5\n+five\n 6\n";

  private static MemoryTree treeWithBase() {
    MemoryTree tree = new MemoryTree();
    tree.blob(BASE);
    return tree;
  }

  private static Tried merged(MemoryTree tree, String diff) {
    return Tried.on(tree, diff, Fallback.THREE_WAY);
  }

  @Test
  void patchWhoseContextChangedIsMergedByItsBlob() {
    String ours = BASE.replace("3\n", "three\n").replace("7\n", "7\nx\n").replace("4\n", "4\n");
    String patch = PATCH.replace("@@ -4,3 +4,3 @@\n 4\n", "@@ -3,4 +3,4 @@\n 3\n 4\n");
    Tried tried = merged(treeWithBase().file("f", ours), patch);
    assertThat(tried.content("f")).isEqualTo(ours.replace("5\n", "five\n"));
    assertThat(tried.remarks()).isEqualTo("merged using the blobs in its index lines");
  }

  @Test
  void withoutFallbackTheSamePatchIsRefused() {
    MemoryTree tree = treeWithBase().file("f", BASE.replace("4\n", "four\n"));
    assertThat(Tried.on(tree, PATCH).refusal()).isEqualTo("f: hunk 1: does not apply");
  }

  @Test
  void withoutTheBlobThePatchIsRefused() {
    MemoryTree tree = new MemoryTree().file("f", BASE.replace("4\n", "four\n"));
    assertThat(merged(tree, PATCH).refusal())
        .isEqualTo(
            "f: hunk 1: does not apply; cannot be merged: f: blob '"
                + ObjectFormat.SHA1.blobId(Octets.utf8(BASE))
                + "' is missing");
  }

  @Test
  void linesThatBothChangedAreAConflict() {
    MemoryTree tree = treeWithBase().file("f", BASE.replace("5\n", "FIVE\n"));
    assertThat(merged(tree, PATCH).refusal())
        .isEqualTo("f: hunk 1: does not apply; cannot be merged: f: merge conflict");
  }

  @Test
  void whatIsThereAlreadyIsRemarked() {
    Tried tried = merged(treeWithBase().file("f", BASE.replace("5\n", "five\n")), PATCH);
    assertThat(tried.remarks()).isEqualTo("changes nothing: already applied");
  }

  @Test
  void changeFollowsARenamedFile() {
    Tried tried = merged(treeWithBase().file("folder/g", BASE.replace("9\n", "nine\n")), PATCH);
    assertThat(tried.content("folder/g"))
        .isEqualTo(BASE.replace("5\n", "five\n").replace("9\n", "nine\n"));
    assertThat(tried.content("f")).isEqualTo("-");
  }

  @Test
  void changeOfADeletedFileIsAConflict() {
    assertThat(merged(treeWithBase().file("other", "x\n"), PATCH).refusal())
        .isEqualTo("f: does not exist in the tree; cannot be merged: f: merge conflict");
  }

  @Test
  void renameOfThePatchTakesOurChangesAlong() throws Refusal {
    MemoryTree old = new MemoryTree().file("f", BASE);
    BlobStore blobs = new BlobStore(old);
    Overlay before = Overlay.over(old, blobs);
    Octets rename = Octets.utf8("diff --git a/f b/g\nrename from f\nrename to g\n");
    Overlay theirs =
        SeriesApplication.of(List.of(rename), before, Fallback.NONE).applied().get(0).after();
    String changed = BASE.replace("2\n", "two\n");
    Overlay ours =
        before.with(
            List.of(
                new FileChange(
                    Octets.utf8("f"),
                    Optional.of(new TreeFile(EntryMode.FILE, blobs.put(Octets.utf8(changed)))))));
    Application merged = TreeMerge.merge(theirs, ours);
    Tried tried = new Tried(ours, merged);
    assertThat(tried.content("g")).isEqualTo(changed);
    assertThat(tried.content("f")).isEqualTo("-");
  }

  @Test
  void aSeriesStopsAtTheFirstPatchThatDoesNotFit() throws Refusal {
    MemoryTree tree = new MemoryTree().file("f", BASE);
    Octets patch = Octets.utf8(PATCH);
    SeriesApplication series =
        SeriesApplication.of(List.of(patch, patch, patch), tree.overlay(), Fallback.NONE);
    assertThat(series.applied()).hasSize(1);
    assertThat(series.stop().orElseThrow()).hasToString("f: hunk 1: does not apply");
  }

  @Test
  void aLaterPatchFindsTheBlobsOfAnEarlierOne() throws Refusal {
    MemoryTree tree = new MemoryTree().file("f", BASE);
    String middle = BASE.replace("5\n", "five\n");
    String second =
        "diff --git a/f b/f\nindex "
            + ObjectFormat.SHA1.blobId(Octets.utf8(middle)).substring(0, 9)
            + "..1234567 100644\n--- a/f\n+++ b/f\n@@ -7,3 +7,3 @@\n 7\n-8\n+eight\n 9\n";
    Octets between =
        Octets.utf8(
            PATCH
                .replace("5\n+five", "9\n+nine")
                .replace("@@ -4,3 +4,3 @@\n 4\n", "@@ -8,2 +8,2 @@\n 8\n")
                .replace("\n 6\n", "\n"));
    SeriesApplication series =
        SeriesApplication.of(
            List.of(Octets.utf8(PATCH), between, Octets.utf8(second)),
            tree.overlay(),
            Fallback.THREE_WAY);
    assertThat(series.applied()).hasSize(2);
    assertThat(series.stop().orElseThrow())
        .hasToString("f: hunk 1: does not apply; cannot be merged: f: merge conflict");
  }
}
