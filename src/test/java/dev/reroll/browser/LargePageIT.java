package dev.reroll.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.message.CorpusFolder;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a real comparison of 59 with 68 patches, in a real browser. */
class LargePageIT {
  private static final int RUNS = 5;
  private static Browser browser;

  @BeforeAll
  static void startBrowser() {
    browser = Browser.start();
  }

  @AfterAll
  static void stopBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  private final Pages pages;

  LargePageIT(@TempDir Path folder) {
    pages = new Pages(folder);
  }

  @Test
  void sixtyEightPatchesOpenWithinASecond() throws IOException {
    Path page = page();
    double best = Double.MAX_VALUE;
    for (int i = 0; i < RUNS; i++) {
      browser.size(1280, 900).colors("light").open(page, "");
      best =
          Math.min(
              best,
              browser.number(
                  "const t = performance.getEntriesByType('navigation')[0]; return t.loadEventEnd - t.startTime"));
    }
    browser.assertQuiet();
    browser.shoot("68-patches");
    assertThat(best).as("milliseconds").isLessThan(1000);
  }

  @Test
  void sixtyEightPatchesAreAccessible() throws IOException {
    browser.size(1280, 900).open(page(), "");
    browser.assertAccessible();
    browser.one("#view-side").click();
    browser.assertQuiet();
    browser.size(360, 900).assertFitsWidth();
  }

  private Path page() throws IOException {
    Path series = CorpusFolder.require("io-uring/20251109-struct-filename-series");
    return pages.of(
        "large",
        series.resolve("v4.mbox.gz").toAbsolutePath().toString(),
        series.resolve("v5.mbox.gz").toAbsolutePath().toString());
  }
}
