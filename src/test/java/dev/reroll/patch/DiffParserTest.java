package dev.reroll.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.bytes.Octets;
import org.junit.jupiter.api.Test;

/** What is read of a diff, sound or damaged. */
class DiffParserTest {
  private static final String HEAD = "diff --git a/io.c b/io.c\n--- a/io.c\n+++ b/io.c\n";

  @Test
  void aHunkEndsWhenItsCountsAreUsedUp() {
    ParsedDiff diff = ParsedDiff.of(HEAD + "@@ -1,2 +1 @@\n one\n-- x\n-- \n2.39.5\n\n");

    assertThat(diff.lines()).containsExactly(" one", "-- x");
    assertThat(diff.warnings()).isEmpty();
  }

  @Test
  void aSignatureIsNoPartOfAHunkThatIsTooShort() {
    ParsedDiff diff = ParsedDiff.of(HEAD + "@@ -1,7 +1,5 @@\n one\n-two\n-- \n2.39.5\n\n");

    assertThat(diff.lines()).containsExactly(" one", "-two");
    assertThat(diff.warnings())
        .containsExactly(
            "v2.mbox:1047: header says 7 old lines, hunk has 2",
            "v2.mbox:1047: header says 5 new lines, hunk has 1");
  }

  @Test
  void linesThatTheHeaderDoesNotCountBelongToTheHunkWhereAnotherFollows() {
    ParsedDiff diff =
        ParsedDiff.of(HEAD + "@@ -1 +1 @@\n-a\n+b\n+c\n@@ -9 +10 @@\n-y\n+z\n-- \n2.39.5\n");

    assertThat(diff.lines()).containsExactly("-a", "+b", "+c", "-y", "+z");
    assertThat(diff.warnings())
        .containsExactly("v2.mbox:1047: header says 1 new lines, hunk has 2");
  }

  @Test
  void linesThatTheHeaderDoesNotCountAreReportedAtTheEndOfTheDiff() {
    ParsedDiff diff = ParsedDiff.of(HEAD + "@@ -1 +1 @@\n-a\n+b\n+c\n");

    assertThat(diff.lines()).containsExactly("-a", "+b");
    assertThat(diff.warnings())
        .containsExactly(
            "v2.mbox:1065: lines follow the hunk that its header does not count; they are not"
                + " compared");
  }

  @Test
  void anEmptyLineIsAContextLineThatLostItsSpace() {
    ParsedDiff diff = ParsedDiff.of(HEAD + "@@ -1,3 +1,3 @@\n one\n\n-a\n+b\n");

    assertThat(diff.lines()).containsExactly(" one", " ", "-a", "+b");
    assertThat(diff.warnings()).isEmpty();
  }

  @Test
  void aLineWithoutSignIsTheRestOfAWrappedOne() {
    ParsedDiff diff = ParsedDiff.of(HEAD + "@@ -1,2 +1 @@\n-call(one,\ntwo);\n one\n");

    assertThat(diff.lines()).containsExactly("-call(one, two);", " one");
    assertThat(diff.warnings())
        .containsExactly(
            "v2.mbox:1072: a line of a hunk is wrapped; it is joined with the one before");
  }

  @Test
  void aWrappedHunkHeaderIsJoined() {
    ParsedDiff diff = ParsedDiff.of(HEAD + "@@ -1 +1 @@ static int\nread(void)\n-a\n+b\n");

    assertThat(diff.lines()).containsExactly("-a", "+b");
    assertThat(diff.patch().files().get(0).hunks().get(0).heading())
        .isEqualTo(Octets.utf8("static int read(void)"));
    assertThat(diff.warnings())
        .containsExactly(
            "v2.mbox:1070: the header of a hunk is wrapped; it is joined with the next line");
  }

  @Test
  void aNonBreakingSpaceAtTheStartOfALineIsASpace() {
    ParsedDiff diff = ParsedDiff.of(HEAD + "@@ -1,2 +1,2 @@\n\u00a0one\n-a\n+b\n");

    assertThat(diff.lines()).containsExactly(" one", "-a", "+b");
    assertThat(diff.warnings()).hasSize(1);
  }

  @Test
  void aReturnInAHunkIsContent() {
    ParsedDiff diff = ParsedDiff.of(HEAD + "@@ -1,2 +1,2 @@\n one\r\n-a\r\n+b\n");

    assertThat(diff.lines()).containsExactly(" one\r", "-a\r", "+b");
  }

  @Test
  void theLastLineMayLackItsLineEnd() {
    assertThat(ParsedDiff.of(HEAD + "@@ -1 +1 @@\n-a\n+b").lines()).containsExactly("-a", "+b");
  }

  @Test
  void theMarkForAMissingLineEndIsKnownInAnyLanguage() {
    ParsedDiff diff =
        ParsedDiff.of(HEAD + "@@ -1 +1 @@\n-a\n\\ Pas de fin de ligne\n+b\n\\ Kein Zeilenende\n");

    assertThat(diff.lines())
        .containsExactly(
            "-a", "\\ No newline at end of file", "+b", "\\ No newline at end of file");
  }

  @Test
  void prefixesOfAnyNameAreDropped() {
    ParsedDiff diff =
        ParsedDiff.lines(
            "diff --git old/lib/io.c new/lib/io.c",
            "--- old/lib/io.c",
            "+++ new/lib/io.c",
            "@@ -1 +1 @@",
            "-a",
            "+b");

    assertThat(diff.files()).containsExactly("MODIFIED lib/io.c lib/io.c");
  }

  @Test
  void namesWithoutPrefixesStayWhole() {
    ParsedDiff diff =
        ParsedDiff.of(
            "diff --git lib/io.c lib/io.c\n--- lib/io.c\n+++ lib/io.c\n@@ -1 +1 @@\n-a\n+b\n");

    assertThat(diff.files()).containsExactly("MODIFIED lib/io.c lib/io.c");
  }

  @Test
  void namesMayHoldSpaces() {
    ParsedDiff diff =
        ParsedDiff.of("diff --git a/x b/x y b/x b/x y\nold mode 100644\nnew mode 100755\n");

    assertThat(diff.files()).containsExactly("MODIFIED x b/x y x b/x y");
  }

  @Test
  void quotedNamesAreUnquoted() {
    ParsedDiff diff =
        ParsedDiff.of(
            "diff --git \"a/\\303\\244\\t.c\" \"b/\\303\\244\\t.c\"\nnew file mode 100644\n");

    assertThat(diff.files()).containsExactly("ADDED \u00e4\t.c \u00e4\t.c");
  }

  @Test
  void renamesAndCopiesHaveBothNames() {
    ParsedDiff diff =
        ParsedDiff.lines(
            "diff --git a/one b/two",
            "similarity index 100%",
            "rename from one",
            "rename to two",
            "diff --git a/one b/three",
            "similarity index 100%",
            "copy from one",
            "copy to three");

    assertThat(diff.files()).containsExactly("RENAMED one two", "COPIED one three");
  }

  @Test
  void aDiffWithoutGitsHeaderIsRead() {
    ParsedDiff diff =
        ParsedDiff.lines(
            "--- linux.orig/lib/io.c\t2026-01-01 10:00:00.000000000 +0100",
            "+++ linux/lib/io.c\t2026-01-02 10:00:00.000000000 +0100",
            "@@ -1 +1 @@",
            "-a",
            "+b");

    assertThat(diff.files()).containsExactly("MODIFIED lib/io.c lib/io.c");
  }

  @Test
  void aTimeStampBehindBlanksIsNoPartOfTheName() {
    ParsedDiff diff =
        ParsedDiff.lines(
            "--- a/io.c 2026-01-01 10:00:00 +0100",
            "+++ b/io.c 2026-01-02 10:00:00 +0100",
            "@@ -1 +1 @@",
            "-a",
            "+b");

    assertThat(diff.files()).containsExactly("MODIFIED io.c io.c");
  }

  @Test
  void anSvnDiffIsRead() {
    ParsedDiff diff =
        ParsedDiff.lines(
            "Index: lib/io.c",
            "=======",
            "--- lib/io.c\t(revision 1)",
            "+++ lib/io.c\t(working copy)",
            "@@ -1 +1 @@",
            "-a",
            "+b");

    assertThat(diff.files()).containsExactly("MODIFIED lib/io.c lib/io.c");
  }

  @Test
  void aPlainDiffAgainstABackupChangesTheFileItself() {
    String body = "@@ -1 +1 @@\n-a\n+b\n";

    assertThat(ParsedDiff.of("--- a/io.c.orig\n+++ b/io.c\n" + body).files())
        .containsExactly("MODIFIED io.c io.c");
    assertThat(ParsedDiff.of("--- a/io.c\n+++ b/io.c~\n" + body).files())
        .containsExactly("MODIFIED io.c io.c");
  }

  @Test
  void aPlainDiffFromOrToNothingAddsOrDeletesTheFile() {
    assertThat(ParsedDiff.of("--- a/io.c\n+++ b/io.c\n@@ -0,0 +1 @@\n+b\n").files())
        .containsExactly("ADDED io.c io.c");
    assertThat(ParsedDiff.of("--- a/io.c\n+++ b/io.c\n@@ -1 +0,0 @@\n-b\n").files())
        .containsExactly("DELETED io.c io.c");
  }

  @Test
  void textBetweenFilesIsSkipped() {
    ParsedDiff diff =
        ParsedDiff.of(
            HEAD
                + "@@ -1 +1 @@\n-a\n+b\n\nAnd the test:\n\n"
                + HEAD.replace("io", "test")
                + "@@ -1 +1 @@\n-c\n+d\n");

    assertThat(diff.files()).containsExactly("MODIFIED io.c io.c", "MODIFIED test.c test.c");
  }

  @Test
  void aCombinedDiffIsLeftOutAndSaidSo() {
    ParsedDiff diff =
        ParsedDiff.of(
            "diff --cc io.c\nindex 1,2..3\n--- a/io.c\n+++ b/io.c\n@@@ -1 -1 +1 @@@\n++a\n");

    assertThat(diff.files()).isEmpty();
    assertThat(diff.warnings())
        .containsExactly("v2.mbox:1000: a combined diff of a merge is left out");
  }

  @Test
  void aHeaderThatChangesNothingIsLeftOutAndSaidSo() {
    ParsedDiff diff = ParsedDiff.of("diff --git a/io.c b/io.c\nindex 1234567..2345678 100644\n");

    assertThat(diff.files()).isEmpty();
    assertThat(diff.warnings())
        .containsExactly("v2.mbox:1000: a file without any change is left out");
  }

  @Test
  void aHunkWithoutAFileIsReported() {
    ParsedDiff diff = ParsedDiff.of(HEAD + "@@ -1 +1 @@\n-a\n+b\n\n\n@@ -9 +9 @@\n-y\n+z\n");

    assertThat(diff.lines()).containsExactly("-a", "+b");
    assertThat(diff.warnings()).containsExactly("v2.mbox:1067: a hunk without a file is left out");
  }

  @Test
  void aNumberBeyondAllFilesIsNoHunkHeader() {
    ParsedDiff diff = ParsedDiff.of(HEAD + "@@ -99999999999999999999 +1 @@\n-a\n");

    assertThat(diff.lines()).isEmpty();
    assertThat(diff.warnings().get(0)).contains("a hunk header cannot be read");
  }

  @Test
  void theFolderItselfIsNoPartOfAName() {
    String hunk = "@@ -1 +1 @@\n-a\n+b\n";
    assertThat(ParsedDiff.of("--- ./lib/q.c.orig\t2026\n+++ ./lib/q.c\t2026\n" + hunk).files())
        .containsExactly("MODIFIED lib/q.c lib/q.c");
    assertThat(ParsedDiff.of("--- ./lib/q.c\n+++ ./lib/q.c\n" + hunk).files())
        .containsExactly("MODIFIED lib/q.c lib/q.c");
    assertThat(ParsedDiff.of("--- /dev/null\n+++ ./lib/q.c\n@@ -0,0 +1 @@\n+b\n").files())
        .containsExactly("ADDED lib/q.c lib/q.c");
    assertThat(ParsedDiff.of("diff --git ./q.c ./q.c\n--- ./q.c\n+++ ./q.c\n" + hunk).files())
        .containsExactly("MODIFIED q.c q.c");
    assertThat(ParsedDiff.of("--- lib/q.c\n+++ lib/q.c\n" + hunk).files())
        .containsExactly("MODIFIED lib/q.c lib/q.c");
  }

  @Test
  void manyWarningsOfOneKindAreOneWithACount() {
    StringBuilder diff = new StringBuilder(HEAD);
    for (int i = 0; i < 50; i++) {
      diff.append("@@ -").append(i + 1).append(",3 +1,1 @@\n-a\n");
    }
    assertThat(ParsedDiff.of(diff.append("-- \n2.39.5\n").toString()).warnings())
        .hasSizeLessThan(4)
        .anyMatch(warning -> warning.endsWith("(and 49 more such in this mail)"));
  }
}
