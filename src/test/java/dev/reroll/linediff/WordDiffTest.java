package dev.reroll.linediff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordDiffTest {
  @Test
  void editsLieBetweenWhatIsKept() {
    assertThat(
            WordDiff.edits(
                List.of("the", "driver", "reads", "two", "bytes", "at", "once"),
                List.of("the", "new", "driver", "reads", "four", "bytes", "once")))
        .containsExactly(new Edit(1, 1, 1, 2), new Edit(3, 4, 4, 5), new Edit(5, 6, 6, 6));
  }

  @Test
  void equalTextsHaveNoEdit() {
    assertThat(WordDiff.edits(List.of(), List.of())).isEmpty();
    assertThat(WordDiff.edits(List.of("a", "b"), List.of("a", "b"))).isEmpty();
  }

  @Test
  void textsWithNothingInCommonAreOneEdit() {
    assertThat(WordDiff.edits(List.of("a", "b"), List.of("c")))
        .containsExactly(new Edit(0, 2, 0, 1));
  }

  @Test
  void repeatedWordComesBehindItsLikes() {
    assertThat(WordDiff.edits(List.of("a", "a"), List.of("a", "a", "a")))
        .containsExactly(new Edit(2, 2, 2, 3));
  }

  @Test
  void editsTurnTheOldIntoTheNew() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 2000; round++) {
      List<Integer> before = random.ints(random.nextInt(20), 0, 5).boxed().toList();
      List<Integer> after = random.ints(random.nextInt(20), 0, 5).boxed().toList();
      List<Integer> made = new ArrayList<>();
      int from = 0;
      for (Edit edit : WordDiff.edits(before, after)) {
        made.addAll(before.subList(from, edit.beforeStart()));
        assertThat(made).as("seed " + seed + ", round " + round).hasSize(edit.afterStart());
        made.addAll(after.subList(edit.afterStart(), edit.afterEnd()));
        from = edit.beforeEnd();
      }
      made.addAll(before.subList(from, before.size()));
      assertThat(made).as("seed " + seed + ", round " + round).isEqualTo(after);
    }
  }

  @Test
  void aTextThatIsTooLongIsOneEditBetweenItsEqualEnds() {
    int count = 200_000;
    List<Integer> before = new ArrayList<>(IntStream.range(0, count).boxed().toList());
    List<Integer> after = new ArrayList<>(before);
    Collections.swap(after, 10, 20);
    Collections.swap(after, count - 20, count - 10);

    assertThat(WordDiff.edits(before, after))
        .containsExactly(new Edit(10, count - 9, 10, count - 9));
  }

  @Test
  void longTextsWithAChangeInOnePlaceAreTakenApart() {
    List<Integer> before = IntStream.range(0, 200_000).boxed().toList();
    List<Integer> after = new ArrayList<>(before);
    after.set(100_000, -1);
    after.set(100_002, -2);

    assertThat(WordDiff.edits(before, after))
        .containsExactly(
            new Edit(100_000, 100_001, 100_000, 100_001),
            new Edit(100_002, 100_003, 100_002, 100_003));
  }
}
