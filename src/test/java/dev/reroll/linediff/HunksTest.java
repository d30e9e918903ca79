package dev.reroll.linediff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reroll.linediff.Hunks.HunkRange;
import java.util.List;
import org.junit.jupiter.api.Test;

class HunksTest {
  private static final Edit FIRST = new Edit(5, 6, 5, 7);

  @Test
  void editsSixLinesApartShareAHunk() {
    Edit second = new Edit(12, 13, 13, 13);
    assertThat(Hunks.group(List.of(FIRST, second), 3, 20, 20))
        .containsExactly(new HunkRange(2, 16, 2, 16, List.of(FIRST, second)));
  }

  @Test
  void editsSevenLinesApartDoNot() {
    Edit second = new Edit(13, 14, 14, 14);
    assertThat(Hunks.group(List.of(FIRST, second), 3, 20, 20))
        .containsExactly(
            new HunkRange(2, 9, 2, 10, List.of(FIRST)),
            new HunkRange(10, 17, 11, 17, List.of(second)));
  }

  @Test
  void contextEndsWhereTheTextDoes() {
    assertThat(Hunks.group(List.of(FIRST), Integer.MAX_VALUE, 7, 8))
        .containsExactly(new HunkRange(0, 7, 0, 8, List.of(FIRST)));
    assertThat(Hunks.group(List.of(FIRST), 0, 7, 8))
        .containsExactly(new HunkRange(5, 6, 5, 7, List.of(FIRST)));
  }

  @Test
  void noEditsMakeNoHunks() {
    assertThat(Hunks.group(List.of(), 3, 5, 5)).isEmpty();
  }

  @Test
  void editsBeyondTheTextAreRefused() {
    assertThatThrownBy(() -> Hunks.group(List.of(FIRST), 3, 5, 7))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Hunks.group(List.of(FIRST), 3, 8, 8))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
