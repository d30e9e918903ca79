package dev.reroll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a mail says of two drawn versions: who said what, what is lost, and never too much. */
class MailTextTest {
  private static final int MAX_OCTETS = 100_000;

  private final Path folder;

  MailTextTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    Files.writeString(
        folder.resolve(".gitconfig"), "[user]\n name = Robin\n email = robin@example.org\n");
  }

  /** Draws a version: {@code count} patches of {@code lineCount} new lines each. */
  private void version(int version, int count, int lineCount) throws IOException {
    StringBuilder mails = new StringBuilder(mail(version, 0, count, "cover", "Hello.\n"));
    for (int i = 1; i <= count; i++) {
      StringBuilder diff = new StringBuilder("Message " + i + ".\n---\n\n");
      diff.append("diff --git a/f%d b/f%d\nnew file mode 100644\n--- /dev/null\n".formatted(i, i));
      diff.append("+++ b/f%d\n@@ -0,0 +1,%d @@\n".formatted(i, lineCount));
      for (int line = 0; line < lineCount; line++) {
        boolean changed = version > 1 && line % 9 == i % 9;
        diff.append("+line ").append(line).append(changed ? " änderte sich\n" : " is here\n");
      }
      String title = "area: 漢字の題名 make number " + i + " of the things that need it do it better";
      mails.append(mail(version, i, count, title, diff + "-- \n2.39\n"));
    }
    Files.writeString(folder.resolve("v" + version + ".mbox"), mails);
  }

  private static String mail(int version, int ordinal, int count, String title, String text) {
    String thread = ordinal == 0 ? "" : "In-Reply-To: <v%d-0@example.org>\n".formatted(version);
    return """
        From 0000 Mon Sep 17 00:00:00 2001
        From: Ann <ann@example.org>
        To: list@example.org
        Date: Tue, %d Mar 2026 18:42:05 +0100
        Subject: [PATCH v%d %d/%d] %s
        Message-ID: <v%d-%d@example.org>
        %sContent-Type: text/plain; charset=UTF-8

        %s
        """
        .formatted(version, version, ordinal, count, title, version, ordinal, thread, text);
  }

  private String compose(String... more) throws IOException {
    Run run = new Run(folder);
    Run.Result result =
        run.of(
            Stream.concat(
                    Stream.of("mail", "v1.mbox", "v2.mbox", "-o", "mail.eml"), Stream.of(more))
                .toArray(String[]::new));
    assertThat(result.exitCode()).as(result.err()).isZero();
    return Files.readString(folder.resolve("mail.eml"));
  }

  private static void assertSmall(String mail) {
    int size = mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8).length;
    assertThat(size).isLessThan(MAX_OCTETS);
  }

  @Test
  void aLongRangeDiffLosesWholePatchesAndSaysWhich() throws Exception {
    version(1, 12, 500);
    version(2, 12, 500);
    String mail = compose();
    assertSmall(mail);
    assertThat(mail.length()).isGreaterThan(MAX_OCTETS / 2);
    assertThat(mail)
        .containsPattern("\nLeft out, to keep this mail short: \\d+/12, .*\\. This shows all:\n")
        .contains("\n  reroll diff v2-0@example.org\n")
        .contains("\n12:  ");
  }

  @Test
  void onePatchThatIsTooLongLeavesItsLine() throws Exception {
    version(1, 1, 30_000);
    version(2, 1, 30_000);
    String mail = compose();
    assertSmall(mail);
    assertThat(mail).contains("Left out, to keep this mail short: 1/1.").contains("\n1:  ");
  }

  @Test
  void moreLinesThanFitAreCutEvenFromTheTable() throws Exception {
    version(1, 700, 3);
    version(2, 700, 3);
    String mail = compose();
    assertSmall(mail);
    assertThat(mail)
        .contains("\n  and 500 more patches\n")
        .contains("The range-diff is too long for a mail; this shows it:");
  }

  @Test
  void whatGrowsWhenItIsEncodedIsMeasuredEncoded() throws Exception {
    version(1, 12, 500);
    version(2, 12, 500);
    Files.writeString(
        folder.resolve(".gitconfig"),
        "[user]\n email = robin@example.org\n[sendemail]\n transferencoding = base64\n");
    assertSmall(compose());
  }

  @Test
  void theTableHasNoMoreThan72Columns() throws Exception {
    version(1, 11, 5);
    version(2, 11, 5);
    List<String> rows = compose().lines().filter(line -> line.matches(" +\\d+  [!=] .*")).toList();
    assertThat(rows).hasSize(11).allMatch(row -> row.endsWith("..."));
    assertThat(rows).allMatch(row -> columns(row) <= 72).anyMatch(row -> columns(row) >= 70);
  }

  private static int columns(String row) {
    return row.codePoints().map(c -> c >= 0x3000 ? 2 : 1).sum();
  }

  @Test
  void lostTagsAndOpenCommentsStandBeforeTheRangeDiff() throws Exception {
    secondPatchStaysThoughAnswered(answer());
    String mail = compose("--reply-all");
    assertThat(mail.substring(0, mail.indexOf("Range-diff against v1:")))
        .contains("\nCc: list@example.org, Cara <cara@example.org>\n")
        .contains(
            """

            Tags lost, though the patch does the same:
              2/2  Reviewed-by: Cara <cara@example.org>
            """)
        .contains(
            """

            Comments without a reply, on lines that did not change:
              2/2  f2:3
                Cara: Why is it here?
            """);
  }

  @Test
  void promisesWithoutChangeStandBeforeOpenComments() throws Exception {
    secondPatchStaysThoughAnswered(
        answer()
            + """
            From 0000 Mon Sep 17 00:00:00 2001
            From: Ann <ann@example.org>
            To: list@example.org
            Date: Sun, 1 Mar 2026 21:42:05 +0100
            Subject: Re: [PATCH v1 2/2] area
            Message-ID: <promise@example.org>
            In-Reply-To: <answer@example.org>

            > Why is it here?

            Right, I will remove it.

            """);
    String mail = compose("--reply-all");
    assertThat(mail.substring(0, mail.indexOf("Range-diff against v1:")))
        .contains(
            """

            Promised, but the lines did not change:
              2/2  f2:3
                Cara: Why is it here?
            """)
        .doesNotContain("Comments without a reply");
  }

  private void secondPatchStaysThoughAnswered(String answers) throws Exception {
    version(1, 2, 5);
    version(2, 2, 5);
    String same = Files.readString(folder.resolve("v1.mbox")).replace("v1-", "v2-");
    String second = same.substring(same.indexOf("From 0000", same.indexOf("<v2-1@")));
    String newer = Files.readString(folder.resolve("v2.mbox"));
    Files.writeString(
        folder.resolve("v2.mbox"),
        newer.substring(0, newer.indexOf("From 0000", newer.indexOf("<v2-1@")))
            + second.replace("PATCH v1", "PATCH v2").replace("Tue, 1 ", "Tue, 2 "));
    Files.writeString(
        folder.resolve("v1.mbox"), Files.readString(folder.resolve("v1.mbox")) + answers);
  }

  private static String answer() {
    return """
        From 0000 Mon Sep 17 00:00:00 2001
        From: Cara <cara@example.org>
        To: list@example.org
        Date: Sun, 1 Mar 2026 20:42:05 +0100
        Subject: Re: [PATCH v1 2/2] area
        Message-ID: <answer@example.org>
        In-Reply-To: <v1-2@example.org>

        > +line 1 is here
        > +line 2 is here

        Why is it here?

        Reviewed-by: Cara <cara@example.org>

        """;
  }
}
