package dev.reroll.apply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ApplierTest {
  private static final String CHANGE_B =
      """
      diff --git a/f b/f
      index 1234567..2345678 100644
      --- a/f
      +++ b/f
      @@ -1,3 +1,3 @@
       a
      -b
      +B
       c
      """;

  @Test
  void hunkIsPutWhereItsHeaderSays() {
    Tried tried = Tried.on(new MemoryTree().file("f", "a\nb\nc\nd\n"), CHANGE_B);
    assertThat(tried.content("f")).isEqualTo("a\nB\nc\nd\n");
    assertThat(tried.remarks()).isEmpty();
  }

  @Test
  void movedHunkIsFoundAndRemarked() {
    String diff = CHANGE_B.replace("@@ -1,3 +1,3 @@", "@@ -2,3 +2,3 @@");
    Tried tried = Tried.on(new MemoryTree().file("f", "0\n1\n2\na\nb\nc\nd\n"), diff);
    assertThat(tried.content("f")).isEqualTo("0\n1\n2\na\nB\nc\nd\n");
    assertThat(tried.remarks()).isEqualTo("f: hunk 1 succeeded at line 4 (offset 2 lines)");
  }

  @Test
  void hunkThatBeginsTheFileIsNotMoved() {
    Tried tried = Tried.on(new MemoryTree().file("f", "0\na\nb\nc\n"), CHANGE_B);
    assertThat(tried.refusal()).isEqualTo("f: hunk 1: does not apply");
  }

  @Test
  void missingFileIsRefused() {
    Tried tried = Tried.on(new MemoryTree().file("g", "a\nb\nc\n"), CHANGE_B);
    assertThat(tried.refusal()).isEqualTo("f: does not exist in the tree");
  }

  @Test
  void otherContextIsRefused() {
    Tried tried = Tried.on(new MemoryTree().file("f", "a\nb\nC\n"), CHANGE_B);
    assertThat(tried.refusal()).isEqualTo("f: hunk 1: does not apply");
  }

  @Test
  void mailWithoutDiffIsRefused() {
    Tried tried = Tried.on(new MemoryTree(), "just words\n");
    assertThat(tried.refusal()).isEqualTo("no valid patches in input");
  }
}
