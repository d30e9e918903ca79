package dev.reroll.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.apply.tree.EntryMode;
import org.junit.jupiter.api.Test;

class WholeFileTest {
  private static final String COMMIT = "1234567890123456789012345678901234567890";

  @Test
  void newFileIsAddedWithItsMode() {
    Tried tried =
        Tried.on(
            new MemoryTree(),
            """
            diff --git a/x b/x
            new file mode 100755
            --- /dev/null
            +++ b/x
            @@ -0,0 +1 @@
            +ls
            """);
    assertThat(tried.content("x")).isEqualTo("ls\n");
    assertThat(tried.mode("x")).isEqualTo(EntryMode.EXECUTABLE);
  }

  @Test
  void newFileThatIsThereIsRefused() {
    String diff = "diff --git a/x b/x\nnew file mode 100644\nindex 0000000..e69de29\n";
    assertThat(Tried.on(new MemoryTree(), diff).content("x")).isEmpty();
    assertThat(Tried.on(new MemoryTree().file("x", ""), diff).refusal())
        .isEqualTo("x: already exists in the tree");
  }

  @Test
  void deletedFileMustHaveNothingLeft() {
    String diff =
        "diff --git a/x b/x\ndeleted file mode 100644\n--- a/x\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n";
    assertThat(Tried.on(new MemoryTree().file("x", "a\n"), diff).content("x")).isEqualTo("-");
    assertThat(Tried.on(new MemoryTree().file("x", "a\nb\n"), diff).refusal())
        .isEqualTo("x: hunk 1: does not apply");
    String bare = "diff --git a/x b/x\ndeleted file mode 100644\nindex e69de29..0000000\n";
    assertThat(Tried.on(new MemoryTree().file("x", "a\n"), bare).refusal())
        .isEqualTo("x: removal patch leaves file contents");
  }

  @Test
  void renameKeepsContentAndMode() {
    Tried tried =
        Tried.on(
            new MemoryTree().file("a b", EntryMode.EXECUTABLE, "1\n2\n"),
            """
            diff --git a/a b b/new/c
            similarity index 100%
            rename from a b
            rename to new/c
            """);
    assertThat(tried.content("a b")).isEqualTo("-");
    assertThat(tried.content("new/c")).isEqualTo("1\n2\n");
    assertThat(tried.mode("new/c")).isEqualTo(EntryMode.EXECUTABLE);
  }

  @Test
  void copyTakesTheFileAsItWasBeforeThePatch() {
    Tried tried =
        Tried.on(
            new MemoryTree().file("a", "1\n2\n"),
            """
            diff --git a/a b/a
            --- a/a
            +++ b/a
            @@ -1,2 +1,2 @@
            -1
            +one
             2
            diff --git a/a b/b
            similarity index 50%
            copy from a
            copy to b
            --- a/a
            +++ b/b
            @@ -1,2 +1,2 @@
             1
            -2
            +two
            """);
    assertThat(tried.content("a")).isEqualTo("one\n2\n");
    assertThat(tried.content("b")).isEqualTo("1\ntwo\n");
  }

  @Test
  void filesMayChangePlaces() {
    Tried tried =
        Tried.on(
            new MemoryTree().file("a", "1\n").file("b", "2\n"),
            """
            diff --git a/a b/b
            rename from a
            rename to b
            diff --git a/b b/a
            rename from b
            rename to a
            """);
    assertThat(tried.content("a") + tried.content("b")).isEqualTo("2\n1\n");
  }

  @Test
  void aFileThatComesTwiceGoesOnFromTheFirst() {
    String first = "diff --git a/f b/f\n--- a/f\n+++ b/f\n@@ -1,2 +1,2 @@\n-a\n+b\n x\n";
    String second = "diff --git a/f b/f\n--- a/f\n+++ b/f\n@@ -1,2 +1,2 @@\n-b\n+c\n x\n";
    assertThat(Tried.on(new MemoryTree().file("f", "a\nx\n"), first + second).content("f"))
        .isEqualTo("c\nx\n");
  }

  @Test
  void nothingIsLeftToDoWithAFileThatWasDeletedBefore() {
    String deletion =
        "diff --git a/x b/x\ndeleted file mode 100644\n--- a/x\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n";
    assertThat(Tried.on(new MemoryTree().file("x", "a\n"), deletion + deletion).refusal())
        .isEqualTo("x: has been renamed or deleted before in the patch");
  }

  @Test
  void aPatchIsAppliedWholeOrNotAtAll() {
    String diff =
        """
        diff --git a/x b/x
        new file mode 100644
        index 0000000..e69de29
        diff --git a/y b/y
        old mode 100644
        new mode 100755
        """;
    Tried tried = Tried.on(new MemoryTree(), diff);
    assertThat(tried.refusal()).isEqualTo("y: does not exist in the tree");
    assertThat(tried.before().changes()).isEmpty();
  }

  @Test
  void modeChangesAloneAndAnUnexpectedModeIsRemarked() {
    String diff = "diff --git a/y b/y\nold mode 100644\nnew mode 100755\n";
    Tried plain = Tried.on(new MemoryTree().file("y", "1\n"), diff);
    assertThat(plain.mode("y")).isEqualTo(EntryMode.EXECUTABLE);
    assertThat(plain.remarks()).isEmpty();
    Tried other = Tried.on(new MemoryTree().file("y", EntryMode.EXECUTABLE, "1\n"), diff);
    assertThat(other.remarks()).isEqualTo("y: has mode 100755, expected 100644");
  }

  @Test
  void typeChangeIsADeletionAndANewFile() {
    Tried tried =
        Tried.on(
            new MemoryTree().file("x", "a\n"),
            """
            diff --git a/x b/x
            deleted file mode 100644
            --- a/x
            +++ /dev/null
            @@ -1 +0,0 @@
            -a
            diff --git a/x b/x
            new file mode 120000
            --- /dev/null
            +++ b/x
            @@ -0,0 +1 @@
            +target
            \\ No newline at end of file
            """);
    assertThat(tried.content("x")).isEqualTo("target");
    assertThat(tried.mode("x")).isEqualTo(EntryMode.SYMLINK);
  }

  @Test
  void changeOfALinkIsRefusedOnAFile() {
    String diff =
        """
        diff --git a/x b/x
        index 1234567..2345678 120000
        --- a/x
        +++ b/x
        @@ -1 +1 @@
        -a
        +b
        """;
    assertThat(Tried.on(new MemoryTree().file("x", "a\n"), diff).refusal())
        .isEqualTo("x: wrong type");
  }

  @Test
  void submoduleIsAFileThatNamesItsCommit() {
    String next = COMMIT.replace('1', 'f');
    String diff =
        "diff --git a/m b/m\nindex 1234567..f234567 160000\n--- a/m\n+++ b/m\n@@ -1 +1 @@\n"
            + "-Subproject commit "
            + COMMIT
            + "\n+Subproject commit "
            + next
            + "\n";
    Tried tried = Tried.on(new MemoryTree().file("m", EntryMode.SUBMODULE, COMMIT), diff);
    assertThat(tried.content("m")).isEqualTo("Subproject commit " + next + "\n");
    assertThat(tried.mode("m")).isEqualTo(EntryMode.SUBMODULE);
  }

  @Test
  void aFileCannotComeWhereAFolderIsNorBelowAFile() {
    String atFolder = "diff --git a/d b/d\nnew file mode 100644\nindex 0000000..e69de29\n";
    assertThat(Tried.on(new MemoryTree().file("d/x", ""), atFolder).refusal())
        .isEqualTo("d: is a folder");
    String below = "diff --git a/d/x b/d/x\nnew file mode 100644\nindex 0000000..e69de29\n";
    assertThat(Tried.on(new MemoryTree().file("d", ""), below).refusal())
        .isEqualTo("d/x: 'd' is a file");
    assertThat(Tried.on(new MemoryTree().file("d", EntryMode.SYMLINK, "e"), below).refusal())
        .isEqualTo("d/x: is beyond a symbolic link");
  }

  @Test
  void aFolderMayTakeThePlaceOfAFileThatGoes() {
    Tried tried =
        Tried.on(
            new MemoryTree().file("d", "1\n"),
            """
            diff --git a/d b/d/x
            similarity index 100%
            rename from d
            rename to d/x
            """);
    assertThat(tried.content("d/x")).isEqualTo("1\n");
  }
}
