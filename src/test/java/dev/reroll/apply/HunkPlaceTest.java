package dev.reroll.apply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HunkPlaceTest {
  private static final String HEADER = "diff --git a/f b/f\n--- a/f\n+++ b/f\n";

  private static Tried tried(String content, String... hunks) {
    return Tried.on(new MemoryTree().file("f", content), HEADER + String.join("", hunks));
  }

  @Test
  void nearestPlaceIsTakenAndTheLowerOfTwoEquallyNear() {
    String hunk = "@@ -5,3 +5,3 @@\n x\n-y\n+Y\n z\n";
    assertThat(tried("1\nx\ny\nz\n5\n6\n7\nx\ny\nz\n", hunk).content("f"))
        .isEqualTo("1\nx\ny\nz\n5\n6\n7\nx\nY\nz\n");
    assertThat(tried("1\n2\nx\ny\nz\n6\nx\ny\nz\nq\n", hunk).content("f"))
        .isEqualTo("1\n2\nx\ny\nz\n6\nx\nY\nz\nq\n");
  }

  @Test
  void offsetOfOneHunkIsNotCarriedToTheNext() {
    Tried tried =
        tried(
            "0\n0\n1\na\nb\nc\n5\nx\ny\nz\n9\n",
            "@@ -2,3 +2,3 @@\n a\n-b\n+B\n c\n",
            "@@ -6,3 +6,3 @@\n x\n-y\n+Y\n z\n");
    assertThat(tried.remarks())
        .isEqualTo(
            """
            f: hunk 1 succeeded at line 4 (offset 2 lines)
            f: hunk 2 succeeded at line 8 (offset 2 lines)""");
  }

  @Test
  void hunkWithoutContextBehindItMustEndTheFile() {
    String hunk = "@@ -2,2 +2,2 @@\n b\n-c\n+C\n";
    assertThat(tried("a\nb\nc\n", hunk).content("f")).isEqualTo("a\nb\nC\n");
    assertThat(tried("a\nb\nc\nd\n", hunk).refusal()).isEqualTo("f: hunk 1: does not apply");
  }

  @Test
  void linesThatAHunkHasWrittenAreNotFoundAgain() {
    Tried tried =
        tried(
            "1\n2\na\nb\nc\n6\n",
            "@@ -3,3 +3,3 @@\n a\n-b\n+B\n c\n",
            "@@ -5,2 +5,3 @@\n c\n+d\n 6\n");
    assertThat(tried.refusal()).isEqualTo("f: hunk 2: does not apply");
  }

  @Test
  void whiteSpaceMustAgree() {
    String hunk = "@@ -1,2 +1,2 @@\n-a\n+A\n b\n";
    assertThat(tried("a \nb\nc\n", hunk).refusal()).isEqualTo("f: hunk 1: does not apply");
    assertThat(tried("a\r\nb\r\nc\r\n", hunk).refusal()).isEqualTo("f: hunk 1: does not apply");
  }

  @Test
  void returnsOfTheFileAreKeptWhereTheMailHasThem() {
    String hunk = "@@ -1,2 +1,2 @@\n-a\r\n+A\r\n b\r\n";
    assertThat(tried("a\r\nb\r\nc\r\n", hunk).content("f")).isEqualTo("A\r\nb\r\nc\r\n");
  }

  @Test
  void missingNewlineIsPartOfTheLastLine() {
    String hunk = "@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b\n";
    assertThat(tried("a\nb", hunk).content("f")).isEqualTo("a\nb\n");
    assertThat(tried("a\nb\n", hunk).refusal()).isEqualTo("f: hunk 1: does not apply");
  }

  /** What git 2.39 does is surprising here, but the tree is git's. */
  @Test
  void contextWithoutNewlineIsFoundInALongerFileAndJoinsTheNextLine() {
    String hunk = "@@ -1,2 +1,2 @@\n-a\n+A\n b\n\\ No newline at end of file\n";
    assertThat(tried("a\nb\nc\n", hunk).content("f")).isEqualTo("A\nbc\n");
  }

  @Test
  void hunkOnAnEmptyFileFillsIt() {
    assertThat(tried("", "@@ -0,0 +1,2 @@\n+a\n+b\n").content("f")).isEqualTo("a\nb\n");
    assertThat(tried("x\n", "@@ -0,0 +1,2 @@\n+a\n+b\n").refusal())
        .isEqualTo("f: hunk 1: does not apply");
  }

  @Test
  void manyHunksGrowAFile() {
    StringBuilder content = new StringBuilder();
    StringBuilder hunks = new StringBuilder();
    StringBuilder expected = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      content.append("x").append(i).append("\ny\n");
      hunks.append(
          String.format("@@ -%d,2 +%d,4 @@\n x%d\n+new\n+line\n y\n", 2 * i + 1, 4 * i + 1, i));
      expected.append("x").append(i).append("\nnew\nline\ny\n");
    }
    Tried tried = tried(content.toString(), hunks.toString());
    assertThat(tried.content("f")).isEqualTo(expected.toString());
    assertThat(tried.remarks()).isEmpty();
  }
}
