package dev.reroll.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reroll.bytes.Octets;
import dev.reroll.deliver.BodyEncoding.QuotedPrintable;
import dev.reroll.deliver.OutgoingMail.Recipients;
import dev.reroll.deliver.OutgoingMail.ThreadPlace;
import dev.reroll.mail.Person;
import dev.reroll.message.MessageId;
import dev.reroll.problem.Refusal;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Headers are one value each whatever the mails said, and bodies come back as they were. */
class MailComposerTest {
  private static final String HOSTILE =
      "Re: [PATCH v2] x\r\nBcc: victim@example.org\r\n\r\nbody\u0000\u001b[2J\u202e =?UTF-8?q?a?= é";

  @Test
  void aMailHasTheHeadersThatAReplyNeeds() {
    assertThat(text(TestMail.saying("Hello\n")))
        .isEqualTo(
            """
            From: Robin Reviewer <robin@example.org>
            To: list@example.org
            Cc: Ada Author <ada@example.org>
            Subject: Re: [PATCH v2 0/2] x
            Date: Fri, 2 Jan 2026 03:04:05 +0100
            Message-ID: <20260102030405.1-reroll@example.org>
            In-Reply-To: <v2-0@example.org>
            References: <v2-0@example.org>
            User-Agent: reroll/1.0
            X-Reroll-Versions: a@x b@x
            MIME-Version: 1.0
            Content-Type: text/plain; charset=UTF-8
            Content-Transfer-Encoding: 7bit

            Hello
            """);
  }

  @Test
  void onlyAMailThatNobodyConfirmedSaysSo() {
    assertThat(TestMail.saying("x\n").find("Auto-Submitted")).isEmpty();
    OutgoingMail unseen =
        new OutgoingMail(
            TestMail.ROBIN, TestMail.LIST, "x", TestMail.PLACE, "a b", false, Octets.utf8("x"));
    assertThat(TestMail.compose(unseen).find("Auto-Submitted")).contains("auto-generated");
  }

  @Test
  void hostileSubjectsAndNamesStayWithinTheirHeaders() throws Exception {
    Recipients recipients =
        new Recipients(
            List.of(new Person(HOSTILE, "list@example.org")),
            List.of(new Person("Last, \"First\" (x) <y@z>\\", "ada@example.org")),
            List.of());
    ComposedMail mail =
        TestMail.compose(
            new OutgoingMail(
                new Person("Jörg\nX: y", "joerg@example.org"),
                recipients,
                HOSTILE,
                TestMail.PLACE,
                "a b",
                true,
                Octets.utf8("x\n")));
    MimeMessage read = read(mail);
    assertThat(read.getHeader("Bcc")).isNull();
    assertThat(read.getHeader("X")).isNull();
    assertThat(read.getSubject())
        .isEqualTo("Re: [PATCH v2] x Bcc: victim@example.org body [2J =?UTF-8?q?a?= é");
    assertThat(((InternetAddress) read.getFrom()[0]).getPersonal()).isEqualTo("Jörg X: y");
    assertThat(((InternetAddress) read.getAllRecipients()[1]).getPersonal())
        .isEqualTo("Last, \"First\" (x) <y@z>\\");
    assertThat(mail.recipients().addresses())
        .containsExactly("list@example.org", "ada@example.org");
    assertHeaderLinesAreShortAndPlain(mail);
  }

  @Test
  void anythingAtAllMakesCleanHeaders() throws Exception {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      String drawn = drawn(random);
      ComposedMail mail =
          TestMail.compose(
              new OutgoingMail(
                  new Person(drawn, "robin@example.org"),
                  TestMail.LIST,
                  drawn,
                  TestMail.PLACE,
                  "a b",
                  true,
                  Octets.utf8("x\n")));
      assertHeaderLinesAreShortAndPlain(mail);
      MimeMessage read = read(mail);
      String clean = HeaderText.clean(drawn);
      assertThat(String.valueOf(read.getSubject())).as("seed %d", seed).isEqualTo(clean);
      assertThat(mail.sender()).as("seed %d", seed).isEqualTo("robin@example.org");
      assertThat(text(mail)).as("seed %d", seed).endsWith("\n\nx\n");
    }
  }

  private static String drawn(Random random) {
    String alphabet =
        "ab =?UTF-8Qq?=\"\\<>@,:;()\r\n\t\0\u001b\u0085\u2028\u202eé漢\ud83d\ude00\ud800_";
    StringBuilder drawn = new StringBuilder();
    int length = random.nextInt(random.nextInt(10) == 0 ? 3000 : 60);
    for (int i = 0; i < length; i++) {
      drawn.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return drawn.toString();
  }

  private static void assertHeaderLinesAreShortAndPlain(ComposedMail mail) {
    String headers = text(mail).substring(0, text(mail).indexOf("\n\n"));
    assertThat(headers.lines())
        .allMatch(line -> line.length() <= 320)
        .allMatch(line -> line.chars().allMatch(c -> c >= ' ' && c < 0x7f))
        .allMatch(line -> line.matches(" \\S.*|[A-Za-z-]+:( .*)?"));
  }

  @Test
  void longReferencesKeepTheRootAndTheNearest() {
    List<MessageId> above = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      above.add(new MessageId("m" + i + "@example.org"));
    }
    above.add(new MessageId("x".repeat(2000) + "@example.org"));
    above.add(new MessageId("evil>\nBcc: a@b"));
    above.add(new MessageId("dé@example.org"));
    ThreadPlace place = ThreadPlace.below(new MessageId("parent@example.org"), above).orElseThrow();
    assertThat(place.references())
        .hasSize(20)
        .startsWith(new MessageId("m0@example.org"), new MessageId("m482@example.org"))
        .endsWith(new MessageId("m499@example.org"), new MessageId("parent@example.org"));
  }

  @Test
  @Timeout(10)
  void aHundredThousandReferencesTakeNoTime() {
    List<MessageId> above = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      above.add(new MessageId("m" + i + "@example.org"));
    }
    ThreadPlace place = ThreadPlace.below(new MessageId("parent@example.org"), above).orElseThrow();
    assertThat(place.references()).hasSize(20).startsWith(new MessageId("m0@example.org"));
  }

  @Test
  void aParentWhoseIdNoHeaderCanHoldHasNoPlace() {
    assertThat(ThreadPlace.below(new MessageId("a b@example.org"), List.of())).isEmpty();
    assertThat(ThreadPlace.below(new MessageId("a>b@example.org"), List.of())).isEmpty();
    assertThat(ThreadPlace.below(new MessageId("a".repeat(1000)), List.of())).isEmpty();
  }

  @Test
  void theEncodingIsChosenSoThatTheBodySurvives() {
    assertThat(chosen("plain\n")).isEqualTo(BodyEncoding.SEVEN_BIT);
    assertThat(chosen("tab\tand blanks  \n")).isEqualTo(BodyEncoding.SEVEN_BIT);
    assertThat(chosen("Grüße\n")).isEqualTo(BodyEncoding.EIGHT_BIT);
    assertThat(chosen("x".repeat(998) + "\n")).isEqualTo(BodyEncoding.SEVEN_BIT);
    assertThat(chosen("x".repeat(999) + "\n")).isEqualTo(BodyEncoding.QUOTED_PRINTABLE);
    assertThat(chosen("ü".repeat(500) + "\n")).isEqualTo(BodyEncoding.QUOTED_PRINTABLE);
    assertThat(chosen("x\nFrom here\n")).isEqualTo(BodyEncoding.QUOTED_PRINTABLE);
    assertThat(chosen("x From here\n")).isEqualTo(BodyEncoding.SEVEN_BIT);
    assertThat(chosen("dos\r\n")).isEqualTo(BodyEncoding.QUOTED_PRINTABLE);
    assertThat(chosen("nul\0\n")).isEqualTo(BodyEncoding.QUOTED_PRINTABLE);
  }

  @Test
  void everyEncodingGivesBackWhatWentIn() throws Exception {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 400; round++) {
      byte[] body = body(random);
      for (BodyEncoding encoding : BodyEncoding.values()) {
        BodyEncoding least = BodyEncoding.choose(Octets.wrap(body));
        if (encoding.compareTo(least) >= 0) {
          assertThat(decoded(body, encoding)).as("seed %d, %s", seed, encoding).isEqualTo(body);
        }
      }
    }
  }

  /** Decodes with another implementation, the mail library's, as a reader would. */
  private static byte[] decoded(byte[] body, BodyEncoding encoding) throws Exception {
    ComposedMail mail =
        new MailComposer("reroll/1.0", Optional.of(encoding))
            .compose(
                new OutgoingMail(
                    TestMail.ROBIN,
                    TestMail.LIST,
                    "x",
                    TestMail.PLACE,
                    "a b",
                    true,
                    Octets.wrap(body)),
                TestMail.STAMP);
    boolean plain = encoding.compareTo(BodyEncoding.QUOTED_PRINTABLE) < 0;
    assertThat(text(mail).lines().allMatch(line -> plain || line.length() <= 76)).isTrue();
    byte[] read = read(mail).getInputStream().readAllBytes();
    String crlf = new String(read, StandardCharsets.ISO_8859_1);
    return crlf.replace("\r\n", "\n").getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] body(Random random) {
    String[] pieces = {
      "From ", "From", " ", "\t", "=", ".", "ü", "\u00ff", "\0", "word", "a=3D", "\n", "\n\n",
      "-- \n"
    };
    StringBuilder body = new StringBuilder();
    int count = random.nextInt(200);
    for (int i = 0; i < count; i++) {
      body.append(pieces[random.nextInt(pieces.length)]);
    }
    return body.append('\n').toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void carriageReturnsWithinTheBodySurviveQuotedPrintable() throws Exception {
    byte[] body = "a\r\nb\rc\n\r\n".getBytes(StandardCharsets.US_ASCII);
    String encoded = QuotedPrintable.encode(Octets.wrap(body)).toString();
    assertThat(encoded).isEqualTo("a=0D\nb=0Dc\n=0D\n");
    MimeMessage read =
        new MimeMessage(
            Session.getInstance(new Properties()),
            new ByteArrayInputStream(
                ("Content-Transfer-Encoding: quoted-printable\n\n" + encoded)
                    .getBytes(StandardCharsets.US_ASCII)));
    assertThat(read.getInputStream().readAllBytes()).isEqualTo(body);
  }

  @Test
  void aKeptMailIsReadBackAsItWas() throws Exception {
    ComposedMail mail = TestMail.saying("Grüße\n");
    ComposedMail kept = ComposedMail.read(mail.octets(), "x.eml");
    assertThat(kept.octets()).isEqualTo(mail.octets());
    assertThat(kept.id()).isEqualTo(TestMail.STAMP.id());
    assertThat(kept.versions()).isEqualTo("a@x b@x");
    assertThat(kept.sender()).isEqualTo("robin@example.org");
  }

  @Test
  void aKeptMailWithoutItsHeadersIsRefusedByName() {
    assertThatThrownBy(() -> ComposedMail.read(Octets.utf8("Hello\n"), "x.eml"))
        .isInstanceOf(Refusal.class)
        .hasMessage("cannot send 'x.eml': it has no header From");
  }

  private static BodyEncoding chosen(String body) {
    return BodyEncoding.choose(Octets.utf8(body));
  }

  private static MimeMessage read(ComposedMail mail) throws Exception {
    return new MimeMessage(
        Session.getInstance(new Properties()),
        new ByteArrayInputStream(mail.octets().toByteArray()));
  }

  private static String text(ComposedMail mail) {
    return mail.octets().decode(StandardCharsets.ISO_8859_1);
  }
}
