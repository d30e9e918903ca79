package dev.reroll.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mails that try to run something, or to break out, in every field: in a real browser. */
class HostilePageIT {
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

  private final Path folder;

  HostilePageIT(@TempDir Path folder) {
    this.folder = folder;
  }

  static Stream<Integer> payloads() {
    return IntStream.range(0, HostileMails.PAYLOADS.size()).boxed();
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void nothingRunsAndNothingBreaksOut(int index) throws IOException {
    String payload = HostileMails.PAYLOADS.get(index);
    Path mailbox = Files.write(folder.resolve("mails.mbox"), HostileMails.mailbox(payload));
    Path site = new Pages(folder).site("site", mailbox.toString());
    Path page = site.resolve("v1-v2.html");
    browser.size(360, 800).colors("light").open(page, "");
    browser.shoot("hostile-" + index);
    assertNothingHappened();
    browser.run("document.querySelectorAll('details:not(.legend)').forEach(d => d.open = true)");
    browser.assertFitsWidth();
    assertIsWhole();
    browser.assertAccessible();
    browser.one("#view-side").click();
    browser.assertFitsWidth();
    browser.shoot("hostile-" + index + "-side");
    tryEveryElement();
    assertNothingHappened();
    browser.open(site.resolve("index.html"), "");
    browser.assertFitsWidth();
    assertNothingHappened();
    assertNoControlCharacters(page);
  }

  @Test
  void deceivingCharactersAreShownAndWarnedOf() throws IOException {
    String payload = HostileMails.PAYLOADS.get(12);
    Path mailbox = Files.write(folder.resolve("mails.mbox"), HostileMails.mailbox(payload));
    browser.size(1280, 900).open(new Pages(folder).of("page", mailbox.toString()), "");
    assertThat(browser.one(".alerts").getText())
        .contains("change its direction", "patch 1", "patch 2");
    assertThat(browser.all("#p1 .hid")).extracting(hidden -> hidden.getText()).contains("U+202E");
    assertThat(browser.one("h1").getText()).contains("U+202E");
  }

  private static void assertNothingHappened() {
    browser.assertQuiet();
    assertThat(
            browser.list(
                "return [...document.querySelectorAll('[onerror],[onmouseover],[onfocus],[onclick],img,iframe,base,object,embed,plaintext,meta[http-equiv=refresh],a[href^=\"javascript\"]')].map(e => e.outerHTML)"))
        .isEmpty();
    assertThat(browser.list("return [...document.scripts].map(s => s.parentElement.localName)"))
        .isEqualTo(List.of("body"));
    assertThat(
            browser.list(
                "return [...document.querySelectorAll('style')].map(s => s.parentElement.localName)"))
        .isEqualTo(List.of("head"));
    assertThat(
            browser.list(
                "return [...document.links].map(a => a.protocol).filter(p => !['https:', 'file:'].includes(p))"))
        .isEmpty();
  }

  /** Asserts that the page still has its parts, in their places, and no other. */
  private static void assertIsWhole() {
    assertThat(browser.list("return [...document.body.children].map(e => e.localName)"))
        .isEqualTo(List.of("a", "header", "main", "footer", "dialog", "p", "script"));
    assertThat(browser.all("h1")).hasSize(1);
    assertThat(
            browser.list(
                "return [...document.querySelectorAll('#patches > section')].map(e => e.id)"))
        .isEqualTo(List.of("p1", "p2"));
    assertThat(browser.one("footer").isDisplayed()).isTrue();
  }

  private static void tryEveryElement() {
    browser.run(
        "for (const e of document.querySelectorAll('main *'))"
            + " for (const type of ['mouseover', 'focus', 'mouseenter', 'error', 'load'])"
            + " e.dispatchEvent(new Event(type))");
  }

  private static void assertNoControlCharacters(Path page) throws IOException {
    String text = Files.readString(page, StandardCharsets.UTF_8);
    assertThat(text.chars().filter(c -> (c < ' ' && c != '\n' && c != '\t') || c == 0x7f))
        .isEmpty();
    assertThat(text)
        .doesNotContainPattern(
            "[\\x80-\\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c\u2028\u2029]");
  }
}
