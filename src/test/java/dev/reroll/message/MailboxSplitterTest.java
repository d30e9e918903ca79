package dev.reroll.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.bytes.Octets;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailboxSplitterTest {
  private static final String LORE = "From mboxrd@z Thu Jan  1 00:00:00 1970\n";
  private static final String GIT =
      "From 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001\n";
  private static final String HEADERS = "Message-ID: <a@example.org>\nSubject: s\n\n";

  private static List<String> split(String mailbox) {
    return MailboxSplitter.split(octets(mailbox), "m").stream()
        .map(message -> message.octets().decode(StandardCharsets.ISO_8859_1))
        .toList();
  }

  private static Octets octets(String text) {
    return Octets.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void mboxrdLosesOneQuoteOfEveryQuotedFromLine() {
    String mailbox = LORE + HEADERS + ">From a\n>>From b\n> From c\n>Fromd\n\n";
    assertThat(split(mailbox)).containsExactly(HEADERS + "From a\n>From b\n> From c\n>Fromd\n");
  }

  @Test
  void messagesEndBeforeTheEmptyLineAndTheNextSeparator() {
    String mailbox = LORE + HEADERS + "one\n\n" + LORE + HEADERS + "two\n\n\n";
    assertThat(split(mailbox)).containsExactly(HEADERS + "one\n", HEADERS + "two\n\n");
  }

  @Test
  void placesAreThoseOfTheFirstHeader() {
    String mailbox = LORE + HEADERS + "one\n\n" + LORE + HEADERS + "two\n\n";
    List<RawMessage> messages = MailboxSplitter.split(octets(mailbox), "v2.mbox");
    assertThat(messages)
        .extracting(message -> message.where().toString())
        .containsExactly(
            "v2.mbox:" + LORE.length(),
            "v2.mbox:" + (2 * LORE.length() + HEADERS.length() + "one\n\n".length()));
  }

  @Test
  void formatPatchQuotesNothing() {
    String body = ">From the start\nFrom the end, 12:30 it was\n";
    assertThat(split(GIT + HEADERS + body)).containsExactly(HEADERS + body);
  }

  @Test
  void b4QuotesNothing() {
    String separator = "From git@z Thu Jan  1 00:00:00 1970\n";
    assertThat(split(separator + HEADERS + ">From x\n")).containsExactly(HEADERS + ">From x\n");
  }

  @Test
  void sentencesThatBeginWithFromDoNotSplit() {
    String body = "From here to 10:30 there\nNote: this\n\nFrom foo\nBar: baz\n";
    assertThat(split(LORE + HEADERS + body)).containsExactly(HEADERS + body);
  }

  @Test
  void separatorWithoutHeaderBelowDoesNotSplit() {
    String body = GIT + "not a header\n";
    assertThat(split(GIT + HEADERS + body)).containsExactly(HEADERS + body);
  }

  @Test
  void muttAndThunderbirdSeparatorsSplit() {
    String mutt = "From a@example.org Thu Jan  1 00:00:00 2026\n";
    String thunderbird = "From - Thu Jan  1 00:00:00 2026\n";
    assertThat(split(mutt + HEADERS + "a\n\n" + thunderbird + "X-Mozilla-Status: 0001\n\nb\n"))
        .containsExactly(HEADERS + "a\n", "X-Mozilla-Status: 0001\n\nb\n");
  }

  @Test
  void contentLengthThatLandsOnTheNextSeparatorIsBelieved() {
    String body = "From a@example.org Thu Jan  1 00:00:00 2026\nX: y\n>From z\n";
    String headers = "Content-Length: " + body.length() + "\n\n";
    assertThat(split(LORE + headers + body + "\n" + LORE + HEADERS + "b\n"))
        .containsExactly(headers + body, HEADERS + "b\n");
  }

  @Test
  void contentLengthThatLandsElsewhereIsNot() {
    String headers = "Content-Length: 3\n\n";
    assertThat(split(LORE + headers + ">From a\nabc\n")).containsExactly(headers + "From a\nabc\n");
  }

  @Test
  void crlfHeadersLoseOneCarriageReturnOnEveryLine() {
    String mailbox = "From - Thu Jan  1 00:00:00 2026\r\nSubject: s\r\n\r\n+a\r\r\n+b\r\n\r\n";
    assertThat(split(mailbox)).containsExactly("Subject: s\n\n+a\r\n+b\n");
  }

  @Test
  void crInTheBodyAloneIsContent() {
    assertThat(split("Subject: s\n\n+a\r\n")).containsExactly("Subject: s\n\n+a\r\n");
  }

  @Test
  void singleMailIsOneMessageWhateverItsBodyHolds() {
    String mail = HEADERS + "x\n\n" + GIT + HEADERS;
    assertThat(split(mail)).containsExactly(mail);
  }

  @Test
  void byteOrderMarkAndEmptyLinesAtTheStartAreSkipped() {
    assertThat(split("\u00ef\u00bb\u00bf\r\n\n" + LORE + HEADERS + "x\n"))
        .containsExactly(HEADERS + "x\n");
  }

  @Test
  void bareDiffIsOneMessage() {
    String diff = "diff --git a/f b/f\n--- a/f\n";
    assertThat(split(diff)).containsExactly(diff);
  }

  @Test
  void emptyMailboxHasNoMessage() {
    assertThat(split("")).isEmpty();
    assertThat(split("\n\r\n")).isEmpty();
  }

  @Test
  void messageIdIsFoundInAnyCaseAndFolded() {
    String mail = "Subject: s\nMESSAGE-id:\n <a.b@\n example.org>\n\nMessage-ID: <no@x>\n";
    assertThat(MailboxSplitter.split(octets(mail), "m").get(0).id())
        .contains(new MessageId("a.b@example.org"));
  }

  @Test
  void messageIdInTheBodyDoesNotCount() {
    assertThat(MailboxSplitter.split(octets("Subject: s\n\nMessage-ID: <a@b>\n"), "m").get(0).id())
        .isEmpty();
  }

  @Test
  void unquotedMessagesShareTheMailboxArray() {
    Octets mailbox = octets(LORE + HEADERS + "x\n");
    RawMessage message = MailboxSplitter.split(mailbox, "m").get(0);
    assertThat(message.octets()).isEqualTo(mailbox.slice(LORE.length()));
  }
}
