package dev.reroll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.linediff.GitCommand;
import dev.reroll.oracle.InterdiffRun;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The difference of end results, made of drawn mails alone, against git: {@code git apply} makes
 * the newer end result of the older one with it, and it is what {@code git diff} prints.
 *
 * <p>{@code -Dreroll.interdiff.pairs=N} sets how many pairs, {@code -Dreroll.interdiff.seed=S} the
 * first seed. What is applied, and what differs, is left in {@code target/interdiff}.
 */
class InterdiffGitTest {
  private static final int STANDARD_PAIRS = 40;
  private static final long STANDARD_SEED = 20261123L;

  /** What git prints otherwise for reasons that no mail tells, in percent of all pairs. */
  private static final int MAX_DIFFERENT = 20;

  @Test
  void differenceMadeOfMailsIsThatOfTheBranches() throws IOException {
    GitCommand.require();
    int pairs = Integer.getInteger("reroll.interdiff.pairs", STANDARD_PAIRS);
    long first = Long.getLong("reroll.interdiff.seed", STANDARD_SEED);
    System.out.println("interdiff: " + pairs + " pairs from seed " + first);
    InterdiffRun run = new InterdiffRun(Path.of("target", "interdiff"));
    for (long seed = first; seed < first + pairs; seed++) {
      run.run(seed);
    }
    System.out.println(run.counts() + "\n" + run.differences());
    assertThat(run.problems()).isEmpty();
    assertThat(run.differences())
        .hasSizeLessThanOrEqualTo(Math.max(1, pairs * MAX_DIFFERENT / 100));
  }
}
