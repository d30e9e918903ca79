package dev.reroll.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.bytes.Octets;
import dev.reroll.mail.subject.Position;
import dev.reroll.mail.subject.SubjectLine;
import dev.reroll.mail.subject.VersionNumber;
import dev.reroll.message.MessageId;
import dev.reroll.problem.Diagnostic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailReaderTest {
  private static final Person THOR = new Person("A U Thor", "a@example.org");
  private static final String DIFF =
      """
      diff --git a/f b/f
      index 1234567..89abcde 100644
      --- a/f
      +++ b/f
      @@ -1 +1 @@
      -one
      +two
      --\s
      2.39.5
      """;

  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private List<MailItem> items(String situation) {
    return new MailReader(diagnostics::add).read(MailFile.read(situation));
  }

  private <T extends MailItem> T only(Class<T> type, String situation) {
    assertThat(items(situation)).singleElement().isInstanceOf(type);
    diagnostics.clear();
    return type.cast(items(situation).get(0));
  }

  private PatchMail patch(String situation) {
    return only(PatchMail.class, situation);
  }

  private List<String> reported() {
    return diagnostics.stream().map(Diagnostic::text).toList();
  }

  @Test
  void plainPatchIsTakenApart() {
    PatchMail patch = patch("plain-patch");
    assertThat(patch.author()).contains(THOR);
    assertThat(patch.message().subject()).hasToString("f: say two");
    assertThat(patch.message().body())
        .hasToString("One is not enough.\n\nSigned-off-by: A U Thor <a@example.org>\n");
    assertThat(patch.notes())
        .hasToString(
            "v2: more\n---\n f | 2 +-\n 1 file changed, 1 insertion(+), 1 deletion(-)\n\n");
    assertThat(patch.diff()).hasToString(DIFF);
    assertThat(diagnostics).isEmpty();
  }

  @Test
  void envelopeHoldsWhatTheHeadersSay() {
    Envelope envelope = patch("plain-patch").envelope();
    assertThat(envelope.id()).contains(new MessageId("one@example.org"));
    assertThat(envelope.inReplyTo()).contains(new MessageId("cover@example.org"));
    assertThat(envelope.references())
        .containsExactly(new MessageId("top@example.org"), new MessageId("cover@example.org"));
    assertThat(envelope.from()).isEqualTo(THOR);
    assertThat(envelope.date()).contains(Instant.parse("2026-01-01T11:00:00Z"));
    assertThat(envelope.rawSubject()).isEqualTo("[PATCH v2 1/3] f: say two");
    assertThat(envelope.subject().position()).contains(new Position(1, 3));
  }

  @Test
  void placeOfTheDiffIsItsFirstOctet() {
    PatchMail patch = patch("plain-patch");
    Octets mail = MailFile.read("plain-patch").octets();
    int offset = Math.toIntExact(patch.diffWhere().byteOffset());
    assertThat(mail.slice(offset)).isEqualTo(patch.diff());
    assertThat(patch.diffWhere().container()).isEqualTo("plain-patch.eml");
  }

  @Test
  void inBodyHeadersWin() {
    PatchMail patch = patch("in-body-from");
    assertThat(patch.author()).contains(new Person("Jörg Writer", "j@example.org"));
    assertThat(patch.message().subject()).hasToString("f: say 2");
    assertThat(patch.message().body()).hasToString("Text.\n");
    assertThat(patch.envelope().from()).isEqualTo(THOR);
    assertThat(patch.envelope().subject().title()).isEqualTo("f: say two");
  }

  @Test
  void anotherHeaderFirstTurnsInBodyHeadersOff() {
    PatchMail patch = patch("header-before-in-body-from");
    assertThat(patch.author()).contains(THOR);
    assertThat(patch.message().body())
        .hasToString("Cc: b@example.org\nFrom: B <b@example.org>\n\nText.\n");
  }

  @ParameterizedTest
  @CsvSource({"quoted-printable", "base64"})
  void transferEncodingIsUndone(String situation) {
    PatchMail patch = patch(situation);
    assertThat(patch.message().body()).hasToString("Größe = 2\n");
    assertThat(patch.diff().startsWith("diff --git a/f b/f\n")).isTrue();
    assertThat(diagnostics).isEmpty();
  }

  @Test
  void diffKeepsTheOctetsOfItsFiles() {
    Octets latin1 = Octets.wrap(DIFF.replace("two", "töo").getBytes(StandardCharsets.ISO_8859_1));
    assertThat(patch("quoted-printable").diff()).isEqualTo(latin1);
    assertThat(patch("latin1-charset").diff()).isEqualTo(latin1);
  }

  @Test
  void messageIsConvertedFromItsCharset() {
    PatchMail patch = patch("latin1-charset");
    assertThat(patch.message().subject()).hasToString("f: größer");
    assertThat(patch.message().body()).hasToString("Größe.\n");
    assertThat(diagnostics).isEmpty();
  }

  @Test
  void octetsWithoutCharsetThatAreNotUtf8AreCommittedAsLatin1() {
    PatchMail patch = patch("latin1-without-charset");
    assertThat(patch.author()).contains(new Person("Jörg", "a@example.org"));
    assertThat(patch.message().text()).hasToString("f: größer\n\nGröße.\n");
    assertThat(reported())
        .containsExactly("the message: bytes that are not UTF-8 are read as Latin-1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "unknown-charset | the message names the unknown charset 'y'; bytes that are not UTF-8 are"
            + " read as Latin-1",
        "ascii-that-is-utf8 | the message is not the us-ascii that it claims; read as UTF-8",
        "broken-base64 | the base64 text is damaged; what can be read of it is used",
        "example-diff-in-message | an example diff in the message; git am would take it for part of"
            + " the patch",
        "multipart-without-boundary | the parts of this mail cannot be told apart; read as plain"
            + " text",
      })
  void whatIsOddIsReportedOnce(String situation, String text) {
    patch(situation);
    assertThat(reported()).containsExactly(text);
  }

  @Test
  void unknownCharsetOfAnAsciiMessageIsNotWorthAWord() {
    assertThat(patch("unknown-charset-but-ascii").message().body()).hasToString("Text.\n");
    assertThat(diagnostics).isEmpty();
  }

  @Test
  void subjectThatCannotBeDecodedStaysAsItIs() {
    PatchMail patch = patch("undecodable-subject");
    assertThat(patch.message().subject()).hasToString("=?nosuch?q?a?= b");
    assertThat(reported())
        .containsExactly("an encoded word in the header 'subject' cannot be decoded");
  }

  @Test
  void flowedLinesAreJoinedAsGitDoes() {
    PatchMail patch = patch("format-flowed");
    assertThat(patch.message().body()).hasToString("A line that flows.\n--\n");
    assertThat(patch.diff()).hasToString(DIFF);
  }

  @Test
  void diffAloneEndsTheMessage() {
    PatchMail patch = patch("diff-without-dashes");
    assertThat(patch.message().body()).hasToString("Text.\n");
    assertThat(patch.notes().isEmpty()).isTrue();
    assertThat(patch.diff()).hasToString(DIFF);
  }

  @Test
  void diffWithoutGitHeaderBeginsAtItsIndexLine() {
    assertThat(patch("diff-without-git-header").diff().startsWith("Index: f\n--- a/f\n")).isTrue();
  }

  @Test
  void exampleDiffStaysInTheMessage() {
    PatchMail patch = patch("example-diff-in-message");
    assertThat(patch.message().body().endsWith("\nis wrong.\n")).isTrue();
    assertThat(patch.diff()).hasToString(DIFF);
  }

  @Test
  void carriageReturnsOfTheFilesAreKept() {
    PatchMail patch = patch("crlf-content");
    assertThat(patch.message().body()).hasToString("Text.\n");
    assertThat(patch.diff()).hasToString(DIFF.replace("one\n", "one\r\n"));
  }

  @Test
  void emptySubjectLeavesTheBodyAlone() {
    CommitMessage message = patch("empty-subject").message();
    assertThat(message.subject().isEmpty()).isTrue();
    assertThat(message.text()).hasToString("First line.\n\nMore.\n");
  }

  @Test
  void untaggedMailWithADiffIsAPatch() {
    assertThat(patch("untagged-patch").envelope().subject().isPatch()).isFalse();
  }

  @Test
  void coverLetterMayHoldADiff() {
    assertThat(only(CoverLetter.class, "cover-letter").text().endsWith(DIFF)).isTrue();
  }

  @Test
  void announcedSeriesWithoutNumberOrDiffIsACoverLetter() {
    assertThat(only(CoverLetter.class, "cover-without-number").text())
        .hasToString("This series makes it better.\n");
  }

  @Test
  void numberedMailWithoutDiffIsUnrelatedAndSaysWhy() {
    assertThat(only(Unrelated.class, "numbered-without-diff").reason())
        .isEqualTo(LeftOutReason.NUMBERED_WITHOUT_DIFF);
    assertThat(only(Unrelated.class, "pull-request").reason())
        .isEqualTo(LeftOutReason.PULL_REQUEST);
  }

  @Test
  void replyIsAReplyEvenWithADiff() {
    assertThat(only(Reply.class, "reply-with-diff").carriesDiff()).isTrue();
    assertThat(only(Reply.class, "reply-without-mark").carriesDiff()).isFalse();
  }

  @Test
  void bareDiffHasNeitherAuthorNorMessage() {
    PatchMail patch = patch("bare-diff");
    assertThat(patch.author()).isEmpty();
    assertThat(patch.message()).isEqualTo(CommitMessage.EMPTY);
    assertThat(patch.envelope().subject().title()).isEqualTo("bare diff");
    assertThat(patch.diff()).hasToString(DIFF);
    assertThat(patch.diffWhere().byteOffset()).isZero();
  }

  @Test
  void patchInTheTextOfSeveralPartsIsRead() {
    PatchMail patch = patch("multipart-inline-patch");
    assertThat(patch.message().text()).hasToString("f: say two\n\nText.\n");
    assertThat(patch.diff()).hasToString(DIFF);
  }

  @Test
  void patchesAttachedToAReplyCountInNameOrder() {
    List<MailItem> items = items("attached-patches-in-reply");
    assertThat(items).hasSize(3);
    assertThat(((Reply) items.get(0)).text()).hasToString("Here is v5.\n");
    PatchMail first = (PatchMail) items.get(1);
    assertThat(first.author()).contains(new Person("B Writer", "b@example.org"));
    assertThat(first.message().text()).hasToString("f: say two\n\nWhy.\n");
    assertThat(first.diff()).hasToString(DIFF);
    assertThat(first.envelope().id()).contains(new MessageId("one@example.org"));
    assertThat(first.envelope().inReplyTo()).contains(new MessageId("x@example.org"));
    assertThat(first.envelope().subject().version()).hasValue(5);
    assertThat(((PatchMail) items.get(2)).envelope().subject().position())
        .contains(new Position(2, 2));
  }

  @Test
  void attachedBareDiffsTakeEverythingFromTheirNames() {
    List<MailItem> items = items("attached-bare-diffs");
    assertThat(items).hasSize(2).allMatch(PatchMail.class::isInstance);
    PatchMail second = (PatchMail) items.get(1);
    assertThat(second.author()).isEmpty();
    assertThat(second.diff()).hasToString(DIFF);
    assertThat(second.envelope().subject())
        .isEqualTo(
            new SubjectLine(
                List.of("PATCH"),
                Optional.of(VersionNumber.plain(5)),
                Optional.of(new Position(2, 2)),
                false,
                "f say three"));
  }

  @Test
  void diffAttachedToAReviewIsNoVersion() {
    assertThat(only(Reply.class, "attached-remark-in-reply").carriesDiff()).isTrue();
  }

  @Test
  void diffAttachedToAPatchMailIsItsDiff() {
    PatchMail patch = patch("attached-diff-of-a-patch-mail");
    assertThat(patch.author()).contains(THOR);
    assertThat(patch.message().text())
        .hasToString("f: say two\n\nWhy.\n\nSigned-off-by: A U Thor <a@example.org>\n");
    assertThat(patch.diff()).hasToString(DIFF);
  }

  @Test
  void damagedAttachmentIsLeftOutWithAWarning() {
    assertThat(items("attached-gzip-damaged")).noneMatch(PatchMail.class::isInstance);
    assertThat(reported())
        .containsExactly(
            "the attachment 'v5-0001-f.patch.gz' is damaged or too large, and left out");
  }
}
