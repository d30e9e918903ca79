package dev.reroll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wiring of {@code reroll html}; what pages do is tested in a browser. */
class HtmlCommandTest {
  private static final Path SAMPLE = Sample.ALL.resolve("code-changed").toAbsolutePath();
  private static final String V1 = SAMPLE.resolve("v1.mbox").toString();
  private static final String V2 = SAMPLE.resolve("v2.mbox").toString();
  private static final String THREAD =
      Sample.ALL.resolve("thread").resolve("thread.mbox").toAbsolutePath().toString();

  private final Path folder;

  HtmlCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void pageGoesToStandardOutputAndTheOverviewToTheOther() {
    Run.Result result = run().of("html", V1, V2);
    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).startsWith("<!DOCTYPE html>").contains("</html>\n");
    assertThat(result.err()).contains("2 unchanged, 2 changed, 0 new, 0 dropped");
  }

  @Test
  void sameMailsGiveTheSameOctets() throws IOException {
    run().of("html", "-o", "one.html", V1, V2);
    run().of("html", "-o", "two.html", V1, V2);
    assertThat(folder.resolve("one.html")).hasSameBinaryContentAs(folder.resolve("two.html"));
  }

  @Test
  void folderGetsTheIndexAndOnePageForEachStep() throws IOException {
    Run.Result result = run().of("html", "-o", "review/", THREAD, "-v", "1", "3");
    assertThat(result.err()).contains("4 pages, begin with ").contains("index.html");
    try (Stream<Path> files = Files.list(folder.resolve("review"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("index.html", "v1-v2.html", "v2-v3.html", "v1-v3.html");
    }
  }

  @Test
  void mailNamesItsSeries() throws IOException {
    String id = "20260803060014.98394-1-marek.sowa@example.org";
    assertThat(Path.of(THREAD)).content().contains(id);
    Run.Result one = run().of("html", "-q", "--mbox", THREAD, id, "-v", "1", "2");
    assertThat(one.err()).isEmpty();
    assertThat(one.out()).contains("<title>v1 → v2: ");
    run().of("html", "-q", "-o", "review/", "--mbox", THREAD, id);
    assertThat(folder.resolve("review/v2-v3.html")).isRegularFile();
  }

  @Test
  void twoMailboxesMakeALineageToo() {
    run().of("html", "-q", "-o", "review/", V1, V2);
    assertThat(folder.resolve("review/v1-v2.html")).isRegularFile();
    assertThat(folder.resolve("review/index.html")).content().contains("v1-v2.html#p4");
  }

  @Test
  void mailsAreLinkedWhereTheMaskSays() throws IOException {
    assertThat(run().of("html", V1, V2).out()).contains("href=\"https://lore.kernel.org/r/2026");
    assertThat(run().of("html", "--link-mask=https://lists.example.org/m/%s", V1, V2).out())
        .contains("href=\"https://lists.example.org/m/2026")
        .doesNotContain("lore.kernel.org");
    assertThat(run().of("html", "--link-mask=", V1, V2).out()).doesNotContain("href=\"http");
    Path config =
        Files.writeString(
            folder.resolve("config"), "[b4]\n linkmask = https://b4.example.org/%s\n");
    assertThat(run().with("GIT_CONFIG_GLOBAL", config.toString()).of("html", V1, V2).out())
        .contains("href=\"https://b4.example.org/2026");
  }

  @Test
  void maskThatIsNoAddressIsRefused() {
    Run.Result result = run().of("html", "--link-mask=javascript:%s", V1, V2);
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .startsWith("error: 'javascript:%s' is not an address")
        .contains("\nhint: reroll html ");
  }

  @Test
  void terminalIsNoPlaceForAPage() {
    Run.Result result = run().onTerminal().of("html", V1, V2);
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("hint: reroll html -o page.html ");
  }

  @Test
  void oneVersionAloneIsRefused() {
    Run.Result result = run().of("html", "-o", "x.html", V1);
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(folder.resolve("x.html")).doesNotExist();
  }

  @Test
  void unchangedLinesAreLeftOutWhereThereAreTooMany() {
    String whole = run().of("html", V1, V2).out();
    String cut = run().of("html", "--most-unchanged", "10", V1, V2).out();
    assertThat(whole).doesNotContain("left out");
    assertThat(cut.length()).isLessThan(whole.length());
    assertThat(cut)
        .containsPattern("The page would be long: \\d+ unchanged lines are left out\\.")
        .containsPattern(">\\d+ unchanged lines are left out\\.<");
  }

  @Test
  void pageStaysSmall() throws IOException {
    for (Sample sample : Sample.all()) {
      List<String> words = new ArrayList<>(List.of("html", "-q"));
      long text = 0;
      for (Path mailbox : sample.mailboxes()) {
        words.add(mailbox.toAbsolutePath().toString());
        text += Files.size(mailbox);
      }
      byte[] page = run().of(words.toArray(String[]::new)).out().getBytes(StandardCharsets.UTF_8);
      assertThat(page.length).as(sample.name()).isLessThan((int) (8 * text + 60_000));
      assertThat(zipped(page)).as(sample.name()).isLessThan((int) (1.5 * text) + 10_000);
    }
  }

  private static int zipped(byte[] page) throws IOException {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(octets)) {
      zip.write(page);
    }
    return octets.size();
  }

  private Run run() {
    return new Run(folder);
  }
}
