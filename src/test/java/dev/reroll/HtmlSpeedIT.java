package dev.reroll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.message.CorpusFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the time of a page against that of the review that it shows, as whole processes. */
class HtmlSpeedIT {
  private static final int RUNS = 7;

  private final Path folder;
  private final PackagedLauncher launcher;

  HtmlSpeedIT(@TempDir Path folder) throws IOException {
    this.folder = folder.toRealPath();
    launcher = PackagedLauncher.packaged(this.folder);
  }

  @Test
  void pageTakesAtMostTwiceTheTimeOfTheReview() throws Exception {
    Path series = CorpusFolder.require("io-uring/20251109-struct-filename-series");
    String before = series.resolve("v4.mbox.gz").toAbsolutePath().toString();
    String after = series.resolve("v5.mbox.gz").toAbsolutePath().toString();
    String page = folder.resolve("page.html").toString();
    long review = Long.MAX_VALUE;
    long html = Long.MAX_VALUE;
    // Turns, and the best of each: what else the machine does must not decide.
    for (int i = 0; i < RUNS; i++) {
      review =
          Math.min(review, milliseconds(List.of("review", "-o", page + ".txt", before, after)));
      html = Math.min(html, milliseconds(List.of("html", "-o", page, before, after)));
    }
    assertThat(html).as("milliseconds, beside " + review).isLessThanOrEqualTo(2 * review);
  }

  private long milliseconds(List<String> words) throws Exception {
    List<String> arguments = new ArrayList<>(words);
    long start = System.nanoTime();
    // With the archive of the package, as an installed program runs.
    PackagedLauncher.Result result =
        launcher.run(Map.of("REROLL_ARCHIVE", "yes"), arguments.toArray(String[]::new));
    assertThat(result.exitCode()).as(result.err()).isZero();
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }
}
