package dev.reroll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be read or compared: one error, what to type instead, nothing on standard output. */
class BadInputTest {
  private static final int UNREADABLE = 2;
  private static final int NOTHING_TO_COMPARE = 3;
  private static final int UNREACHED = 4;

  private final Mails mails;
  private final Run run;

  BadInputTest(@TempDir Path folder) {
    mails = new Mails(folder).twoVersions();
    run = new Run(folder);
  }

  @Test
  void missingFile() {
    assertRefused(UNREADABLE, "cannot read mbox 'v3.mbox': no such file", "v1.mbox", "v3.mbox");
  }

  @Test
  void missingFileInAFolderThatIsThere() {
    mails.write("saved/v1.mbox", "");
    Run.Result result =
        assertRefused(
            UNREADABLE, "cannot read mbox 'saved/x.mbox': no such file", "v1.mbox", "saved/x.mbox");
    assertThat(result.err()).endsWith("\nhint: ls saved/\n");
  }

  @Test
  void missingFileThatHasANeighbour() {
    mails.write("v3.mbox.gz", "");
    Run.Result result =
        assertRefused(UNREADABLE, "cannot read mbox 'v3.mbox': no such file", "v3.mbox", "v1.mbox");
    assertThat(result.err()).endsWith("\nhint: ls -l v3.mbox.gz\n");
  }

  @Test
  void folderWithoutMail() throws Exception {
    Files.createDirectory(mails.folder().resolve("empty"));
    assertRefused(
        UNREADABLE, "cannot read folder 'empty': no mail or patch file in it", "empty", "v2.mbox");
  }

  @Test
  void mailWithoutPatch() {
    mails.write("talk.mbox", "From: a@example.org\nSubject: hello\n\nHow are you?\n");
    Run.Result result =
        assertRefused(
            NOTHING_TO_COMPARE,
            "no patch in 'talk.mbox', only 1 mail neither a patch nor a reply",
            "v1.mbox",
            "talk.mbox");
    assertThat(result.err()).endsWith("\nhint: git format-patch --stdout BASE..TIP > v2.mbox\n");
  }

  @Test
  void onlyOneVersion() {
    Run.Result result =
        assertRefused(NOTHING_TO_COMPARE, "only one version in 'v1.mbox', v1 of 'one'", "v1.mbox");
    assertThat(result.err())
        .endsWith("\nhint: reroll diff BEFORE v1.mbox\nhint: reroll diff --online v1.mbox\n");
  }

  @Test
  void unknownVersion() {
    mails.write(
        "both.mbox", Mails.patch("PATCH", "one", "new") + Mails.patch("PATCH v2", "one", "newer"));
    Run.Result result =
        assertRefused(
            NOTHING_TO_COMPARE,
            "no version v7 in 'both.mbox'; it holds v1, v2",
            "both.mbox",
            "-v",
            "7");
    assertThat(result.err()).endsWith("\nhint: reroll diff both.mbox -v v1 v2\n");
  }

  @Test
  void noVersionBeforeTheFirst() {
    mails.write(
        "both.mbox",
        Mails.patch("PATCH v2", "one", "new") + Mails.patch("PATCH v3", "one", "newer"));
    assertRefused(
        NOTHING_TO_COMPARE,
        "no version v1 in 'both.mbox'; it holds v2, v3",
        "both.mbox",
        "-v",
        "1",
        "2");
  }

  @Test
  void unknownVersionOfTwoMailboxes() {
    Run.Result result =
        assertRefused(
            NOTHING_TO_COMPARE,
            "no version v2 in 'v1.mbox'; it holds v1",
            "-v",
            "2",
            "v1.mbox",
            "v2.mbox");
    assertThat(result.err()).endsWith("\nhint: reroll diff v1.mbox v2.mbox\n");
  }

  @Test
  void unknownSeries() {
    Run.Result result =
        assertRefused(
            NOTHING_TO_COMPARE,
            "no series is called 'three' in 'v2.mbox'; it holds 'one'",
            "v1.mbox",
            "v2.mbox",
            "--series=three");
    assertThat(result.err()).endsWith("\nhint: reroll diff v1.mbox v2.mbox --series=1\n");
  }

  @Test
  void binaryGarbage() {
    byte[] garbage = new byte[5000];
    new Random(47).nextBytes(garbage);
    mails.write("garbage", garbage);
    assertRefused(
        UNREADABLE,
        "cannot read mbox 'garbage': neither a mailbox, a mail nor a diff",
        "garbage",
        "v2.mbox");
  }

  @Test
  void emptyFile() {
    mails.write("empty.mbox", "");
    assertRefused(
        UNREADABLE, "cannot read mbox 'empty.mbox': it is empty", "v1.mbox", "empty.mbox");
  }

  @Test
  void truncatedGzip() throws Exception {
    mails.write("v3.mbox.gz", Mails.gzipped(Mails.patch("PATCH v3", "one", "new"), 200));
    Run.Result result = run.diff("v1.mbox", "v3.mbox.gz");
    assertThat(result.err().lines().toList())
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .startsWith(
                        "error: cannot read mbox 'v3.mbox.gz': the gzip data ends early, after byte "),
            line -> assertThat(line).isEqualTo("hint: gzip -t v3.mbox.gz"));
    assertThat(result.exitCode()).isEqualTo(UNREADABLE);
    assertThat(result.out()).isEmpty();
  }

  @Test
  void damagedFileInAFolderIsNamedWithItsFolder() throws Exception {
    mails.write("series/0001-one.patch.gz", Mails.gzipped(Mails.patch("PATCH", "one", "new"), 200));
    Run.Result result = run.diff("series", "v2.mbox");
    assertThat(result.err()).startsWith("error: cannot read mbox 'series/0001-one.patch.gz': ");
    assertThat(result.exitCode()).isEqualTo(UNREADABLE);
  }

  @Test
  void mailThatWasNeverFetchedCannotBeFoundOffline() {
    Run.Result result = run.diff("<20260302.1@example.org>", "--offline");
    assertThat(result.err())
        .startsWith("error: offline, and https://lore.kernel.org/all/20260302.1@example.org/")
        .contains("\nhint: ");
    assertThat(result.exitCode()).isEqualTo(UNREACHED);
  }

  @Test
  void addressWithoutAMessageIdIsRefused() {
    String address = "https://example.org/x";
    assertRefused(UNREADABLE, "no message-id in the address '" + address + "'", address);
  }

  @Test
  void fileThatLooksLikeAMessageIdIsRead() {
    mails.write(
        "a@example.org",
        Mails.patch("PATCH v2 1/2", "one", "new") + Mails.patch("PATCH v2 2/2", "two", "newer"));
    assertThat(run.diff("v1.mbox", "a@example.org").out()).isEqualTo(Mails.COMPARISON);
  }

  @Test
  void emptyName() {
    assertRefused(UNREADABLE, "a mailbox has an empty name", "", "v2.mbox");
  }

  @Test
  void standardInputTwice() {
    assertRefused(UNREADABLE, "standard input can be only one of the two sides", "-", "-");
  }

  @Test
  void versionThatLacksPatchesIsComparedWithAWarning() {
    mails.write("v2.mbox", Mails.patch("PATCH v2 2/2", "two", "newer"));
    Run.Result result = run.compare();
    assertThat(result.err()).contains("\nwarning: v2 lacks 1/2; the others are compared\n");
    assertThat(result.out()).startsWith("1:  29c4e908650b < -:  ------------ one\n2: ");
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void mailThatDefeatsTheMailLibraryIsNamedAndTheOthersAreCompared() {
    mails.write(
        "v2.mbox",
        Mails.patch("PATCH v2 1/2", "one", "new")
            + Mails.hostile("[PATCH v2 3/2] odd", "odd@example.org")
            + Mails.patch("PATCH v2 2/2", "two", "newer"));
    assertThat(run.diff("v1.mbox", "v2.mbox"))
        .isEqualTo(
            new Run.Result(
                0,
                Mails.COMPARISON,
                """
                warning: v2.mbox:424: this mail cannot be read (IndexOutOfBoundsException); left out
                v1: 2 patches, 'one', Mira Holt, 2026-03-02
                v2: 2 patches, 'one', Mira Holt, 2026-03-02
                1 unchanged, 1 changed, 0 new, 0 dropped
                left out: 1 mail unreadable ('[PATCH v2 3/2] odd')
                """));
  }

  @Test
  void mailThatDefeatsTheMailLibraryStopsNoOtherCommand() {
    mails.write(
        "v2.mbox",
        Mails.hostile("Re: [PATCH v2 1/2] one", "odd@example.org")
            + Mails.patch("PATCH v2 1/2", "one", "new")
            + Mails.patch("PATCH v2 2/2", "two", "newer"));
    for (String command : List.of("review", "interdiff", "html")) {
      Run.Result result = run.of(command, "v1.mbox", "v2.mbox");
      assertThat(result.err()).as(command).contains("v2.mbox:39: this mail cannot be read (");
      assertThat(result.exitCode()).as(command).isIn(0, 5);
    }
    Run.Result versions = run.of("versions", "v2.mbox");
    assertThat(versions.err()).contains("v2.mbox:39: this mail cannot be read (");
    assertThat(versions.exitCode()).isZero();
  }

  @Test
  void controlCharactersOfANameDoNotReachTheTerminal() {
    Run.Result result = run.diff("v1.mbox", "\u001b[2Jv2.mbox");
    assertThat(result.err()).doesNotContain("\u001b").startsWith("error: cannot read mbox '");
  }

  private Run.Result assertRefused(int exitCode, String error, String... mailboxesAndOptions) {
    Run.Result result = run.diff(mailboxesAndOptions);
    assertThat(result.err()).startsWith("error: " + error + "\nhint: ");
    assertThat(result.err().lines().skip(1))
        .hasSizeBetween(1, 2)
        .allMatch(line -> line.startsWith("hint: "));
    assertThat(result.out()).isEmpty();
    assertThat(result.exitCode()).isEqualTo(exitCode);
    return result;
  }
}
