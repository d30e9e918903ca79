package dev.reroll.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** What the keys do, in a real browser. */
class ReviewKeysIT {
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

  private final Path page;

  ReviewKeysIT(@TempDir Path folder) throws IOException {
    page = new Pages(folder).ofSample("code-changed");
    browser.size(1280, 700).colors("light").open(page, "");
  }

  @Test
  void jAndKGoToTheNextAndThePreviousPatch() {
    browser.type("j");
    assertThat(atTop()).isEqualTo("cover");
    browser.type("jj");
    assertThat(atTop()).isEqualTo("p2");
    assertThat(browser.run("return document.activeElement.closest('section').id")).isEqualTo("p2");
    browser.type("k");
    assertThat(atTop()).isEqualTo("p1");
    browser.type("kkkk");
    assertThat(atTop()).isEqualTo("cover");
    browser.assertQuiet();
  }

  @Test
  void nAndPGoToTheNextAndThePreviousChange() {
    browser.type("n");
    String first = change();
    browser.type("nn");
    assertThat(change()).isEqualTo("p2-h2");
    browser.type("n");
    assertThat(change()).isEqualTo("p4-h1");
    browser.type("p");
    assertThat(change()).isEqualTo("p2-h2");
    assertThat(first).isNotEqualTo("p2-h2");
    assertThat(
            browser.number("return document.getElementById('p2-h2').getBoundingClientRect().top"))
        .isBetween(40.0, 300.0);
    browser.assertQuiet();
  }

  @Test
  void vSwitchesTheViewAndTheNextPageRemembersIt() {
    browser.type("v");
    assertThat(browser.one("#p2 .side").isDisplayed()).isTrue();
    assertThat(browser.one("#p2 .range").isDisplayed()).isFalse();
    browser.run("location.search = '?again'");
    assertThat(browser.one("#p2 .side").isDisplayed()).isTrue();
    browser.type("vv");
    assertThat(browser.one("#p2 .range").isDisplayed()).isTrue();
    assertThat(browser.one("#p2 .side").isDisplayed()).isFalse();
    browser.assertQuiet();
  }

  @Test
  void nGoesThroughTheChangesSideBySideToo() {
    browser.type("v");
    browser.type("n", "n");
    Object first =
        browser.run("return document.querySelector('[data-at]').querySelector('td[id]').id");
    browser.type("n");
    Object second =
        browser.run("return document.querySelector('[data-at]').querySelector('td[id]').id");
    assertThat(second).isNotEqualTo(first);
  }

  @Test
  void viewChangeKeepsThePatchInPlace() {
    browser.type("j", "j", "j", "j", "j");
    double top = topOfPatch4();
    browser.type("v");
    assertThat(topOfPatch4()).isCloseTo(top, within(2.0));
    assertThat(browser.one("#p4 .side").isDisplayed()).isTrue();
  }

  @Test
  void oFoldsThePatchAndCapitalOAll() {
    browser.type("j", "j", "j", "o");
    assertThat(browser.one("#p2 .range").isDisplayed()).isFalse();
    browser.type("o");
    assertThat(browser.one("#p2 .range").isDisplayed()).isTrue();
    browser.type("O");
    assertThat(browser.all(".patch > details:not([open])")).isEmpty();
    browser.type("O");
    assertThat(browser.all(".patch > details[open]")).isEmpty();
    browser.assertQuiet();
  }

  @Test
  void questionMarkShowsTheKeysAndEscapeHidesThem() {
    browser.type("?");
    assertThat(browser.one("#help").isDisplayed()).isTrue();
    browser.assertAccessible();
    browser.type(Keys.ESCAPE);
    assertThat(browser.one("#help").isDisplayed()).isFalse();
    browser.assertQuiet();
  }

  @Test
  void cPutsALinkToThePlaceIntoTheAddress() {
    browser.type("n", "n", "n", "c");
    assertThat(browser.run("return location.hash")).isEqualTo("#p2-h2");
  }

  @Test
  void keysOfTheBrowserStayItsOwn() {
    browser.typeHolding(Keys.CONTROL, "j");
    assertThat(browser.number("return scrollY")).isZero();
  }

  @Test
  void tabReachesPatchesAndHunksButNotEveryLine() {
    Object first =
        browser.run(
            "document.querySelector('#p2 summary').focus(); return document.activeElement.localName");
    assertThat(first).isEqualTo("summary");
    List<Object> reached = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      browser.type(Keys.TAB);
      reached.add(browser.run("return document.activeElement.getAttribute('href')"));
    }
    assertThat(reached).containsSubsequence("#p2-h1", "#p2-h2").doesNotContain("#p2-h1-1");
  }

  private static double topOfPatch4() {
    assertThat(browser.all(".here"))
        .extracting(patch -> patch.getDomAttribute("id"))
        .containsExactly("p4");
    return browser.number("return document.getElementById('p4').getBoundingClientRect().top");
  }

  /** Returns the patch whose heading is at the top of the screen. */
  private static Object atTop() {
    return browser.run(
        "const bar = document.querySelector('.bar').getBoundingClientRect().height;"
            + "return [...document.querySelectorAll('.patch')]"
            + ".filter(p => Math.abs(p.getBoundingClientRect().top - bar) < 3).map(p => p.id)[0]"
            + " || [...document.querySelectorAll('.here')].map(p => p.id)[0]");
  }

  private static String change() {
    return browser
        .run("const at = document.querySelector('[data-at]'); return at.id || at.localName")
        .toString();
  }
}
