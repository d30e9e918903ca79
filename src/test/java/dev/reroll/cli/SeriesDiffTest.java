package dev.reroll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code reroll diff SERIES}, looked for in a mailbox. */
class SeriesDiffTest {
  private static final int NOTHING_TO_COMPARE = 3;

  private final Run run;
  private final Mails mails;

  SeriesDiffTest(@TempDir Path folder) {
    mails = new Mails(folder).write("list.mbox", ListMails.all());
    run = new Run(folder);
  }

  @Test
  void versionOfTheNamedPatchIsComparedWithTheOneThatItFollows() {
    Run.Result result = diff("v2-2");
    assertThat(result.err())
        .isEqualTo(
            """
            v1: 2 patches, 'Count the readers', Mira Holt, 2026-03-02
            v2: 2 patches, 'Count the readers', Mira Holt, 2026-03-09
            1 unchanged, 1 changed, 0 new, 0 dropped
            left out: 1 reply
            """);
    assertThat(result.out()).contains("\n    -+new two\n    ++newer two\n");
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void linkByContentAloneAndAGapAreAnnounced() {
    assertThat(diff("v4-0").err())
        .contains("note: v4 was linked to v2 by content alone: ", "; --explain shows why\n")
        .contains("\nnote: v3 was not found in list.mbox\nv2: ");
  }

  @Test
  void newerVersionIsHintedAt() {
    assertThat(diff("v4-1").err())
        .startsWith("note: v5 is newer\nhint: reroll diff --latest 20260302.v4-1@example.org\n");
    assertThat(diff("v5-1").err()).startsWith("v4: 2 patches, ");
  }

  @Test
  void everyWayToNameAMailIsUnderstood() {
    String expected = diff("v2-0").out();
    String id = ListMails.address("v2-0");
    for (String name :
        new String[] {
          "<" + id + ">",
          "id:" + id,
          "rfc822msgid:" + id,
          "https://lists.example.org/all/" + id + "/"
        }) {
      assertThat(run.diff(name, "--mbox", "list.mbox").out()).as(name).isEqualTo(expected);
    }
  }

  @Test
  void replyNamesTheVersionThatItIsAbout() {
    Run.Result result = diff("r1");
    assertThat(result.err())
        .isEqualTo(
            """
            error: no version before v1 was found in list.mbox; v2 came later
            hint: reroll diff --latest 20260302.r1@example.org
            hint: reroll versions 20260302.r1@example.org
            """);
    assertThat(result.exitCode()).isEqualTo(NOTHING_TO_COMPARE);
  }

  @Test
  void latestTakesTheNewestVersion() {
    assertThat(diff("r1", "--latest")).isEqualTo(diff("v5-0"));
  }

  @Test
  void anyTwoVersionsCanBeCompared() {
    String expected = diff("v4-0", "-v", "1").out();
    assertThat(expected).contains("\n    -+new two\n    ++newest two\n");
    assertThat(diff("v2-0", "-v", "1", "v4").out()).isEqualTo(expected);
    assertThat(diff("v1-1", "-v", "4").out()).isEqualTo(expected);
    assertThat(diff("v1-1", "-v", "1").out()).isEqualTo(diff("v5-0", "-v", "1").out());
  }

  @Test
  void versionThatIsNotThereIsRefusedWithThoseThatAre() {
    Run.Result result = diff("v4-0", "-v", "3", "4");
    assertThat(result.err())
        .isEqualTo(
            """
            error: no version v3 was found; there are v1, v2, v4, v5
            hint: reroll versions 20260302.v4-0@example.org
            """);
    assertThat(result.exitCode()).isEqualTo(NOTHING_TO_COMPARE);
  }

  @Test
  void twoMailsCompareTheirVersions() {
    String older = ListMails.address("r1");
    Run.Result result = run.diff(older, ListMails.address("v4-2"), "--mbox", "list.mbox");
    assertThat(result.out()).isEqualTo(diff("v4-0", "-v", "1").out());
    assertThat(result.err()).startsWith("v1: 2 patches, ").doesNotContain("note: ");
    assertThat(run.diff(older, ListMails.address("v1-1"), "--mbox", "list.mbox").err())
        .startsWith("error: '20260302.r1@example.org' and '20260302.v1-1@example.org' are both");
  }

  @Test
  void whatPicksAVersionOfOneSeriesIsRefusedForTwo() {
    String newer = ListMails.address("v4-0");
    String hints = "\nhint: reroll diff " + newer + "\nhint: reroll diff --help\n";
    assertThat(diff("v1-0", newer, "-v", "1").err())
        .isEqualTo("error: -v picks versions of one series, but two are named" + hints);
    assertThat(diff("v1-0", newer, "--latest").err())
        .isEqualTo("error: --latest is for one series, but two are named" + hints);
    assertThat(diff("v1-0", newer, "--explain").err())
        .isEqualTo("error: --explain takes one series or mailbox" + hints);
  }

  @Test
  void mailboxMayBeOneSide() {
    mails.write(
        "mine.mbox",
        Mails.patch("PATCH 1/2", "one", "new") + Mails.patch("PATCH 2/2", "two", "my"));
    Run.Result result = diff("v4-0", "mine.mbox");
    assertThat(result.out()).contains("\n    -+newest two\n    ++my two\n");
    assertThat(run.diff("mine.mbox", ListMails.address("v4-0"), "--mbox", "list.mbox").out())
        .contains("\n    -+my two\n    ++newest two\n");
  }

  @Test
  void mailOnStandardInputNamesItsSeries() {
    String list = ListMails.all();
    String mark = "From mboxrd@z";
    int start = list.indexOf(mark, list.indexOf("[PATCH v2 1/2]"));
    String mail = list.substring(start, list.indexOf(mark, start + 1));
    assertThat(mail).contains("[PATCH v2 2/2]");
    Run piping = run.reading(mail.getBytes(StandardCharsets.UTF_8));
    assertThat(piping.diff("-", "--mbox", "list.mbox").out()).isEqualTo(diff("v2-0").out());
  }

  @Test
  void mailboxOnStandardInputIsStillAMailbox() {
    Run piping = run.reading(ListMails.all().getBytes(StandardCharsets.UTF_8));
    assertThat(piping.diff("-").out()).isEqualTo(run.diff("list.mbox").out());
  }

  @Test
  void mailThatIsNowhereIsRefused() {
    Run.Result result = diff("nosuch");
    assertThat(result.err())
        .startsWith("error: no mail '20260302.nosuch@example.org' in list.mbox\n");
    assertThat(result.exitCode()).isEqualTo(NOTHING_TO_COMPARE);
  }

  @Test
  void explanationStandsInsteadOfTheComparison() {
    Run.Result result = diff("v2-0", "--explain");
    assertThat(result.out())
        .contains(
            "v2, 2026-03-09: 20260302.v2-0@example.org\n  'Count the readers', Mira Holt\n"
                + "  follows v1: linked, ",
            "  no other evidence: this link is a guess\n",
            "\nsearched:\n  list.mbox: the thread of 20260302.v2-0@example.org: 3 mails, 3 new\n")
        .doesNotContain("two.c");
    assertThat(result.exitCode()).isZero();
  }

  private Run.Result diff(String id, String... more) {
    String[] words = new String[more.length + 3];
    words[0] = ListMails.address(id);
    words[1] = "--mbox";
    words[2] = "list.mbox";
    System.arraycopy(more, 0, words, 3, more.length);
    return run.diff(words);
  }
}
