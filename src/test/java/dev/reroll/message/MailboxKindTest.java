package dev.reroll.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.bytes.Octets;
import org.junit.jupiter.api.Test;

class MailboxKindTest {
  private static MailboxKind kind(String text) {
    return MailboxKind.of(Octets.utf8(text));
  }

  @Test
  void fromLineWithHeaderBelowIsAMailbox() {
    assertThat(kind("\nFrom x\nSubject: s\n\n")).isEqualTo(MailboxKind.MAILBOX);
  }

  @Test
  void headersAreAMail() {
    assertThat(kind("Subject: s\n\n")).isEqualTo(MailboxKind.MAIL);
  }

  @Test
  void diffWithTextAboveIsADiff() {
    assertThat(kind("some words\n\n--- a\n+++ b\n@@ -1 +1 @@\n")).isEqualTo(MailboxKind.DIFF);
  }

  @Test
  void quiltDiffIsNoMailThoughItLooksLikeOne() {
    assertThat(kind("Index: f\n====\n--- f\n+++ f\n@@ -1 +1 @@\n")).isEqualTo(MailboxKind.DIFF);
  }

  @Test
  void textAndBinaryDataAndNothingAreOther() {
    assertThat(kind("hello world\n")).isEqualTo(MailboxKind.OTHER);
    assertThat(kind("\u0000\u0001\u0002")).isEqualTo(MailboxKind.OTHER);
    assertThat(kind("")).isEqualTo(MailboxKind.OTHER);
  }
}
