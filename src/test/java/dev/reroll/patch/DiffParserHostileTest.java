package dev.reroll.patch;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.reroll.bytes.Octets;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** What cannot be a diff never makes the parser throw, nor take for ever. */
class DiffParserHostileTest {
  private static final String[] SCRAPS = {
    "diff --git ",
    "a/x b/x\n",
    "--- a/x\n",
    "+++ b/x\n",
    "@@ -1,3 +1,4 @@",
    "@@ -0,0 +1 @@\n",
    "-- \n",
    "\"",
    "\\",
    "\\ No",
    "\n",
    "\r\n",
    "\u00a0",
    "rename from ",
    "rename to \n",
    "old mode \n",
    "new mode 1\n",
    "GIT binary patch\n",
    "Binary files ",
    "index ..\n",
    "/dev/null",
    "diff --cc x\n",
    "--- \n+++ \n@@ -1 +1 @@\n",
    "\t",
    " ",
    "+",
    "-",
    "/",
    "999999999",
    "\u00ff"
  };
  private static final String SOUND =
      """
      diff --git a/x y b/x y
      old mode 100644
      new mode 100755
      index 12..34
      --- a/x y
      +++ b/x y
      @@ -1,3 +1,3 @@ f
       a
      -b
      +c
       d
      \\ No newline at end of file
      diff --git "a/\\303\\244" "b/\\303\\244"
      Binary files a/q and b/q differ
      diff --git a/o b/n
      similarity index 90%
      rename from o
      rename to n
      @@ -1 +1 @@
      -a
      +b
      --\s
      2.39.5
      """;

  @Test
  void noMutationOfADiffMakesItThrow() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 20_000; round++) {
      Octets mutant = mutant(random);
      assertThatCode(() -> ParsedDiff.of(mutant))
          .as("seed %d, round %d: %s", seed, round, mutant)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void manyBlanksInAGitHeaderTakeNoTime() {
    within(() -> ParsedDiff.of("diff --git " + "a ".repeat(500_000) + "\n@@ -1 +1 @@\n-a\n+b\n"));
  }

  @Test
  void manyWrappedLinesTakeNoTime() {
    within(
        () ->
            ParsedDiff.of(
                "--- a/x\n+++ b/x\n@@ -1,999999999 +1,999999999 @@\n a\n"
                    + "zz\n".repeat(500_000)));
  }

  @Test
  void manySurplusLinesTakeNoTime() {
    within(() -> ParsedDiff.of("--- a/x\n+++ b/x\n@@ -1 +1 @@\n a\n" + "+z\n".repeat(500_000)));
  }

  private static void within(Runnable parse) {
    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), parse::run);
  }

  private static Octets mutant(Random random) {
    StringBuilder text = new StringBuilder(SOUND);
    int changes = 1 + random.nextInt(8);
    for (int i = 0; i < changes; i++) {
      int from = random.nextInt(text.length() + 1);
      int to = Math.min(text.length(), from + random.nextInt(12));
      text.replace(from, to, SCRAPS[random.nextInt(SCRAPS.length)]);
    }
    byte[] octets = text.toString().getBytes(StandardCharsets.ISO_8859_1);
    return Octets.wrap(octets);
  }
}
