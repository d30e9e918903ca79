package dev.reroll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.source.Progress;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When a bar is drawn, and what it looks like. */
class ProgressBarTest {
  private static final String ERASE = "\r\033[K";
  private static final long MILLION = 1_000_000;

  private final ByteArrayOutputStream drawn = new ByteArrayOutputStream();
  private long now;

  @Test
  void workThatIsDoneWithinASecondDrawsNothing() {
    Progress bar = new ProgressBar(drawn, () -> now);
    now = 900 * MILLION;
    bar.step("indexing l, mails", 10, 20);
    bar.end();
    assertThat(drawn()).isEmpty();
  }

  @Test
  void lineIsDrawnAtMostTenTimesASecondAndErasedAtTheEnd() {
    Progress bar = new ProgressBar(drawn, () -> now);
    for (int step = 0; step <= 1300; step++) {
      now = step * MILLION;
      bar.step("indexing l, mails", step, 2000);
    }
    bar.end();
    assertThat(drawn())
        .isEqualTo(
            (ERASE + "indexing l, mails [##########          ] 1,000 of 2,000")
                + (ERASE + "indexing l, mails [###########         ] 1,100 of 2,000")
                + (ERASE + "indexing l, mails [############        ] 1,200 of 2,000")
                + (ERASE + "indexing l, mails [#############       ] 1,300 of 2,000")
                + ERASE);
  }

  @Test
  void unknownTotalIsACount() {
    assertThat(ProgressBar.line("fetching, kB", 12_345, Progress.UNKNOWN))
        .isEqualTo("fetching, kB 12,345");
    assertThat(ProgressBar.line("fetching, kB", 0, 0)).isEqualTo("fetching, kB 0");
    assertThat(ProgressBar.line("x", 30, 20)).isEqualTo("x [####################] 30 of 20");
  }

  @Test
  void nothingIsDrawnWhereNobodyLooks() {
    assertThat(ProgressBar.of(streams(true, "xterm"), false)).isInstanceOf(ProgressBar.class);
    assertThat(ProgressBar.of(streams(true, "xterm"), true)).isSameAs(Progress.SILENT);
    assertThat(ProgressBar.of(streams(true, "dumb"), false)).isSameAs(Progress.SILENT);
    assertThat(ProgressBar.of(streams(false, "xterm"), false)).isSameAs(Progress.SILENT);
  }

  private Streams streams(boolean isTerminal, String terminal) {
    return new Streams(
        new ByteArrayInputStream(new byte[0]),
        new ByteArrayOutputStream(),
        drawn,
        isTerminal,
        isTerminal,
        Map.of("TERM", terminal),
        Path.of(""));
  }

  private String drawn() {
    return drawn.toString(StandardCharsets.UTF_8);
  }
}
