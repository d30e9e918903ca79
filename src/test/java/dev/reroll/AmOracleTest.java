package dev.reroll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.linediff.GitCommand;
import dev.reroll.oracle.AmOracle;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The room {@code apply} against {@code git am} and {@code git am -3}: the same tree after each
 * patch, and the same patch at which it stops.
 *
 * <p>{@code REROLL_ORACLE_PAIRS} in the environment scales how many series, {@code
 * -Dreroll.oracle.series=N} sets it, {@code -Dreroll.oracle.seed=S} the first seed. What differs is
 * left in {@code target/am-oracle/SEED}.
 */
class AmOracleTest {
  private static final int STANDARD_COUNT = 60;
  private static final int COUNT_THAT_REACHES_ALL = 700;
  private static final int MIN_COUNT = 10;
  private static final long STANDARD_SEED = 20261122L;

  @Test
  void treesAreThoseOfGitAm() throws Exception {
    GitCommand.require();
    long seed = Long.getLong("reroll.oracle.seed", STANDARD_SEED);
    int count = Integer.getInteger("reroll.oracle.series", standardCount());
    System.out.println("oracle: " + count + " series from seed " + seed);
    AmOracle oracle = new AmOracle(Path.of("target", "am-oracle"));
    oracle.run(seed, count);
    System.out.println(oracle.table());
    assertThat(oracle.problems()).isEmpty();
    if (count >= COUNT_THAT_REACHES_ALL) {
      assertThat(oracle.rarerThan(MIN_COUNT)).isEmpty();
    }
  }

  private static int standardCount() {
    boolean isFullRun =
        Optional.ofNullable(System.getenv("REROLL_ORACLE_PAIRS"))
            .filter(pairs -> Integer.parseInt(pairs) >= 300)
            .isPresent();
    return isFullRun ? COUNT_THAT_REACHES_ALL : STANDARD_COUNT;
  }
}
