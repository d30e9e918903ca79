package dev.reroll.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The view of the end results, in a real browser. */
class EndResultIT {
  private static Browser browser;

  @BeforeAll
  static void startBrowser() {
    browser = Browser.start();
  }

  @AfterAll
  static void stopBrowser() {
    if (browser != null) {
      browser.withScript(true).close();
    }
  }

  private final Path page;
  private final Pages pages;

  EndResultIT(@TempDir Path folder) throws IOException {
    pages = new Pages(folder);
    page = pages.ofSample("code-changed");
    browser.withScript(true).size(1280, 900).colors("light").open(page, "");
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 1280})
  void theThirdViewShowsFilesInsteadOfPatches(int width) throws IOException {
    browser.size(width, 900).open(page, "");
    assertThat(browser.one("#end").isDisplayed()).isFalse();
    browser.one("#view-end").click();
    assertThat(browser.one("#end").isDisplayed()).isTrue();
    assertThat(browser.one("#patches").isDisplayed()).isFalse();
    assertThat(browser.one("#summary").isDisplayed()).isFalse();
    assertThat(browser.one("#end .sentence").getText()).isEqualTo("2 files changed, +9 −2.");
    assertThat(browser.one("#e1-h1 .ap").getText()).contains("Limit, -128000 to 127937");
    browser.assertFitsWidth();
    browser.assertAccessible();
    browser.assertQuiet();
    browser.shoot("end-result-" + width);
    browser.one("#view-range").click();
  }

  @Test
  void vReachesItAndKeysGoFromFileToFile() {
    browser.type("vv");
    assertThat(browser.one("#end").isDisplayed()).isTrue();
    browser.type("jj");
    assertThat(browser.run("return document.activeElement.closest('section').id")).isEqualTo("e2");
    browser.type("v");
    assertThat(browser.one("#p2 .range").isDisplayed()).isTrue();
    browser.assertQuiet();
  }

  @Test
  void linkToALineOpensTheView() {
    browser.open(page, "e2-h1-4");
    assertThat(browser.isTrue("return document.getElementById('view-end').checked")).isTrue();
    assertThat(browser.one("#e2-h1-4").isDisplayed()).isTrue();
    browser.open(page, "p2-h1-1");
    assertThat(browser.one("#p2-h1-1").isDisplayed()).isTrue();
    assertThat(browser.one("#end").isDisplayed()).isFalse();
  }

  @Test
  void withoutScriptTheViewAndItsLinksWork() {
    browser.withScript(false).open(page, "e2-h1-4");
    assertThat(browser.one("#e2-h1-4").isDisplayed()).isTrue();
    browser.open(page, "");
    browser.one("#view-end").click();
    assertThat(browser.one("#end").isDisplayed()).isTrue();
    assertThat(browser.one("#patches").isDisplayed()).isFalse();
  }

  @Test
  void whatCannotBeComparedIsNamed() throws IOException {
    browser.open(pages.of("rebased", "--no-tree", v("1"), v("2")), "");
    browser.one("#view-end").click();
    assertThat(browser.one(".untold").getText()).contains("fs/larkfs/dir.c: v1 starts from ");
    browser.one("#view-range").click();
  }

  private static String v(String number) {
    return Path.of("samples/rebased/v" + number + ".mbox").toAbsolutePath().toString();
  }
}
