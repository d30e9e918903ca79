package dev.reroll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.linediff.GitCommand;
import dev.reroll.oracle.TreeRun;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Holds {@code reroll diff -g} on mails, written in many ways, against {@code git am} and {@code
 * git range-diff} of the commits, byte for byte, ids aside.
 *
 * <p>{@code REROLL_ORACLE_PAIRS} in the environment, or {@code -Dreroll.oracle.trees=N}, sets how
 * many pairs, {@code -Dreroll.oracle.seed=S} the first seed. What differs last is left in {@code
 * target/tree-oracle}.
 */
class GitTreeOracleTest {
  private static final int STANDARD_COUNT = 25;
  private static final int COUNT_THAT_REACHES_ALL = 110;
  private static final int MIN_COUNT = 10;
  private static final long STANDARD_SEED = 20261122L;

  @Test
  void rangeDiffOfMailsInATreeIsThatOfTheAppliedCommits() throws Exception {
    GitCommand.require();
    long seed = Long.getLong("reroll.oracle.seed", STANDARD_SEED);
    int count =
        Integer.getInteger(
            "reroll.oracle.trees",
            System.getenv("REROLL_ORACLE_PAIRS") == null ? STANDARD_COUNT : COUNT_THAT_REACHES_ALL);
    System.out.println("oracle: " + count + " pairs from seed " + seed);
    TreeRun run = new TreeRun(Path.of("target", "tree-oracle"));
    run.run(seed, count);
    System.out.println(run.table());
    assertThat(run.problems()).isEmpty();
    if (count >= COUNT_THAT_REACHES_ALL) {
      assertThat(run.rarerThan(MIN_COUNT)).isEmpty();
    }
  }
}
