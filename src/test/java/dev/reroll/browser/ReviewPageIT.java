package dev.reroll.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages of all samples in a real browser; pictures of them are left in target/screenshots. */
class ReviewPageIT {
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

  ReviewPageIT(@TempDir Path folder) {
    pages = new Pages(folder);
  }

  static List<String> samples() throws IOException {
    return Pages.samples();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void sampleIsQuietAndAccessibleInBothSchemes(String sample) throws IOException {
    Path page = pages.ofSample(sample);
    for (String scheme : List.of("light", "dark")) {
      browser.size(1280, 1600).colors(scheme).open(page, "");
      browser.assertQuiet();
      browser.assertAccessible();
      browser.shoot(sample + "-1280-" + scheme);
      browser.one("#view-side").click();
      browser.assertAccessible();
      browser.shoot(sample + "-1280-" + scheme + "-side");
      browser.assertQuiet();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void sampleFitsFromPhonesToWalls(String sample) throws IOException {
    Path page = pages.ofSample(sample);
    for (int width : List.of(360, 1280, 3840)) {
      browser.size(width, 2160).colors("light").open(page, "");
      browser.run("document.querySelectorAll('details:not(.legend)').forEach(d => d.open = true)");
      browser.assertFitsWidth();
      browser.shoot(sample + "-" + width);
      browser.one("#view-side").click();
      browser.assertFitsWidth();
      browser.shoot(sample + "-" + width + "-side");
      browser.one(".legend > summary").click();
      browser.assertFitsWidth();
    }
  }

  @Test
  void schemesHaveTheirOwnColours() throws IOException {
    Path page = pages.ofSample("code-changed");
    String background = "return getComputedStyle(document.documentElement).backgroundColor";
    Object light = browser.colors("light").open(page, "").run(background);
    Object dark = browser.colors("dark").open(page, "").run(background);
    assertThat(light).isEqualTo("rgb(253, 253, 252)");
    assertThat(dark).isEqualTo("rgb(20, 23, 27)");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyAnchorIsUniqueAndEveryJumpLands(String sample) throws IOException {
    browser.size(1280, 900).colors("light").open(pages.ofSample(sample), "");
    assertThat(
            browser.list(
                "const ids = [...document.querySelectorAll('[id]')].map(e => e.id);"
                    + "return ids.filter((id, i) => ids.indexOf(id) !== i)"))
        .isEmpty();
    assertThat(
            browser.list(
                "return [...document.querySelectorAll('a[href^=\"#\"]')]"
                    + ".map(a => a.getAttribute('href').slice(1))"
                    + ".filter(id => !document.getElementById(id))"))
        .isEmpty();
  }

  @Test
  void linkToHunkOrLineLandsOnIt() throws IOException {
    Path page = pages.ofSample("code-changed");
    for (String anchor :
        List.of("p2", "p2-h2", "p2-h2-4", "p4-h1-4", "p2-b32", "p2-a46", "p1-a3")) {
      browser.size(1280, 900).open(page, anchor);
      assertIsSeen(anchor);
      browser.assertQuiet();
    }
  }

  @Test
  void linkLandsWithoutScriptToo() throws IOException {
    Path page = pages.ofSample("code-changed");
    browser.withScript(false).size(1280, 900);
    try {
      for (String anchor : List.of("p2-h2-4", "p2-a46", "p1-a3", "p3-a9")) {
        browser.open(page, anchor);
        assertIsSeen(anchor);
      }
    } finally {
      browser.withScript(true);
    }
  }

  @Test
  void everythingCanBeReachedWithoutScript() throws IOException {
    Path page = pages.ofSample("split");
    browser.withScript(false).size(1280, 900).open(page, "");
    try {
      assertThat(browser.one(".range").isDisplayed()).isTrue();
      assertThat(browser.one(".side").isDisplayed()).isFalse();
      browser.one("#view-side").click();
      assertThat(browser.one(".side").isDisplayed()).isTrue();
      assertThat(browser.one(".range").isDisplayed()).isFalse();
      browser.all(".patch > details:not([open]) > summary").forEach(summary -> summary.click());
      assertThat(browser.all(".patch > details:not([open])")).isEmpty();
      browser.all(".side details:not([open]) > summary").forEach(summary -> summary.click());
      assertThat(
              browser.list(
                  "return [...document.querySelectorAll('.side td[id], .lines > div[id]')].filter(e => e.getClientRects().length === 0)"))
          .isEmpty();
      browser.one(".legend > summary").click();
      assertThat(browser.one(".legend-body").isDisplayed()).isTrue();
    } finally {
      browser.withScript(true);
    }
  }

  @Test
  void unchangedPatchesAreFoldedAndUnfold() throws IOException {
    browser.size(1280, 900).open(pages.ofSample("code-changed"), "");
    assertThat(browser.one("#p1 .lines").isDisplayed()).isFalse();
    assertThat(browser.one("#p2 .range").isDisplayed()).isTrue();
    browser.one("#p1 summary").click();
    assertThat(browser.one("#p1 .lines").isDisplayed()).isTrue();
    browser.one("#p2 summary").click();
    assertThat(browser.one("#p2 .range").isDisplayed()).isFalse();
  }

  @Test
  void contextNoiseIsFolded() throws IOException {
    browser.size(1280, 900).open(pages.ofSample("rebased"), "");
    assertThat(browser.all("details.noise"))
        .isNotEmpty()
        .allMatch(noise -> noise.getDomAttribute("open") == null);
    browser.shoot("rebased-noise");
  }

  @Test
  void wordsThatChangedStandOut() throws IOException {
    browser.size(1280, 900).open(pages.ofSample("code-changed"), "p4");
    assertThat(browser.one("#p4 .ap b").getText())
        .isEqualTo("-128000 to 127937; other values are clamped");
    assertThat(browser.one("#p4 .bp b").getText()).isEqualTo("in millidegree Celsius");
  }

  @Test
  void everyVersionIsInTheIndex() throws IOException {
    Path site = pages.site("thread", Pages.mailboxes("thread").get(0).toString(), "-v", "1", "3");
    for (int width : List.of(360, 1280, 3840)) {
      for (String scheme : List.of("light", "dark")) {
        browser.size(width, 900).colors(scheme).open(site.resolve("index.html"), "");
        browser.assertQuiet();
        browser.assertAccessible();
        browser.assertFitsWidth();
        browser.shoot("index-" + width + "-" + scheme);
      }
    }
    assertThat(browser.all(".timeline tr[id]"))
        .extracting(row -> row.getDomAttribute("id"))
        .containsExactly("v1", "v2", "v3");
    assertThat(browser.all("a[href$='.html'], a[href*='.html#']"))
        .extracting(link -> String.valueOf(link.getDomAttribute("href")).replaceFirst("#.*", ""))
        .contains("v1-v2.html", "v2-v3.html", "v1-v3.html")
        .allSatisfy(name -> assertThat(site.resolve(name)).isRegularFile());
    browser.open(site.resolve("v2-v3.html"), "");
    browser.assertQuiet();
    browser.assertAccessible();
    browser.one(".trail a[href='index.html']").click();
    assertThat(browser.all(".timeline")).hasSize(1);
  }

  /** Asserts that an element is on the screen, below what sticks to its top. */
  private static void assertIsSeen(String anchor) {
    double top =
        browser.number(
            "return document.getElementById(arguments[0]).getBoundingClientRect().top", anchor);
    double height =
        browser.number(
            "return document.getElementById(arguments[0]).getBoundingClientRect().height", anchor);
    double bar =
        browser.number("return document.querySelector('.bar').getBoundingClientRect().height");
    assertThat(height).as(anchor).isPositive();
    assertThat(top).as(anchor).isBetween(bar - 1, 899 - Math.min(height, 20));
    assertThat(
            browser.isTrue(
                "return document.getElementById(arguments[0]).matches(':target')", anchor))
        .as(anchor)
        .isTrue();
  }
}
