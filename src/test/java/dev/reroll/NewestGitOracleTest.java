package dev.reroll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.linediff.GitCommand;
import dev.reroll.oracle.AmOracle;
import dev.reroll.oracle.InterdiffRun;
import dev.reroll.oracle.OracleRun;
import dev.reroll.oracle.RangeRun;
import dev.reroll.oracle.TreeRun;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The program against a second, newer git: what {@link GitOracleTest}, {@link GitRangeOracleTest},
 * {@link GitTreeOracleTest}, {@link AmOracleTest} and {@link InterdiffGitTest} do with the
 * installed one, on fewer series and on others. {@code src/docs/exactness.md} tells where the two
 * differ.
 *
 * <p>{@code -Dreroll.newest-git=PATH} or {@code REROLL_NEWEST_GIT} in the environment names it.
 * What differs is left below {@code target/newest-git}.
 */
class NewestGitOracleTest {
  private static final Path FOLDER = Path.of("target", "newest-git");
  private static final long SEED = 20261201L;
  private static final int COUNT = System.getenv("REROLL_ORACLE_PAIRS") == null ? 12 : 60;

  private String git = GitCommand.INSTALLED;

  @BeforeEach
  void needsTheNewestGit() {
    git = GitCommand.requireNewest();
  }

  @Test
  void rangeDiffOfMailsIsTheSame() throws Exception {
    OracleRun run = new OracleRun(FOLDER.resolve("oracle"), git);
    run.run(SEED, COUNT);
    assertThat(run.problems()).isEmpty();
  }

  @Test
  void rangeDiffOfCommitsIsTheSame() throws IOException {
    RangeRun run = new RangeRun(FOLDER.resolve("range-oracle"), git);
    run.run(SEED, COUNT);
    assertThat(run.problems()).isEmpty();
  }

  @Test
  void rangeDiffOfMailsInATreeIsTheSame() throws Exception {
    TreeRun run = new TreeRun(FOLDER.resolve("tree-oracle"), git);
    run.run(SEED, COUNT);
    assertThat(run.problems()).isEmpty();
  }

  @Test
  void appliedTreesAreTheSame() throws Exception {
    AmOracle oracle = new AmOracle(FOLDER.resolve("am-oracle"), git);
    oracle.run(SEED, 2 * COUNT);
    assertThat(oracle.problems()).isEmpty();
  }

  @Test
  void differenceOfEndResultsIsTheSame() throws IOException {
    InterdiffRun newest = new InterdiffRun(FOLDER.resolve("interdiff"), git);
    InterdiffRun installed = new InterdiffRun(FOLDER.resolve("interdiff-installed"));
    for (long seed = SEED; seed < SEED + COUNT; seed++) {
      newest.run(seed);
      installed.run(seed);
    }
    assertThat(newest.problems()).isEmpty();
    assertThat(newest.differences()).isEqualTo(installed.differences());
  }
}
