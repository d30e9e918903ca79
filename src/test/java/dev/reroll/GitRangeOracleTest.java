package dev.reroll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.linediff.GitCommand;
import dev.reroll.oracle.RangeRun;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Holds {@code reroll diff} on ranges of commits against {@code git range-diff}, byte for byte, ids
 * included.
 *
 * <p>{@code -Dreroll.oracle.histories=N} sets how many histories, {@code -Dreroll.oracle.seed=S}
 * the first seed. What differs last is left in {@code target/range-oracle}.
 */
class GitRangeOracleTest {
  private static final int STANDARD_COUNT = 40;
  private static final int COUNT_THAT_REACHES_ALL = 100;
  private static final int MIN_COUNT = 10;
  private static final long STANDARD_SEED = 20261122L;

  @Test
  void rangeDiffOfCommitsIsThatOfGit() throws Exception {
    GitCommand.require();
    long seed = Long.getLong("reroll.oracle.seed", STANDARD_SEED);
    int count = Integer.getInteger("reroll.oracle.histories", STANDARD_COUNT);
    System.out.println("oracle: " + count + " histories from seed " + seed);
    RangeRun run = new RangeRun(Path.of("target", "range-oracle"));
    run.run(seed, count);
    System.out.println(run.table());
    assertThat(run.problems()).isEmpty();
    if (count >= COUNT_THAT_REACHES_ALL) {
      assertThat(run.rarerThan(MIN_COUNT)).isEmpty();
    }
  }
}
