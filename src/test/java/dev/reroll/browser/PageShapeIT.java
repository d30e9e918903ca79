package dev.reroll.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the text of a page stands, measured in a real browser. */
class PageShapeIT {
  /**
   * Returns each line below a selector that has a tab, as {@code TEXT: COLUMNS}: how many columns
   * behind the place where its code starts each piece between two tabs starts.
   */
  private static final String TABS =
      """
      const probe = document.createElement("span");
      const lines = [...document.querySelectorAll(arguments[0])].filter(
        (line) => line.getClientRects().length > 0 && line.textContent.includes("\\t"));
      return lines.map((line) => {
        line.append(probe);
        probe.textContent = "0".repeat(100);
        probe.style.cssText = "position: absolute; white-space: pre";
        const column = probe.getBoundingClientRect().width / 100;
        probe.remove();
        const box = line.getBoundingClientRect();
        const start = box.left + line.clientLeft + parseFloat(getComputedStyle(line).paddingLeft);
        const columns = [];
        const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        let last = "";
        for (let node = texts.nextNode(); node; node = texts.nextNode()) {
          for (let i = 0; i < node.data.length; i++) {
            if (last === "\\t" && node.data[i] !== "\\t") {
              const range = document.createRange();
              range.setStart(node, i);
              range.setEnd(node, i + 1);
              columns.push(Math.round((range.getBoundingClientRect().left - start) / column * 4) / 4);
            }
            last = node.data[i];
          }
        }
        const code = [...line.childNodes].filter((part) => !part.matches?.("a, i, var"))
          .map((part) => part.textContent).join("");
        return code.replaceAll("\\t", ">") + ": " + columns.join(" ");
      });
      """;

  /** Returns pairs of pieces of text that cover each other. */
  private static final String OVERLAPS =
      """
      const seen = [...document.querySelectorAll("main th, main td, main caption, main h1, main p")]
        .filter((e) => e.getClientRects().length > 0 && !e.closest(".vh") && e.textContent.trim());
      const found = [];
      for (let i = 0; i < seen.length; i++) {
        for (let j = i + 1; j < seen.length; j++) {
          const a = seen[i].getBoundingClientRect(), b = seen[j].getBoundingClientRect();
          if (!seen[i].contains(seen[j]) && a.left + 1 < b.right && b.left + 1 < a.right
              && a.top + 1 < b.bottom && b.top + 1 < a.bottom) {
            found.push(seen[i].textContent + " | " + seen[j].textContent);
          }
        }
      }
      return found;
      """;

  private static Browser browser;

  private final Path folder;
  private final Pages pages;

  PageShapeIT(@TempDir Path folder) {
    this.folder = folder;
    pages = new Pages(folder);
  }

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

  @ParameterizedTest
  @CsvSource({
    "range, 1280",
    "range, 390",
    "side, 1280",
    "side, 390",
    "end, 1280",
    "end, 390",
  })
  void tabsStopWhereTheyDoInTheFile(String view, int width) throws IOException {
    browser.size(width, 900).open(tabbed(), "");
    browser.one("#view-" + view).click();
    String lines =
        view.equals("end") ? "#end .hunk > div" : "#p1 ." + view + " :is(.hunk > div, td)";
    assertThat(browser.list("return (function() {" + TABS + "})('" + lines + "')"))
        .asInstanceOf(InstanceOfAssertFactories.list(String.class))
        .contains(">first: 8", ">>deep: 16", "int>x;>/* old */: 8 16", "int>y;>/* new */: 8 16")
        .allSatisfy(line -> assertThat(line).matches("(.*): (\\d+)( \\d+)*"));
  }

  @Test
  void tabsOfNewPatchesStopWhereTheyDoInTheFile() throws IOException {
    browser.size(1280, 900).open(tabbed(), "");
    assertThat(browser.list("return (function() {" + TABS + "})('#p2 .lines > div')"))
        .isEqualTo(List.of(">added>here: 8 16", "-> gone: 8"));
  }

  @Test
  void copiedCodeHasNoSigns() throws IOException {
    browser.size(1280, 900).open(tabbed(), "");
    for (String view : List.of("range", "side", "end")) {
      browser.one("#view-" + view).click();
      String line = view.equals("end") ? "#e1 .ap" : "#p1 ." + view + " .ap";
      assertThat(
              browser.run(
                  "getSelection().selectAllChildren(document.querySelector(arguments[0]));"
                      + "return getSelection().toString()",
                  line))
          .isEqualTo("int\ty;\t/* new */");
    }
  }

  @Test
  void newPatchIsAddedAndNeitherGreyNorStruck() throws IOException {
    browser.size(1280, 900).colors("light").open(tabbed(), "");
    assertThat(
            browser.list(
                "return [...document.querySelectorAll('.new, .new *')]"
                    + ".map(e => getComputedStyle(e).textDecorationLine)"
                    + ".filter(line => line !== 'none' && line !== 'underline')"))
        .isEmpty();
    assertThat(
            browser.list(
                "return [...document.querySelectorAll('#p2 .lines > div:not(.nh)')]"
                    + ".filter(e => getComputedStyle(e).color"
                    + " !== getComputedStyle(document.documentElement).color)"))
        .isEmpty();
    assertThat(browser.all("#p2 .lines > div > i"))
        .isNotEmpty()
        .allMatch(sign -> sign.getText().equals("+"));
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 360, 390, 768})
  void lineageFitsOnAPhone(int width) throws IOException {
    Path site = pages.site("lineage", lineage().toString());
    browser.size(width, 900).open(site.resolve("index.html"), "");
    browser.assertFitsWidth();
    browser.assertAccessible();
    assertThat(browser.one(".timeline caption").getSize().getHeight()).isLessThan(100);
    assertThat(browser.list(OVERLAPS)).isEmpty();
    browser.shoot("lineage-" + width);
  }

  private Path tabbed() throws IOException {
    String before = mail("PATCH", 1, 1, "tabs", "-int\tz;\n+int\tx;\t/* old */\n");
    String after = mail("PATCH v2", 1, 2, "tabs", "-int\tz;\n+int\ty;\t/* new */\n");
    String added =
        mail("PATCH v2", 2, 2, "added", "+\tadded\there\n--\t gone\n").replace("a.c", "b.c");
    Path v1 = Files.writeString(folder.resolve("v1.mbox"), before);
    Path v2 = Files.writeString(folder.resolve("v2.mbox"), after + added);
    return pages.of("tabs", "--no-tree", v1.toString(), v2.toString());
  }

  /** Writes a mailbox with many versions, each with a title that cannot be broken. */
  private Path lineage() throws IOException {
    StringBuilder mails = new StringBuilder();
    for (int version = 1; version <= 9; version++) {
      String word = "drivers/net/ethernet/averylongdirectoryname/subsystem_specific_code";
      mails.append(mail("PATCH v" + version, 1, 1, word, "-int\tz;\n+int\tx" + version + ";\n"));
    }
    return Files.writeString(folder.resolve("lineage.mbox"), mails.toString());
  }

  private static String mail(String tag, int ordinal, int count, String title, String change) {
    String context = title.equals("added") ? "" : " \tfirst\n \t\tdeep\n";
    long added = change.lines().filter(line -> line.startsWith("+")).count();
    long removed = change.lines().count() - added;
    long same = context.lines().count();
    return """
    From mboxrd@z Thu Jan  1 00:00:00 1970
    From: Mira Holt <mira.holt@example.org>
    Date: Mon, 02 Mar 2026 10:00:00 +0000
    Subject: [%s %d/%d] %s
    Message-ID: <%s-%d@example.org>

    ---
    diff --git a/a.c b/a.c
    index 1111111..2222222 100644
    --- a/a.c
    +++ b/a.c
    @@ -1,%d +1,%d @@
    %s%s--\040
    2.47.0

    """
        .formatted(
            tag,
            ordinal,
            count,
            title,
            tag.replace(' ', '-'),
            ordinal,
            same + removed,
            same + added,
            context,
            change);
  }
}
