package dev.reroll.align;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.linediff.DiffEngine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PairCostsTest {
  private static final long SEED = Long.getLong("reroll.oracle.seed", 20261122L);

  @Test
  void boundIsNeverAboveTheCostAndOftenEqualToIt() {
    long equalCount = 0;
    for (int n = 0; n < 300; n++) {
      Random random = new Random(SEED + n);
      List<DiffPart> before = draw(random);
      List<DiffPart> after = draw(random);
      PairCosts costs = new PairCosts(before, after, AlignEvents.IGNORED);
      for (int i = 0; i < before.size(); i++) {
        for (int j = 0; j < after.size(); j++) {
          equalCount += check(costs, i, j, before.get(i), after.get(j)) ? 1 : 0;
        }
      }
    }
    assertThat(equalCount).isGreaterThan(1000);
  }

  /** Whether bound and cost are the same. */
  private static boolean check(
      PairCosts costs, int beforeIndex, int afterIndex, DiffPart before, DiffPart after) {
    int cost = new DiffEngine().printedLength(before.lines(), after.lines());
    if (cost == 0) {
      return false;
    }
    int low = costs.low(beforeIndex, afterIndex);
    assertThat(costs.isExact(beforeIndex, afterIndex)).isFalse();
    assertThat(low)
        .as("%s, %s", Arrays.toString(before.lines()), Arrays.toString(after.lines()))
        .isLessThanOrEqualTo(cost);
    assertThat(costs.exact(beforeIndex, afterIndex)).isEqualTo(cost);
    assertThat(costs.low(beforeIndex, afterIndex)).isEqualTo(cost);
    assertThat(costs.isExact(beforeIndex, afterIndex)).isTrue();
    return low == cost;
  }

  /** Draws parts that share long runs of lines, at the ends and in the middle, and single ones. */
  private static List<DiffPart> draw(Random random) {
    List<DiffPart> parts = new ArrayList<>();
    int[] base = new Random(7).ints(40, 0, 60).toArray();
    for (int i = 0; i < 6; i++) {
      int from = random.nextInt(6);
      int[] lines = Arrays.copyOfRange(base, from, from + random.nextInt(35));
      for (int changes = random.nextInt(lines.length / 2 + 1); changes > 0; changes--) {
        lines[random.nextInt(lines.length)] = random.nextInt(100);
      }
      parts.add(new DiffPart(lines, lines.length));
    }
    return parts;
  }
}
