package dev.reroll.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.bytes.Octets;
import dev.reroll.message.MessageId;
import dev.reroll.message.RawMessage;
import dev.reroll.problem.Diagnostic;
import dev.reroll.problem.Locator;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Mails of several parts that no mail program would write: none of them stops the reading. */
class HostilePartsTest {
  private static final int ROUNDS = 4_000;
  private static final String DIFF = "diff --git a/f b/f\n--- a/f\n+++ b/f\n@@ -1 +1 @@\n-x\n+y\n";
  private static final List<String> BOUNDARIES =
      List.of("b", "b b", "", "\"b", "\"\"", "=_b", "b\\", "(b)", "\u00e9", "b;", "-", "b\0");
  private static final List<String> HEADERS =
      List.of(
          " folded before any header\n",
          "\tfolded\n",
          " \n",
          " \n folded twice\n",
          ":\n",
          ": value\n",
          "Content-Type\n",
          "Content-Type:\n",
          "Content-Type: /\n",
          "Content-Type: text/plain; charset=\n",
          "Content-Type: text/plain; charset=no-such-charset\n",
          "Content-Type: text/plain; charset*0*=utf-8''%E2; charset*1=\"x\n",
          "Content-Type: text/plain;;;; =; a\n",
          "Content-Type: multipart/mixed\n",
          "Content-Type: multipart/mixed; boundary=\n",
          "Content-Type: multipart/mixed; boundary=b\n",
          "Content-Type: multipart/mixed; boundary*0=b; boundary*2*=%\n",
          "Content-Type: message/rfc822\n",
          "Content-Type: message/rfc822; (((((\n",
          "Content-Type: application/x-patch; name*0*=utf-8'; name*1*=%4\n",
          "Content-Disposition: attachment; filename=\n",
          "Content-Disposition: attachment; filename=\"0001-x.patch\n",
          "Content-Disposition: attachment; filename*=utf-8''%E2%82%zz.patch\n",
          "Content-Disposition: attachment; filename*=x'y%\n",
          "Content-Disposition: attachment; filename*0*=no-such''%41; filename*2=x.patch\n",
          "Content-Disposition: attachment; filename*999999999999=x\n",
          "Content-Disposition: ;\n",
          "Content-Disposition: attachment; filename=\"=?x?q?\"\n",
          "Content-Transfer-Encoding:\n",
          "Content-Transfer-Encoding: base64; =\n",
          "Content-Transfer-Encoding: x-uuencode\n",
          "Content-Transfer-Encoding: quoted-printable\n",
          "Con\0tent-Type: text/plain\n",
          "X: \0\0\n",
          "X-Long: " + "x".repeat(20_000) + "\n",
          "From nobody\n",
          "\r",
          "\r\n",
          "\u0085\n");
  private static final List<String> BODIES =
      List.of("", "\n", "=", "=\n", "====\n", "%%%\n", "\0\n", "text\n", DIFF, "--b\n", "--b--\n");

  @Test
  void hostilePartsAreReadOrKeptAsUnreadable() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    int unreadableCount = 0;
    for (int round = 0; round < ROUNDS; round++) {
      List<Diagnostic> heard = new ArrayList<>();
      List<MailItem> items = read(mail(random, round), heard);
      assertThat(items).as("seed %d, round %d", seed, round).isNotEmpty();
      MailItem first = items.get(0);
      assertThat(first.envelope().id()).contains(new MessageId(round + "@example.org"));
      if (first instanceof Unrelated unrelated && unrelated.isUnreadable()) {
        unreadableCount++;
        assertThat(heard).extracting(Diagnostic::text).anyMatch(text -> text.contains("left out"));
      }
    }
    assertThat(unreadableCount).as("seed %d", seed).isBetween(1, ROUNDS / 2);
  }

  @Test
  void partWhoseHeaderBeginsFoldedMakesItsMailUnreadable() {
    List<Diagnostic> heard = new ArrayList<>();
    List<MailItem> items =
        read(
            """
            Message-ID: <1@example.org>
            Subject: [PATCH 1/2] one
            Content-Type: multipart/mixed; boundary=b

            --b
            \s
             folded: first

            text
            --b--
            """,
            heard);
    assertThat(items).hasSize(1);
    assertThat(items.get(0))
        .isInstanceOfSatisfying(
            Unrelated.class,
            mail -> {
              assertThat(mail.isUnreadable()).isTrue();
              assertThat(mail.envelope().rawSubject()).isEqualTo("[PATCH 1/2] one");
              assertThat(mail.envelope().id())
                  .isEqualTo(Optional.of(new MessageId("1@example.org")));
            });
    assertThat(heard).hasSize(1);
    assertThat(heard.get(0).where()).isEqualTo(new Locator("m", 0));
    assertThat(heard.get(0).text())
        .startsWith("this mail cannot be read (")
        .endsWith("); left out");
  }

  @Test
  void innerPartsThatCannotBeToldApartAreReported() {
    List<Diagnostic> heard = new ArrayList<>();
    List<MailItem> items =
        read(
            "Message-ID: <1@example.org>\nSubject: [PATCH] one\n"
                + "Content-Type: multipart/mixed; boundary=b\n\n"
                + "--b\n\nText.\n---\n"
                + DIFF
                + "--b\nContent-Type: multipart/mixed; boundary=c\n\nno boundary\n--b--\n",
            heard);
    assertThat(items).singleElement().isInstanceOf(PatchMail.class);
    assertThat(heard)
        .containsExactly(
            Diagnostic.warning(
                new Locator("m", 0), "a part of this mail cannot be read, and is left out"));
  }

  @Test
  void partsNestedTooDeepAreReported() {
    StringBuilder mail = new StringBuilder("Message-ID: <1@example.org>\nSubject: deep\n");
    for (int depth = 0; depth < 2000; depth++) {
      mail.append("Content-Type: multipart/mixed; boundary=b").append(depth);
      mail.append("\n\n--b").append(depth).append('\n');
    }
    mail.append("\ntext\n");
    List<Diagnostic> heard = new ArrayList<>();
    assertThat(read(mail.toString(), heard)).hasSize(1);
    assertThat(heard).hasSize(1);
  }

  private static List<MailItem> read(String mail, List<Diagnostic> heard) {
    Octets octets = Octets.wrap(mail.getBytes(StandardCharsets.ISO_8859_1));
    return new MailReader(heard::add).read(RawMessage.of(octets, new Locator("m", 0)));
  }

  private static String mail(Random random, int round) {
    StringBuilder mail = new StringBuilder("Message-ID: <" + round + "@example.org>\n");
    mail.append("Subject: ").append(random.nextBoolean() ? "[PATCH] one" : "Re: one");
    mail.append("\nContent-Type: multipart/mixed; boundary=");
    mail.append(random.nextInt(4) > 0 ? "b" : pick(BOUNDARIES, random));
    mail.append(random.nextInt(8) > 0 ? "\n\n" : pick(HEADERS, random));
    for (int part = random.nextInt(4); part >= 0; part--) {
      mail.append(random.nextInt(8) > 0 ? "--b\n" : "--" + pick(BOUNDARIES, random) + "\n");
      for (int count = random.nextInt(3); count > 0; count--) {
        mail.append(pick(HEADERS, random));
      }
      mail.append(random.nextInt(8) > 0 ? "\n" : "").append(pick(BODIES, random));
    }
    return mail.append(random.nextBoolean() ? "--b--\n" : "").toString();
  }

  private static String pick(List<String> from, Random random) {
    return from.get(random.nextInt(from.size()));
  }
}
