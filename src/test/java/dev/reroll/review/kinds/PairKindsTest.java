package dev.reroll.review.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.bytes.Octets;
import dev.reroll.patch.DiffParser;
import dev.reroll.problem.Locator;
import dev.reroll.review.code.PatchSource;
import dev.reroll.review.result.ChangeKind;
import dev.reroll.review.result.FileCount.LineCount;
import dev.reroll.review.result.PatchReview.Rename;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each test is a pair of diffs of one file, given by the lines of one hunk. */
class PairKindsTest {
  @Test
  void otherLinesAroundTheChangeAreContext() {
    assertThat(kinds("io.c", " a = 1;|+b = 2;| c = 3;", " a = 9;|+b = 2;| c = 3;")).isEmpty();
  }

  @Test
  void changeThatPassedAnUnchangedLineIsCode() {
    assertThat(kinds("io.c", " alpha();|+beta();| gamma();", " alpha();| gamma();|+beta();"))
        .containsExactly(ChangeKind.CODE);
  }

  @Test
  void changeBetweenOtherLinesAltogetherIsCode() {
    assertThat(kinds("io.c", " alpha();|+beta();| gamma();", " one();|+beta();| two();"))
        .containsExactly(ChangeKind.CODE);
  }

  @Test
  void removedLineHoldsItsPlaceBetweenOtherLines() {
    assertThat(kinds("io.c", " alpha();|-beta();| gamma();", " one();|-beta();| two();")).isEmpty();
  }

  @Test
  void unchangedLineWithinTheChangeIsCode() {
    assertThat(kinds("io.c", " alpha();|+one();|+two();", " alpha();|+one();| beta();|+two();"))
        .containsExactly(ChangeKind.CODE);
  }

  @Test
  void otherIndentIsWhiteSpaceInC() {
    assertThat(kinds("io.c", "+	f(a,|+	  b);", "+	f(a, b);"))
        .containsExactly(ChangeKind.WHITESPACE);
  }

  @Test
  void otherIndentIsCodeInPython() {
    assertThat(kinds("io.py", " if a:|+    f()|+    g()", " if a:|+    f()|+g()"))
        .containsExactly(ChangeKind.CODE);
  }

  @Test
  void blanksWithinALineAreWhiteSpaceInPython() {
    assertThat(kinds("io.py", "+    f(a,b)", "+    f(a, b)"))
        .containsExactly(ChangeKind.WHITESPACE);
  }

  @Test
  void tabOfARecipeIsCodeInMakefiles() {
    assertThat(kinds("tools/Makefile", " all:|+	cc io.c", " all:|+cc io.c"))
        .containsExactly(ChangeKind.CODE);
  }

  @Test
  void blankWithinAStringIsCode() {
    assertThat(kinds("io.c", "+f(\"a b\");", "+f(\"a  b\");")).containsExactly(ChangeKind.CODE);
  }

  @Test
  void lineBreakOfAMacroIsCode() {
    assertThat(kinds("io.h", "+#define A 1|+int b;", "+#define A|+1 int b;"))
        .containsExactly(ChangeKind.CODE);
  }

  @Test
  void lineBreakOfAStatementIsCodeInShell() {
    assertThat(kinds("run.sh", "+make|+all", "+make all")).containsExactly(ChangeKind.CODE);
  }

  @Test
  void emptyLineIsWhiteSpace() {
    assertThat(kinds("io.c", "+int a;|+int b;", "+int a;|+|+int b;"))
        .containsExactly(ChangeKind.WHITESPACE);
  }

  @Test
  void commentsAreKnownByTheNameOfTheFile() {
    assertThat(kinds("io.c", "+a(); /* one */", "+a(); /* two */")).containsExactly(COMMENTS);
    assertThat(kinds("io.rs", "+a(); // one", "+a(); // two")).containsExactly(COMMENTS);
    assertThat(kinds("board.dts", "+x = <1>; // one", "+x = <1>;")).containsExactly(COMMENTS);
    assertThat(kinds("run.sh", "+a # one", "+a # two")).containsExactly(COMMENTS);
    assertThat(kinds("io.py", "+a() # one", "+a() # two")).containsExactly(COMMENTS);
    assertThat(kinds("io/Kconfig", "+# one|+config A", "+# two|+config A"))
        .containsExactly(COMMENTS);
    assertThat(kinds("io/Makefile", "+# one|+obj-y += a.o", "+obj-y += a.o"))
        .containsExactly(COMMENTS);
    assertThat(kinds("io.yaml", "+a: 1 # one", "+a: 1 # two")).containsExactly(COMMENTS);
  }

  @Test
  void hashIsNoCommentInC() {
    assertThat(kinds("io.c", "+#define A 1", "+#define A 2")).containsExactly(ChangeKind.CODE);
  }

  @Test
  void hashWithinAWordIsNoCommentInShell() {
    assertThat(kinds("run.sh", "+a=${b#c}", "+a=${b#d}")).containsExactly(ChangeKind.CODE);
  }

  @Test
  void slashesWithinAStringAreNoComment() {
    assertThat(kinds("io.c", "+f(\"http://a\");", "+f(\"http://b\");"))
        .containsExactly(ChangeKind.CODE);
  }

  @Test
  void lineWithinALongCommentIsAComment() {
    assertThat(kinds("io.c", " /*|  * One|+ * two|  */", " /*|  * One|+ * three|  */"))
        .containsExactly(COMMENTS);
  }

  @Test
  void commentThatBeganAboveTheHunkIsAComment() {
    assertThat(kinds("io.c", "  * One|+ * two|  */| int a;", "  * One|+ * three|  */| int a;"))
        .containsExactly(COMMENTS);
  }

  @Test
  void textHasNoComments() {
    assertThat(kinds("io.rst", "+# one", "+# two")).containsExactly(ChangeKind.CODE);
  }

  @Test
  void ownNameExchangedThroughoutIsARename() {
    PairKinds pair = pair("io.c", "+int foo(int a)|+	foo(a);", "+int bar(int a)|+	bar(a);");
    assertThat(pair.kinds()).containsExactly(ChangeKind.RENAMES);
    assertThat(pair.renames()).containsExactly(new Rename("foo", "bar", 2));
  }

  @Test
  void nameOfOthersExchangedIsCode() {
    assertThat(kinds("io.c", "+	a = get(GFP_KERNEL);", "+	a = get(GFP_ATOMIC);"))
        .containsExactly(ChangeKind.CODE);
  }

  @Test
  void nameThatStaysElsewhereIsCode() {
    assertThat(kinds("io.c", "+int foo(int a)|+	foo(a);", "+int bar(int a)|+	foo(a);"))
        .containsExactly(ChangeKind.CODE);
  }

  @Test
  void twoNamesThatBecameOneAreCode() {
    assertThat(kinds("io.c", "+int foo;|+int bar;", "+int all;|+int all;"))
        .containsExactly(ChangeKind.CODE);
  }

  @Test
  void fileThatOnlyOneSideHasIsCode() {
    PairKinds pair =
        PairKinds.of(source("io.c", "+a"), source("other.c", "+a"), PairKindsTest::declared);
    assertThat(pair.kinds()).containsExactly(ChangeKind.CODE);
    assertThat(pair.lines()).isEqualTo(new LineCount(1, 1));
  }

  @Test
  void linesAreCountedWithoutContext() {
    PairKinds pair = pair("io.c", " a|-b|+c|+d", " x|-b|+c|+e|+f");
    assertThat(pair.lines()).isEqualTo(new LineCount(2, 1));
  }

  @Test
  void noiseIsNeverMoreThanOneSideOfTheSameChanges() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 3000; round++) {
      String before = lines(random);
      String after = lines(random);
      boolean same = changed(before).equals(changed(after));
      boolean quiet = kinds("io.txt", before, after).isEmpty();
      assertThat(quiet && !same).as("seed %d: %s and %s", seed, before, after).isFalse();
      assertThat(kinds("io.txt", before, before)).as("seed %d: %s", seed, before).isEmpty();
    }
  }

  private static final ChangeKind COMMENTS = ChangeKind.COMMENTS;

  private static String lines(Random random) {
    return random
        .ints(1 + random.nextInt(5), 0, 9)
        .mapToObj(i -> "" + " +-".charAt(i / 3) + "abc".repeat(1 + i % 3))
        .collect(Collectors.joining("|"));
  }

  private static List<String> changed(String lines) {
    return List.of(lines.split("\\|", -1)).stream().filter(line -> line.charAt(0) != ' ').toList();
  }

  private static Set<ChangeKind> kinds(String path, String before, String after) {
    return pair(path, before, after).kinds();
  }

  private static PairKinds pair(String path, String before, String after) {
    return PairKinds.of(source(path, before), source(path, after), PairKindsTest::declared);
  }

  private static PairKinds.Declared declared() {
    return new PairKinds.Declared(Set.of(), Set.of());
  }

  private static PatchSource source(String path, String lines) {
    List<String> hunk = List.of(lines.split("\\|", -1));
    long before = hunk.stream().filter(line -> line.charAt(0) != '+').count();
    long after = hunk.stream().filter(line -> line.charAt(0) != '-').count();
    String diff =
        "diff --git a/%1$s b/%1$s\nindex 1..2 100644\n--- a/%1$s\n+++ b/%1$s\n@@ -7,%2$d +7,%3$d @@\n"
                .formatted(path, before, after)
            + String.join("\n", hunk)
            + "\n";
    return PatchSource.of(
        DiffParser.parse(Octets.utf8(diff), new Locator("test", 0), diagnostic -> {}));
  }
}
