package dev.reroll.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code reroll review} makes of its options; the threads are those of the room's tests. */
class ReviewCommandTest {
  private static final Path THREADS = Path.of("src/test/resources/dev/reroll/review");

  private final Path folder;

  ReviewCommandTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    for (String name : new String[] {"kinds", "tags", "comments"}) {
      Files.copy(THREADS.resolve(name).resolve("thread.mbox"), folder.resolve(name + ".mbox"));
    }
  }

  @Test
  void threadPrintsWhatTheRoomSays() throws IOException {
    Run.Result result = review("comments.mbox");
    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).isEqualTo(Files.readString(THREADS.resolve("comments/expected.txt")));
    assertThat(result.err()).isEmpty();
  }

  @Test
  void messageIdIsFoundInAMailbox() {
    assertThat(review("comments-v2-1@example.org", "--mbox", "comments.mbox").out())
        .isEqualTo(review("comments.mbox").out());
  }

  @Test
  void twoMailboxesAreReviewedWithTheAnswersOfTheOlder() throws IOException {
    String thread = Files.readString(folder.resolve("comments.mbox"));
    int after = thread.indexOf("From mboxrd", thread.indexOf("comments-r4@example.org"));
    Files.writeString(folder.resolve("v1.mbox"), thread.substring(0, after));
    Files.writeString(folder.resolve("v2.mbox"), thread.substring(after));
    assertThat(review("v1.mbox", "v2.mbox").out()).isEqualTo(review("comments.mbox").out());
  }

  @Test
  void onePatchIsShownWithWhatBelongsToIt() {
    String out = review("comments.mbox", "--patch", "2").out();
    assertThat(out).contains("io: write in full", "Ada Lind: How often?");
    assertThat(out).doesNotContain("io: check before", "Tomas Reed", "User space");
  }

  @Test
  void onlySomeKindsAreShown() {
    String out = review("kinds.mbox", "--only", "code,new", "-s").out();
    assertThat(out).contains("io: limit the size", "io: name the size");
    assertThat(out).doesNotContain("io: document lines", "tools: run quietly");
    assertThat(review("kinds.mbox", "--only", "white-space", "-s").out())
        .contains(" 4 ! 4 ")
        .doesNotContain(" 3 ! 3 ");
    assertThat(review("kinds.mbox", "--only", "dropped", "-s").out())
        .contains("tools: run quietly")
        .isEqualTo(review("kinds.mbox", "--only", "gone", "-s").out());
  }

  @Test
  void patchThatIsNotThereIsRefused() {
    Run.Result result = review("comments.mbox", "--patch", "99");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .startsWith("error: no patch 99 in v2, the last is ")
        .contains("\nhint: reroll review --patch ");
  }

  @Test
  void onlyNeedsAKind() {
    Run.Result result = review("kinds.mbox", "--only", "");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).startsWith("error: --only takes identical, ");
  }

  @Test
  void hintsAreForTheCommandThatWasTyped() {
    assertThat(review("comments.mbox", "-v", "7").err())
        .endsWith("\nhint: reroll review comments.mbox -v v1 v2\n");
    assertThat(new Run(folder).of("html", "comments.mbox", "-v", "7", "-o", "x.html").err())
        .endsWith("\nhint: reroll html -o FILE comments.mbox -v v1 v2\n");
    assertThat(new Run(folder).of("versions", "http://lists.example.org/").err())
        .endsWith("\nhint: reroll versions MESSAGE-ID\n");
  }

  @Test
  void onlyMyCommentsAreShown() throws IOException {
    configure("Ada Lind", "ada@elsewhere.example.org");
    String out = review("comments.mbox", "--mine").out();
    assertThat(out).contains("Ada Lind: How often?").doesNotContain("Tomas Reed: Is a check");
  }

  @Test
  void mineNeedsToKnowWhoIAm() {
    Run.Result result = review("comments.mbox", "--mine");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .isEqualTo(
            """
            error: --mine needs to know who you are: user.email is not set
            hint: git config --global user.email YOU@HOST
            """);
  }

  @Test
  void sinceMineTakesTheLastVersionThatIAnswered() throws IOException {
    configure("Tomas Reed", "tomas.reed@example.org");
    String v3 = Files.readString(folder.resolve("comments.mbox"));
    v3 = v3.substring(v3.indexOf("From mboxrd", v3.indexOf("comments-r4@")));
    v3 = v3.replace("[PATCH v2", "[PATCH v3").replace("comments-v2-", "comments-v3-");
    v3 = v3.replace("Mon, 09 Mar", "Mon, 16 Mar");
    Files.writeString(
        folder.resolve("all.mbox"), Files.readString(folder.resolve("comments.mbox")) + v3);
    assertThat(review("all.mbox", "-s").out()).startsWith("v2 (2026-03-09) → v3 (2026-03-16)");
    assertThat(review("all.mbox", "-s", "--since-mine").out())
        .startsWith("v1 (2026-03-02) → v3 (2026-03-16)");
  }

  @Test
  void whoSaidNothingHasNoVersionToStartFrom() throws IOException {
    configure("Nora Falk", "nora.falk@example.org");
    Run.Result result = review("comments.mbox", "--since-mine");
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err()).contains("no reply or tag from Nora Falk");
  }

  @Test
  void exitCodeTellsOfDifferences() {
    assertThat(review("comments.mbox", "--exit-code").exitCode()).isEqualTo(1);
    assertThat(review("comments.mbox", "--exit-code", "--only", "identical").exitCode()).isZero();
  }

  @Test
  void unknownKindIsRefusedWithThoseThatThereAre() {
    Run.Result result = review("comments.mbox", "--only", "style");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("white-space", "not 'style'");
  }

  @Test
  void coloursComeWithColorOnly() {
    assertThat(review("kinds.mbox").out()).doesNotContain("\u001b[");
    assertThat(review("kinds.mbox", "--color").out()).contains("\u001b[");
  }

  private Run.Result review(String... words) {
    String[] all = new String[words.length + 1];
    all[0] = "review";
    System.arraycopy(words, 0, all, 1, words.length);
    return new Run(folder).of(all);
  }

  @Test
  void hunkOfRenamesThatChangesACommentIsNotFolded() throws IOException {
    String last = "+\treturn 0;\n+}\n";
    write("old.mbox", "1", "+int put_buf(int a)\n+{\n+\t/* All is well. */\n" + last);
    write("new.mbox", "2", "+int drop_buf(int a)\n+{\n+\t/* All is well. */\n" + last);
    assertThat(review("old.mbox", "new.mbox").out())
        .contains("renames", "put_buf → drop_buf")
        .doesNotContain("All is lost");

    write("new.mbox", "2", "+int drop_buf(int a)\n+{\n+\t/* All is lost. */\n" + last);
    assertThat(review("old.mbox", "new.mbox").out()).contains("put_buf → drop_buf", "All is lost");
  }

  @Test
  void singlePatchesNeedNoHintHowToPairThem() throws IOException {
    write("old.mbox", "1", "+one();\n+two();\n+three();\n+four();\n+five();\n");
    write("new.mbox", "2", "+another();\n+thing();\n+is();\n+done();\n+here();\n");
    assertThat(review("old.mbox", "new.mbox").out())
        .contains("code ≈")
        .doesNotContain("--creation-factor");
  }

  @Test
  void flagsAloneAreThoseOfTheConfiguredPaths() throws IOException {
    write("old.mbox", "1", "+one();\n+two();\n+three();\n+four();\n+five();\n");
    write("new.mbox", "2", "+one();\n+two();\n+three();\n+four();\n+six();\n");
    assertThat(review("old.mbox", "new.mbox", "--flags", "--exit-code"))
        .isEqualTo(new Run.Result(0, "", ""));

    Files.writeString(folder.resolve(".gitconfig"), "[reroll \"flag.io\"]\n\tpath = io.*\n", UTF_8);
    Run.Result flagged = review("old.mbox", "new.mbox", "--flags", "--exit-code");
    assertThat(flagged.out()).isEqualTo("patch 1: io, changed: io.c\n");
    assertThat(flagged.exitCode()).isOne();
    assertThat(review("old.mbox", "new.mbox").out()).contains("Flags\n  patch 1: io, changed");
  }

  private void write(String name, String id, String lines) throws IOException {
    Files.writeString(
        folder.resolve(name),
        "From a@example.org Mon Sep 17 00:00:00 2001\nFrom: Ada <a@example.org>\n"
            + "Date: Mon, 1 Jun 2026 10:00:00 +0000\nMessage-ID: <rename"
            + id
            + "@example.org>\nSubject: [PATCH v"
            + id
            + "] io: add a buffer\n\nText.\n---\ndiff --git a/io.c b/io.c\n"
            + "--- a/io.c\n+++ b/io.c\n@@ -1,2 +1,7 @@\n before();\n"
            + lines
            + " after();\n-- \n2.39\n");
  }

  private void configure(String name, String address) throws IOException {
    Files.writeString(
        folder.resolve(".gitconfig"), "[user]\n\tname = " + name + "\n\temail = " + address + "\n");
  }
}
