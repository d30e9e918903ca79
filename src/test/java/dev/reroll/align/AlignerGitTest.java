package dev.reroll.align;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.align.AlignEvents.AlignEvent;
import dev.reroll.bytes.Octets;
import dev.reroll.linediff.GitCommand;
import dev.reroll.linediff.LineTable;
import dev.reroll.linediff.Tally;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Drawn alignments against those of real {@code git range-diff}.
 *
 * <p>{@code -Dreroll.oracle.pairs=N} sets how many, {@code -Dreroll.oracle.seed=S} the first seed.
 */
class AlignerGitTest {
  private static final int BATCH = 50;
  private static final int PAIRS = Integer.getInteger("reroll.oracle.pairs", 100);
  private static final long SEED = Long.getLong("reroll.oracle.seed", 20261122L);
  private static final int ENOUGH_SECONDS = 60;
  private static final int ENDLESS_SECONDS = 2;
  private static final int MAX_ENDLESS = 3;

  private final Tally<AlignEvent> tally = new Tally<>();

  @BeforeEach
  void needsGit() {
    GitCommand.require();
  }

  @Test
  void matchesAreThoseOfGit(@TempDir Path directory) throws Exception {
    for (int first = 0; first < PAIRS; first += BATCH) {
      List<DrawnSeries> drawn = new ArrayList<>();
      for (int n = first; n < Math.min(first + BATCH, PAIRS); n++) {
        drawn.add(DrawnSeries.draw(SEED + n));
      }
      Path home = Files.createTempDirectory(directory, "repository");
      DrawnRepository repository = DrawnRepository.write(home, drawn);
      for (int n = 0; n < drawn.size(); n++) {
        check(drawn.get(n), repository, n, SEED + first + n);
      }
    }
    System.out.println("alignments: " + PAIRS + " from seed " + SEED + " " + tally);
  }

  private void check(DrawnSeries series, DrawnRepository repository, int index, long seed)
      throws Exception {
    LineTable table = new LineTable();
    List<DiffPart> before = parts(series.before(), table);
    List<DiffPart> after = parts(series.after(), table);
    long lostBefore = tally.count(AlignEvent.EXACT_MATCH_LOST);
    Alignment alignment = new Aligner(before, after, tally::add).align(series.factor());
    long lostCount = tally.count(AlignEvent.EXACT_MATCH_LOST);
    boolean lost = lostCount > lostBefore;
    if (lost && lostCount > MAX_ENDLESS) {
      return;
    }
    Optional<Alignment> expected =
        repository.align(index, series.factor(), lost ? ENDLESS_SECONDS : ENOUGH_SECONDS);
    assertThat(expected.isPresent()).as("git ends, seed %d", seed).isEqualTo(!lost);
    expected.ifPresent(
        alignmentOfGit ->
            assertThat(alignment)
                .as("seed %d, factor %d", seed, series.factor().percent())
                .isEqualTo(alignmentOfGit));
  }

  private static List<DiffPart> parts(List<List<String>> series, LineTable table) {
    return series.stream().map(content -> part(content, table)).toList();
  }

  private static DiffPart part(List<String> content, LineTable table) {
    StringBuilder text = new StringBuilder(" ## f (new) ##\n");
    text.append(content.isEmpty() ? "" : "@@\n");
    content.forEach(line -> text.append('+').append(line).append('\n'));
    int[] lines = table.internLines(Octets.utf8(text.toString()));
    return new DiffPart(lines, lines.length);
  }
}
