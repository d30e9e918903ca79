package dev.reroll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code reroll diff} reads, which versions it takes, and which options reach the result. */
class DiffCommandTest {
  private static final String UNCHANGED = "1:  29c4e908650b = 1:  29c4e908650b one\n";
  private static final String OVERVIEW =
      """
      v1: 2 patches, 'one', Mira Holt, 2026-03-02
      v2: 2 patches, 'one', Mira Holt, 2026-03-02
      1 unchanged, 1 changed, 0 new, 0 dropped
      """;

  private final Mails mails;
  private final Run run;

  DiffCommandTest(@TempDir Path folder) {
    mails = new Mails(folder).twoVersions();
    run = new Run(folder);
  }

  @Test
  void resultGoesToStandardOutputAndTheOverviewBesideIt() {
    assertThat(run.compare()).isEqualTo(new Run.Result(0, Mails.COMPARISON, OVERVIEW));
  }

  @Test
  void mailboxesMayBeNamedWithM() {
    Run.Result expected = new Run.Result(0, Mails.COMPARISON, OVERVIEW);
    assertThat(run.diff("-m", "v1.mbox", "v2.mbox")).isEqualTo(expected);
    assertThat(run.diff("--compare-am-mboxes", "v1.mbox", "v2.mbox")).isEqualTo(expected);
  }

  @Test
  void dashIsStandardInput() throws Exception {
    run.reading(mails.octets("v2.mbox"));
    assertThat(run.diff("v1.mbox", "-").out()).isEqualTo(Mails.COMPARISON);
  }

  @Test
  void foldersMaildirsAndGzipAreMailboxesToo() throws Exception {
    String one = Mails.patch("PATCH v2 1/2", "one", "new");
    String two = Mails.patch("PATCH v2 2/2", "two", "newer");
    mails.write("series/v2-0001-one.patch", one).write("series/v2-0002-two.patch", two);
    mails.write("maildir/cur/2:2,S", one).write("maildir/new/1", two);
    mails.write("v2.mbox.gz", Mails.gzipped(one + two, Integer.MAX_VALUE));
    for (String name : new String[] {"series", "series/", "maildir", "v2.mbox.gz"}) {
      assertThat(run.diff("v1.mbox", name).out()).as(name).isEqualTo(Mails.COMPARISON);
    }
  }

  @Test
  void quietSaysNothingButErrors() {
    mails.write("v3.mbox", Mails.patch("PATCH v3 2/2", "two", "newer"));
    assertThat(run.diff("-q", "v1.mbox", "v3.mbox").err()).isEmpty();
    assertThat(run.diff("--quiet", "v1.mbox", "v2.mbox").err()).isEmpty();
    assertThat(run.diff("--quiet", "v1.mbox", "v4.mbox").err()).startsWith("error: ");
  }

  @Test
  void exitCodeSaysDifferentOnlyWhenAsked() {
    assertThat(run.compare().exitCode()).isZero();
    assertThat(run.diff("--exit-code", "v1.mbox", "v2.mbox").exitCode()).isEqualTo(1);
    assertThat(run.diff("--exit-code", "v1.mbox", "v1.mbox").exitCode()).isZero();
  }

  @Test
  void optionsReachTheResult() {
    assertThat(out("-s")).isEqualTo(UNCHANGED + "2:  18742ff77320 ! 2:  59c402840609 two\n");
    assertThat(out("--no-patch")).isEqualTo(out("-s"));
    assertThat(out("--abbrev=5", "-s")).startsWith("1:  29c4e = 1:  29c4e one\n");
    assertThat(out("-U0")).contains("    -+new two\n    ++newer two\n").doesNotContain("-old two");
    assertThat(out("--unified=0")).isEqualTo(out("-U", "0"));
    assertThat(out("--creation-factor=0"))
        .isEqualTo(
            UNCHANGED
                + "2:  18742ff77320 < -:  ------------ two\n"
                + "-:  ------------ > 2:  59c402840609 two\n");
    assertThat(out("--creation-factor=0", "--left-only"))
        .isEqualTo(UNCHANGED + "2:  18742ff77320 < -:  ------------ two\n");
    assertThat(out("--creation-factor=0", "--right-only"))
        .isEqualTo(UNCHANGED + "-:  ------------ > 2:  59c402840609 two\n");
  }

  @Test
  void patchesThatOnlyLookAlikeAreToldWithTheFactorThatPairsThem() {
    assertThat(run.diff("--creation-factor=0", "v1.mbox", "v2.mbox").err())
        .contains("\n1 unchanged, 0 changed, 1 new, 1 dropped\n")
        .containsPattern(
            "\nnot paired, though the titles agree: 2 of v1 and 2 of v2, 'two';"
                + " --creation-factor=\\d+ would pair them\n");
  }

  @Test
  void newestTwoVersionsOfOneMailboxAreComparedByLabelNotByArrival() {
    threeVersions();
    assertThat(run.diff("thread.mbox").err())
        .startsWith("v2: 1 patch, ")
        .contains("\nv3: 1 patch, ");
  }

  @Test
  void versionsAreNamedByNumberOrLabel() {
    threeVersions();
    assertThat(versions("thread.mbox", "-v", "1", "2")).isEqualTo("v1 v2");
    assertThat(versions("-v", "v1", "v3", "thread.mbox")).isEqualTo("v1 v3");
    assertThat(versions("thread.mbox", "--compare-versions", "1", "2")).isEqualTo("v1 v2");
    assertThat(versions("-v", "3", "1", "thread.mbox")).isEqualTo("v3 v1");
  }

  @Test
  void oneVersionIsComparedWithTheNewest() {
    threeVersions();
    assertThat(versions("-v", "1", "thread.mbox")).isEqualTo("v1 v3");
    assertThat(versions("thread.mbox", "-v", "3")).isEqualTo("v2 v3");
  }

  @Test
  void rfcHasALabelOfItsOwn() {
    mails.write(
        "thread.mbox",
        Mails.patch("PATCH RFC", "one", "new") + Mails.patch("PATCH", "one", "newer"));
    assertThat(versions("thread.mbox", "-v", "rfc-v1", "v1")).isEqualTo("rfc-v1 v1");
  }

  @Test
  void severalSeriesAreListedAndCanBeChosen() {
    mails.write(
        "list.mbox",
        Mails.patch("PATCH", "one", "new")
            + Mails.patch("PATCH", "two", "new")
            + Mails.patch("PATCH v2", "one", "newer")
            + Mails.patch("PATCH v2", "two", "newer"));
    assertThat(run.diff("list.mbox").err())
        .startsWith(
            """
            2 series in 'list.mbox', using number 1; --series=N selects another:
              1. 'one' (v1, v2)
              2. 'two' (v1, v2)
            v1: 1 patch, 'one', Mira Holt, 2026-03-02
            """);
    assertThat(run.diff("list.mbox", "--series=2").err()).startsWith("v1: 1 patch, 'two', ");
    assertThat(run.diff("list.mbox", "--series", "TW").err()).startsWith("v1: 1 patch, 'two', ");
  }

  @Test
  void repliesAreCountedAndRareMailsNamed() {
    String reply =
        """
        From mboxrd@z Thu Jan  1 00:00:00 1970
        From: Walter Beck <walter.beck@example.org>
        Subject: Re: [PATCH v2 1/2] one
        Message-ID: <reply-%1$d@example.org>
        In-Reply-To: <PATCH-v2-1-2-one-new@example.org>

        > --- a/one.c
        Nice.

        """;
    String pull =
        """
        From mboxrd@z Thu Jan  1 00:00:00 1970
        From: Walter Beck <walter.beck@example.org>
        Subject: Lunch?
        Message-ID: <lunch@example.org>

        At noon.

        """;
    String v2 = new String(octets("v2.mbox"), StandardCharsets.UTF_8);
    mails.write("v2.mbox", v2 + reply.formatted(1) + reply.formatted(2) + pull);
    assertThat(run.compare().err())
        .isEqualTo(
            OVERVIEW + "left out: 2 replies; 1 mail neither a patch nor a reply ('Lunch?')\n");
  }

  private byte[] octets(String name) {
    try {
      return mails.octets(name);
    } catch (java.io.IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }

  private void threeVersions() {
    mails.write(
        "thread.mbox",
        Mails.patch("PATCH v3", "one", "newest")
            + Mails.patch("PATCH", "one", "new")
            + Mails.patch("PATCH v2", "one", "newer"));
  }

  private String versions(String... arguments) {
    return run.diff(arguments)
        .err()
        .lines()
        .limit(2)
        .map(line -> line.replaceFirst(":.*", ""))
        .reduce((one, other) -> one + " " + other)
        .orElseThrow();
  }

  private String out(String... options) {
    return run.compare(options).out();
  }

  @Test
  void mailboxesWithTheSameVersionAreToldApartByName(@TempDir Path folder) {
    new Mails(folder)
        .write("before.mbox", Mails.patch("PATCH", "one", "new"))
        .write("sub/after.mbox", Mails.patch("PATCH", "one", "newer"));
    assertThat(new Run(folder).diff("before.mbox", "sub/after.mbox", "-s").err())
        .isEqualTo(
            """
            before.mbox: 1 patch, 'one', Mira Holt, 2026-03-02
            after.mbox: 1 patch, 'one', Mira Holt, 2026-03-02
            0 unchanged, 1 changed, 0 new, 0 dropped
            """);
  }

  @Test
  void everyCommandTellsThemApart(@TempDir Path folder) {
    new Mails(folder)
        .write("before.mbox", Mails.patch("PATCH", "one", "new"))
        .write("after.mbox", Mails.patch("PATCH", "one", "newer"));
    Run there = new Run(folder);
    assertThat(there.of("review", "before.mbox", "after.mbox").out())
        .startsWith("before.mbox (2026-03-02) → after.mbox (2026-03-02): one\n");
    assertThat(there.of("html", "before.mbox", "after.mbox").out())
        .contains("<title>before.mbox → after.mbox: one");
    assertThat(there.of("diff", "--json", "before.mbox", "after.mbox").out())
        .contains("\"label\": \"v1\"")
        .doesNotContain("before.mbox");
  }
}
