package dev.reroll.review.material;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LineWordsTest {
  @Test
  void partsOfNamesCount() {
    assertThat(likeness("op = IO_WRITE_FIXED;", "op = IO_READV_FIXED;")).isBetween(0.6, 0.9);
    assertThat(likeness("give_lease_buffer(cmd)", "give_provided_buffer(cmd)")).isBetween(0.6, 0.9);
  }

  @Test
  void misspelledWordIsNearlyTheSame() {
    assertThat(likeness("evey", "every")).isGreaterThan(0.8);
  }

  @Test
  void whiteSpaceAndBracketsDoNotCount() {
    assertThat(likeness("if (a  &&\tb)", "if ((a && b))")).isEqualTo(1);
  }

  @Test
  void linesWithoutAnyWordAreNotAlike() {
    assertThat(likeness("}", "}")).isZero();
    assertThat(likeness("return ret;", "spin_lock(&queue->lock);")).isLessThan(0.3);
  }

  @Test
  void callsOfOneFunctionBeginAlike() {
    assertThat(LineWords.beginAlike("need_unpin = is_user(src);", "need_unpin = pins(src, 1);"))
        .isTrue();
    assertThat(LineWords.beginAlike("return (a);", "return (b);")).isFalse();
    assertThat(LineWords.beginAlike("first_call(a);", "second_call(a);")).isFalse();
  }

  @Test
  void boundIsNotBelowWhatWholeWordsGive() {
    String[] words = {"io", "uring", "lock", "queue", "x", "3"};
    Random random = new Random(20261123);
    for (int i = 0; i < 500; i++) {
      LineWords one = LineWords.of(line(words, random));
      LineWords other = LineWords.of(line(words, random));
      assertThat(one.maxLikeness(other)).isGreaterThanOrEqualTo(one.likeness(other) - 0.2);
    }
  }

  private static String line(String[] words, Random random) {
    StringBuilder line = new StringBuilder();
    for (int i = random.nextInt(8); i >= 0; i--) {
      line.append(words[random.nextInt(words.length)]).append('_');
    }
    return line.toString();
  }

  private static double likeness(String one, String other) {
    return LineWords.of(one).likeness(LineWords.of(other));
  }
}
