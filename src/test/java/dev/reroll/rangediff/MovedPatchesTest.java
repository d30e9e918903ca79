package dev.reroll.rangediff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.rangediff.HistoryBuilder.MovedPatches;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MovedPatchesTest {
  @Test
  void onlyThePatchThatWasPutElsewhereHasMoved() {
    assertThat(MovedPatches.among(new int[] {2, 0, 1, 3}))
        .containsExactly(true, false, false, false);
    assertThat(MovedPatches.among(new int[] {1, 2, 3, 0}))
        .containsExactly(false, false, false, true);
  }

  @Test
  void whatCameOrWentMovesNothing() {
    assertThat(MovedPatches.among(new int[] {-1, 1, -1, 4, 7})).containsOnly(false);
    assertThat(MovedPatches.among(new int[] {-1, -1})).containsOnly(false);
    assertThat(MovedPatches.among(new int[0])).isEmpty();
  }

  /** Holds the count against the plain way to compute it, for drawn orders. */
  @Test
  void asFewAsPossibleHaveMoved() {
    for (int seed = 0; seed < 500; seed++) {
      int[] partners = new Random(seed).ints(0, 40).distinct().limit(1 + seed % 12).toArray();
      boolean[] moved = MovedPatches.among(partners);
      int last = -1;
      int stayedCount = 0;
      for (int i = 0; i < partners.length; i++) {
        if (!moved[i]) {
          assertThat(partners[i]).as("seed " + seed).isGreaterThan(last);
          last = partners[i];
          stayedCount++;
        }
      }
      assertThat(stayedCount).as("seed " + seed).isEqualTo(longestRun(partners));
    }
  }

  private static int longestRun(int[] numbers) {
    int[] longest = new int[numbers.length];
    int best = 0;
    for (int i = 0; i < numbers.length; i++) {
      longest[i] = 1;
      for (int j = 0; j < i; j++) {
        longest[i] = numbers[j] < numbers[i] ? Math.max(longest[i], longest[j] + 1) : longest[i];
      }
      best = Math.max(best, longest[i]);
    }
    return best;
  }
}
