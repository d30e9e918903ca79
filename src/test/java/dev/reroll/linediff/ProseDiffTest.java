package dev.reroll.linediff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.linediff.ProseDiff.WordRun;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProseDiffTest {
  @Test
  void changedWordStandsBetweenWhatIsKept() {
    assertThat(ProseDiff.runs("reads two bytes", "reads four bytes"))
        .containsExactly(
            new WordRun(' ', "reads "),
            new WordRun('-', "two"),
            new WordRun('+', "four"),
            new WordRun(' ', " bytes"));
  }

  @Test
  void changesWithOnlyABlankBetweenThemAreOne() {
    assertThat(ProseDiff.runs("split the vfs_get from x", "split do_get from x"))
        .containsExactly(
            new WordRun(' ', "split "),
            new WordRun('-', "the vfs_get"),
            new WordRun('+', "do_get"),
            new WordRun(' ', " from x"));
    assertThat(ProseDiff.runs("This started out as an attempt to add it", "This adds it"))
        .containsExactly(
            new WordRun(' ', "This "),
            new WordRun('-', "started out as an attempt to add"),
            new WordRun('+', "adds"),
            new WordRun(' ', " it"));
  }

  @Test
  void paragraphWrappedAnewHasNoDifference() {
    assertThat(ProseDiff.runs("one two\nthree", "one\ntwo three"))
        .containsExactly(new WordRun(' ', "one\ntwo three"));
  }

  @Test
  void emptyTextsHaveNoRuns() {
    assertThat(ProseDiff.runs("", "")).isEmpty();
    assertThat(ProseDiff.runs("", "new")).containsExactly(new WordRun('+', "new"));
    assertThat(ProseDiff.runs("old", "")).containsExactly(new WordRun('-', "old"));
  }

  @Test
  void runsGiveBothTextsBack() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 2000; round++) {
      String before = text(random);
      String after = text(random);
      List<WordRun> runs = ProseDiff.runs(before, after);
      String what = "seed " + seed + ", round " + round;
      assertThat(joined(runs, '-')).as(what).isEqualTo(after);
      assertThat(joined(runs, '+').replaceAll("\\s+", " "))
          .as(what)
          .isEqualTo(before.replaceAll("\\s+", " "));
    }
  }

  private static String joined(List<WordRun> runs, char without) {
    return runs.stream()
        .filter(run -> run.sign() != without)
        .map(WordRun::text)
        .collect(Collectors.joining());
  }

  private static String text(Random random) {
    String[] pieces = {"a", "bc", " ", "\n", ".", "_d", "(", "ä", "\ud83d\ude00", "  "};
    return random
        .ints(random.nextInt(12), 0, pieces.length)
        .mapToObj(i -> pieces[i])
        .collect(Collectors.joining());
  }
}
