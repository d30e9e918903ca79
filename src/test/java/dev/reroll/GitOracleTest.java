package dev.reroll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.linediff.GitCommand;
import dev.reroll.oracle.OracleRun;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Holds {@code reroll diff} on drawn mails against {@code git am} and {@code git range-diff}, byte
 * for byte, ids aside.
 *
 * <p>{@code REROLL_ORACLE_PAIRS} in the environment, or {@code -Dreroll.oracle.pairs=N}, sets how
 * many pairs, {@code -Dreroll.oracle.seed=S} the first seed; with a seed alone, only that pair is
 * run. What differs is left in {@code target/oracle/SEED}.
 */
class GitOracleTest {
  private static final int STANDARD_PAIRS = 40;
  private static final int PAIRS_THAT_REACH_ALL = 300;
  private static final int MIN_COUNT = 10;
  private static final long STANDARD_SEED = 20261122L;

  @Test
  void rangeDiffOfMailsIsThatOfGitAmAndGitRangeDiff() throws Exception {
    GitCommand.require();
    long seed = Long.getLong("reroll.oracle.seed", STANDARD_SEED);
    int pairs = pairs();
    System.out.println("oracle: " + pairs + " pairs from seed " + seed);
    OracleRun run = new OracleRun(Path.of("target", "oracle"));
    run.run(seed, pairs);
    System.out.println(run.table());
    assertThat(run.problems()).isEmpty();
    if (pairs >= PAIRS_THAT_REACH_ALL) {
      assertThat(run.rarerThan(MIN_COUNT)).isEmpty();
    }
  }

  private static int pairs() {
    boolean single = System.getProperty("reroll.oracle.seed") != null;
    String named =
        Optional.ofNullable(System.getProperty("reroll.oracle.pairs"))
            .or(() -> Optional.ofNullable(System.getenv("REROLL_ORACLE_PAIRS")))
            .filter(text -> !single || System.getProperty("reroll.oracle.pairs") != null)
            .orElse(String.valueOf(single ? 1 : STANDARD_PAIRS));
    return Integer.parseInt(named);
  }
}
