package dev.reroll.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.reroll.message.RawMessage;
import dev.reroll.problem.Diagnostic;
import dev.reroll.problem.Hint;
import dev.reroll.problem.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxSourceTest {
  private static final String SEPARATOR = "From mboxrd@z Thu Jan  1 00:00:00 1970\n";

  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private Path folder = Path.of(".");

  @BeforeEach
  void useFolder(@TempDir Path temporary) {
    folder = temporary;
  }

  private static String mail(String id) {
    return "Message-ID: <" + id + "@example.org>\nSubject: s\n\ntext of " + id + "\n";
  }

  private static String mailbox(String... ids) {
    StringBuilder text = new StringBuilder();
    for (String id : ids) {
      text.append(SEPARATOR).append(mail(id)).append('\n');
    }
    return text.toString();
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  private String file(String name, String text) throws IOException {
    return file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private String file(String name, byte[] octets) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, octets).toString();
  }

  private List<RawMessage> read(String name) throws Refusal {
    return read(name, Limits.DEFAULT);
  }

  private List<RawMessage> read(String name, Limits limits) throws Refusal {
    byte[] input = mailbox("input").getBytes(StandardCharsets.UTF_8);
    return new MailboxSource(new ByteArrayInputStream(input), limits, diagnostics::add).read(name);
  }

  private List<String> ids(String name) throws Refusal {
    return read(name).stream()
        .map(message -> message.id().orElseThrow().value().replace("@example.org", ""))
        .toList();
  }

  private static void assertRefused(ThrowingCallable call, String message, String... hints) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(call)
        .withMessage(message)
        .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNREADABLE))
        .satisfies(
            refusal -> assertThat(refusal.hints()).extracting(Hint::line).containsExactly(hints));
  }

  @Test
  void mailboxIsReadPlainOrGzipped() throws Exception {
    assertThat(ids(file("v1.mbox", mailbox("a", "b")))).containsExactly("a", "b");
    assertThat(ids(file("v1.mbox.gz", gzip(mailbox("a", "b"))))).containsExactly("a", "b");
    assertThat(ids(file("no-ending", gzip(mailbox("a"))))).containsExactly("a");
  }

  @Test
  void dashIsStandardInput() throws Exception {
    assertThat(ids("-")).containsExactly("input");
    assertThat(read("-").get(0).where()).hasToString("-:" + SEPARATOR.length());
  }

  @Test
  void placeNamesTheFileAsTyped() throws Exception {
    String name = file("v1.mbox", mailbox("a"));
    assertThat(read(name).get(0).where().container()).isEqualTo(name);
  }

  @Test
  void mailOfTwoListsIsReadOnce() throws Exception {
    assertThat(ids(file("v1.mbox", mailbox("a", "b", "a")))).containsExactly("a", "b");
  }

  @Test
  void folderOfPatchFilesIsReadInNameOrder() throws Exception {
    file("p/0002-two.patch", mail("two"));
    file("p/0000-cover-letter.patch", mail("cover"));
    file("p/0001-one.patch.gz", gzip(mail("one")));
    file("p/Makefile", "all: nothing\n");
    file("p/.0003-hidden.patch", mail("hidden"));
    assertThat(ids(folder.resolve("p").toString())).containsExactly("cover", "one", "two");
    assertThat(read(folder + "/p/").get(0).where())
        .hasToString(folder + "/p/0000-cover-letter.patch:0");
    assertThat(diagnostics).isEmpty();
  }

  @Test
  void numbersInTheNamesOfPatchesAreReadByValue() throws Exception {
    file("n/10-ten.patch", mail("ten"));
    file("n/2-two.patch", mail("two"));
    file("n/1-one.patch", mail("one"));

    assertThat(ids(folder.resolve("n").toString())).containsExactly("one", "two", "ten");
  }

  @Test
  void aSeriesFileOfQuiltSaysWhatCountsAndInWhichOrder() throws Exception {
    file("q/a.patch", mail("a"));
    file("q/b.patch", mail("b"));
    file("q/c", mail("c"));
    file("q/old.patch", mail("old"));
    file("q/series", "# ours\nb.patch -p1\n\nc # last week\na.patch\n../secret\ngone.patch\n");
    file("secret", mail("secret"));

    assertThat(ids(folder.resolve("q").toString())).containsExactly("b", "c", "a");
    assertThat(diagnostics)
        .extracting(Diagnostic::text)
        .containsExactly("not in 'series', left out");
  }

  @Test
  void folderOfNumberedMailsIsReadByNumber() throws Exception {
    file("mh/10", mail("ten"));
    file("mh/2", mail("two"));
    assertThat(ids(folder.resolve("mh").toString())).containsExactly("two", "ten");
  }

  @Test
  void textThatIsNoMailIsLeftOutOfAFolderWithANote() throws Exception {
    file("p/0001-one.patch", mail("one"));
    file("p/notes.txt", "remember the milk\n");
    assertThat(ids(folder.resolve("p").toString())).containsExactly("one");
    assertThat(diagnostics)
        .extracting(Diagnostic::toString)
        .containsExactly(
            "Diagnostic[severity=NOTE, where="
                + folder
                + "/p/notes.txt:0, text=neither mail nor diff, left out]");
  }

  @Test
  void maildirIsReadInNameOrder() throws Exception {
    file("m/cur/1700000002.b:2,S", mail("two"));
    file("m/new/1700000001.a", mail("one"));
    file("m/new/1700000003.c", mail("three"));
    Files.createDirectories(folder.resolve("m/tmp"));
    file("m/tmp/1700000000.x", mail("unfinished"));
    assertThat(ids(folder.resolve("m").toString())).containsExactly("one", "two", "three");
  }

  @Test
  void bareDiffIsOneMessage() throws Exception {
    assertThat(read(file("x.diff", "diff --git a/f b/f\n--- a/f\n+++ b/f\n"))).hasSize(1);
  }

  @Test
  void missingFileIsRefused() {
    String name = folder.resolve("v2.mbox").toString();
    assertRefused(
        () -> read(name), "cannot read mbox '" + name + "': no such file", "ls " + folder + "/");
  }

  @Test
  void missingFileWithANeighbourNamesIt() throws Exception {
    String there = file("v2.mbox.gz", gzip(mailbox("a")));
    String name = folder.resolve("v2.mbox").toString();
    assertRefused(
        () -> read(name), "cannot read mbox '" + name + "': no such file", "ls -l " + there);
  }

  @Test
  void emptyFileIsRefused() throws Exception {
    String name = file("v2.mbox", "\n");
    assertRefused(
        () -> read(name),
        "cannot read mbox '" + name + "': it is empty",
        "git format-patch --stdout BASE..TIP > v2.mbox");
  }

  @Test
  void binaryGarbageIsRefused() throws Exception {
    String name = file("v2.mbox", new byte[] {0, 1, 2, 3, (byte) 0xFF, 10, 0});
    assertRefused(
        () -> read(name),
        "cannot read mbox '" + name + "': neither a mailbox, a mail nor a diff",
        "git format-patch --stdout BASE..TIP > v2.mbox");
  }

  @Test
  void truncatedGzipIsRefusedWithThePlace() throws Exception {
    byte[] whole = gzip(mailbox("a".repeat(200)));
    String name = file("v2.mbox.gz", Arrays.copyOf(whole, whole.length - 6));
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> read(name))
        .withMessageMatching(".*'" + name + "': the gzip data ends early, after byte \\d+")
        .satisfies(
            refusal ->
                assertThat(refusal.hints())
                    .extracting(Hint::line)
                    .containsExactly("gzip -t " + name));
  }

  @Test
  void damagedGzipIsRefused() throws Exception {
    byte[] damaged = gzip(mailbox("a"));
    // The block type in the first octet of the deflated data; 3 is reserved.
    damaged[10] |= 0x06;
    String name = file("v2.mbox.gz", damaged);
    assertRefused(
        () -> read(name),
        "cannot read mbox '" + name + "': the gzip data is damaged after byte 0",
        "gzip -t " + name);
  }

  @Test
  void otherCompressionIsNamed() throws Exception {
    String name = file("v2.mbox.xz", new byte[] {(byte) 0xFD, '7', 'z', 'X', 'Z', 0, 0});
    assertRefused(
        () -> read(name),
        "cannot read mbox '" + name + "': it is compressed with xz",
        "xz -dk " + name);
  }

  @Test
  void folderWithoutMailIsRefused() throws Exception {
    file("p/Makefile", "all: nothing\n");
    String name = folder.resolve("p").toString();
    assertRefused(
        () -> read(name),
        "cannot read folder '" + name + "': no mail or patch file in it",
        "git format-patch --stdout BASE..TIP > v2.mbox");
  }

  @Test
  void limitsAreNamed() throws Exception {
    String name = file("v1.mbox.gz", gzip(mailbox("a", "b")));
    assertRefused(
        () -> read(name, new Limits(100, 1000, 10)),
        "cannot read mbox '" + name + "': it is larger than 100 bytes");
    assertRefused(
        () -> read(name, new Limits(1000, 10, 10)),
        "cannot read mbox '" + name + "': the message at " + name + ":39 is larger than 10 bytes");
    assertRefused(
        () -> read(name, new Limits(1000, 1000, 1)),
        "cannot read mbox '" + name + "': more than 1 messages");
  }
}
