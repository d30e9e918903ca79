package dev.reroll.align;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.align.AlignEvents.AlignEvent;
import dev.reroll.linediff.Tally;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The assignment by bounds against the one that has all costs at hand. */
class AssignmentTest {
  private static final int MATRICES = Integer.getInteger("reroll.oracle.matrices", 40_000);
  private static final long SEED = Long.getLong("reroll.oracle.seed", 20261122L);

  /** Costs that are bounds at first, and count how many of them are asked for. */
  private static final class DrawnCosts implements Costs {
    private final int[][] costs;
    private final int[][] lows;
    private int askedCount;

    DrawnCosts(int[][] costs, Random random) {
      this.costs = costs;
      lows = new int[costs.length][costs.length];
      int slack = 1 + random.nextInt(8);
      for (int i = 0; i < costs.length; i++) {
        for (int j = 0; j < costs.length; j++) {
          lows[i][j] = costs[i][j] - random.nextInt(slack);
        }
      }
    }

    @Override
    public int size() {
      return costs.length;
    }

    @Override
    public int low(int row, int column) {
      return lows[row][column];
    }

    @Override
    public boolean isExact(int row, int column) {
      return lows[row][column] == costs[row][column];
    }

    @Override
    public int exact(int row, int column) {
      askedCount += isExact(row, column) ? 0 : 1;
      lows[row][column] = costs[row][column];
      return costs[row][column];
    }
  }

  @Test
  void boundsDecideNothingThatCostsWouldDecideOtherwise() {
    Tally<AlignEvent> tally = new Tally<>();
    long askedCount = 0;
    long cellCount = 0;
    for (int n = 0; n < MATRICES; n++) {
      Random random = new Random(SEED + n);
      int[][] matrix = draw(random);
      DrawnCosts costs = new DrawnCosts(matrix, random);
      assertThat(Assignment.solve(costs, tally::add))
          .as("seed %d: %s", SEED + n, Arrays.deepToString(matrix))
          .containsExactly(EagerAssignment.solve(matrix));
      askedCount += costs.askedCount;
      cellCount += (long) matrix.length * matrix.length;
    }
    System.out.println(
        "assignments: "
            + MATRICES
            + " from seed "
            + SEED
            + " "
            + tally
            + ", asked for "
            + askedCount
            + " of "
            + cellCount
            + " costs");
    for (AlignEvent event :
        new AlignEvent[] {
          AlignEvent.COLUMN_TIE,
          AlignEvent.ROW_TIE,
          AlignEvent.ROW_AUGMENTED,
          AlignEvent.PATH_ENDED,
          AlignEvent.PATH_ENDED_ASTRAY
        }) {
      assertThat(tally.count(event)).as("%s", event).isGreaterThan(10);
    }
  }

  /** Draws anything square, or, more often, a matrix with dummies as series have it. */
  private static int[][] draw(Random random) {
    int most = 1 + random.nextInt(random.nextBoolean() ? 4 : 40);
    if (random.nextInt(3) == 0) {
      int size = 2 + random.nextInt(12);
      int[][] matrix = new int[size][size];
      for (int[] row : matrix) {
        Arrays.setAll(row, j -> cell(random, most));
      }
      return matrix;
    }
    return drawSeries(random, most);
  }

  private static int[][] drawSeries(Random random, int most) {
    int before = random.nextInt(8);
    int after = Math.max(random.nextInt(8), 2 - before);
    int[] deletion = random.ints(before, 0, most).toArray();
    int[] creation = random.ints(after, 0, most).toArray();
    int[][] matrix = new int[before + after][before + after];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        int dummy = i < after ? creation[i] : j < before ? deletion[j] : 0;
        matrix[i][j] = i < after && j < before ? cell(random, most) : dummy;
      }
    }
    return matrix;
  }

  private static int cell(Random random, int most) {
    return random.nextInt(12) == 0 ? 65536 : random.nextInt(most + 4);
  }

  @Test
  void pathEndsWhereGitsEndsAndNotWhereThePaperWould() {
    int[] last = {6, 8, 65536, 0, 0};
    int[][] costs = {
      {5, 6, 65536, 6, 6}, {65536, 65536, 0, 65536, 65536}, last, last.clone(), last.clone()
    };
    int[] rowOf = Assignment.solve(new DrawnCosts(costs, new Random(SEED)), AlignEvents.IGNORED);
    assertThat(rowOf[2]).isEqualTo(1);
    assertThat(rowOf[0]).isNotEqualTo(0);
    assertThat(rowOf[1]).isNotEqualTo(0);
  }
}
