package dev.reroll.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.source.Progress;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** When progress is shown, and what stays of it. */
class ProgressLineTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final AtomicLong millis = new AtomicLong();

  @Test
  void aQuickPieceOfWorkShowsNothing() {
    Progress progress = onTerminal(false);
    progress.step("fetching, kB", 1, 10);
    millis.set(999);
    progress.step("fetching, kB", 2, 10);
    progress.end();
    assertThat(shown()).isEmpty();
  }

  @Test
  void aLongOneShowsALineNowAndThenAndTakesItAway() {
    Progress progress = onTerminal(false);
    progress.step("fetching, kB", 0, 10);
    millis.set(1000);
    progress.step("fetching, kB", 3, 10);
    millis.set(1100);
    progress.step("fetching, kB", 4, 10);
    millis.set(1200);
    progress.step("fetching, kB", 5, Progress.UNKNOWN);
    progress.end();
    assertThat(shown())
        .isEqualTo(
            "\r\u001B[Kfetching, kB: 3/10 [######              ] 30 %"
                + "\r\u001B[Kfetching, kB: 5\r\u001B[K");
  }

  @Test
  void theNextPieceOfWorkHasItsOwnSecond() {
    Progress progress = onTerminal(false);
    progress.step("one", 0, 1);
    millis.set(900);
    progress.end();
    progress.step("two", 0, 1);
    millis.set(1800);
    progress.step("two", 0, 1);
    progress.end();
    assertThat(shown()).isEmpty();
  }

  @Test
  void aTaskThatIsTooLongIsCutAndMadeVisible() {
    Progress progress = onTerminal(false);
    progress.step("x", 0, 1);
    millis.set(2000);
    progress.step("\u001B]0;" + "n".repeat(200), 7, 14);
    assertThat(shown().substring("\r\u001B[K".length()))
        .hasSize(78)
        .doesNotContain("\u001B")
        .endsWith("n: 7/14 [##########          ] 50 %");
  }

  @Test
  void nothingIsShownOffTerminalsOrQuietly() {
    assertThat(ProgressLine.choose(streams(false, "xterm"), false)).isSameAs(Progress.SILENT);
    assertThat(ProgressLine.choose(streams(true, "dumb"), false)).isSameAs(Progress.SILENT);
    assertThat(onTerminal(true)).isSameAs(Progress.SILENT);
  }

  private Progress onTerminal(boolean quiet) {
    return ProgressLine.choose(streams(true, "xterm"), quiet, () -> millis.get() * 1_000_000);
  }

  private Streams streams(boolean errIsTerminal, String term) {
    return new Streams(
        new ByteArrayInputStream(new byte[0]),
        new ByteArrayOutputStream(),
        err,
        false,
        errIsTerminal,
        Map.of("TERM", term),
        Path.of(""));
  }

  private String shown() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
