package dev.reroll.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reroll.deliver.MailSender.Delivery;
import dev.reroll.deliver.MailSender.Sending;
import dev.reroll.deliver.SmtpServer.Encryption;
import dev.reroll.problem.Refusal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a mail server hears from us, and what becomes of a mail where it misbehaves. */
class SmtpSenderTest {
  private static final Delivery ENVELOPE =
      new Delivery("robin@example.org", List.of("list@example.org", "ada@example.org"));

  private final Path folder;
  private ScriptedSmtpServer server;

  SmtpSenderTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    server = new ScriptedSmtpServer();
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private SmtpServer plain() {
    return with(Encryption.NONE, Optional.empty(), Optional.empty());
  }

  private SmtpServer with(
      Encryption encryption, Optional<SmtpServer.Login> login, Optional<String> certificates) {
    return new SmtpServer(
        "localhost",
        Optional.of(server.port()),
        encryption,
        Optional.of("client.example.org"),
        login,
        certificates,
        Duration.ofMillis(700));
  }

  private Sending send(SmtpServer to, ComposedMail mail) throws Refusal {
    GitCredential credential = new GitCredential(Map.of("PATH", System.getenv("PATH")), folder);
    return new SmtpSender(to, credential, folder).send(mail, ENVELOPE);
  }

  private Sending send(SmtpServer to) throws Refusal {
    return send(to, TestMail.saying("Hello\n"));
  }

  @Test
  void aFriendlyServerHearsTheEnvelopeAndGetsTheMailAsItIs() throws Exception {
    ComposedMail mail = TestMail.saying("Grüße\n.\n..\n trailing blanks  \n");
    Sending sending = send(plain(), mail);
    assertThat(sending).isEqualTo(new Sending(Sending.State.SENT, "250 taken"));
    assertThat(server.heard())
        .startsWith(
            "EHLO client.example.org",
            "MAIL FROM:<robin@example.org> BODY=8BITMIME",
            "RCPT TO:<list@example.org>",
            "RCPT TO:<ada@example.org>",
            "DATA");
    assertThat(server.mails()).singleElement().isEqualTo(crlf(mail));
  }

  @Test
  void aServerThatTakesSevenBitsOnlyGetsQuotedPrintable() throws Exception {
    server.without("8BITMIME");
    assertThat(send(plain(), TestMail.saying("Grüße\n")).state()).isEqualTo(Sending.State.SENT);
    assertThat(new String(server.mails().get(0), StandardCharsets.US_ASCII))
        .contains("Content-Transfer-Encoding: quoted-printable\r\n")
        .endsWith("\r\n\r\nGr=C3=BC=C3=9Fe\r\n");
  }

  @Test
  void blindCopiesAreNotNamed() throws Exception {
    ComposedMail mail = ComposedMail.of(TestMail.withHeader("Bcc: secret@example.org"));
    assertThat(send(plain(), mail).state()).isEqualTo(Sending.State.SENT);
    assertThat(new String(server.mails().get(0), StandardCharsets.US_ASCII))
        .doesNotContain("secret")
        .contains("To: list@example.org");
  }

  @Test
  void aRefusedRecipientStopsTheMailForAll() throws Exception {
    server.at("RCPT ada@example.org", "550 5.1.1 no such user");
    Sending sending = send(plain());
    assertThat(sending.state()).isEqualTo(Sending.State.NOT_SENT);
    assertThat(sending.answer())
        .contains("refused ada@example.org: 550 5.1.1 no such user")
        .doesNotContain("list@example.org");
    assertThat(server.heard()).doesNotContain("DATA");
  }

  @Test
  void greylistingLeavesTheMailUnsent() throws Exception {
    server.at("RCPT list@example.org", "451 4.7.1 greylisted, come back later");
    Sending sending = send(plain());
    assertThat(sending.state()).isEqualTo(Sending.State.NOT_SENT);
    assertThat(sending.answer()).contains("451 4.7.1 greylisted, come back later");
  }

  @Test
  void aConnectionThatEndsWithinTheMailLeavesItUnsentOrUnknown() throws Exception {
    server.at("BODY", ScriptedSmtpServer.DROP);
    Sending large = send(plain(), TestMail.saying("a line of a very long mail\n".repeat(800_000)));
    assertThat(large.state()).isEqualTo(Sending.State.NOT_SENT);
    assertThat(server.mails()).isEmpty();
  }

  @Test
  void aConnectionThatEndsBeforeTheLastAnswerLeavesTheMailUnknown() throws Exception {
    server.at("END", ScriptedSmtpServer.DROP);
    assertThat(send(plain()).state()).isEqualTo(Sending.State.UNKNOWN);
  }

  @Test
  void aServerThatDoesNotAnswerTheWholeMailLeavesItUnknown() throws Exception {
    server.at("END", ScriptedSmtpServer.SILENCE);
    Sending sending = send(plain());
    assertThat(sending.state()).isEqualTo(Sending.State.UNKNOWN);
    assertThat(sending.answer()).contains("did not answer within");
  }

  @Test
  void aServerThatRefusesTheWholeMailHasNotTakenIt() throws Exception {
    server.at("END", "554 5.7.1 looks like spam");
    Sending sending = send(plain());
    assertThat(sending.state()).isEqualTo(Sending.State.NOT_SENT);
    assertThat(sending.answer()).contains("554 5.7.1 looks like spam");
  }

  @Test
  void aServerThatNeverGreetsIsGivenUp() throws Exception {
    server.at("CONNECT", ScriptedSmtpServer.SILENCE);
    Sending sending = send(plain());
    assertThat(sending.state()).isEqualTo(Sending.State.NOT_SENT);
    assertThat(sending.answer()).contains("did not answer within");
  }

  @Test
  void aServerThatDropsTheGoodbyeHasStillTakenTheMail() throws Exception {
    server.at("QUIT", ScriptedSmtpServer.DROP);
    assertThat(send(plain()).state()).isEqualTo(Sending.State.SENT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CONNECT  | 421 4.3.2 shutting down                      | NOT_SENT
          CONNECT  | 554 not you                                  | NOT_SENT
          CONNECT  | garbage                                      | NOT_SENT
          CONNECT  | DROP                                         | NOT_SENT
          EHLO     | DROP                                         | NOT_SENT
          EHLO     | SILENCE                                      | NOT_SENT
          EHLO     | garbage                                      | SENT
          MAIL     | DROP                                         | NOT_SENT
          MAIL     | 421 4.3.2 shutting down (then CLOSE)         | NOT_SENT
          MAIL     | 452 4.3.1 no room                            | NOT_SENT
          MAIL     | garbage                                      | NOT_SENT
          RCPT ada@example.org | DROP                             | NOT_SENT
          RCPT ada@example.org | SILENCE                          | NOT_SENT
          RCPT ada@example.org | 421 4.3.2 shutting down (then CLOSE) | NOT_SENT
          RCPT ada@example.org | garbage                          | NOT_SENT
          RCPT ada@example.org | 251 will be forwarded            | SENT
          DATA     | DROP                                         | NOT_SENT
          DATA     | SILENCE                                      | NOT_SENT
          DATA     | 451 4.3.0 not now                            | NOT_SENT
          DATA     | 421 4.3.2 shutting down (then DROP)          | NOT_SENT
          DATA     | garbage                                      | NOT_SENT
          END      | DROP                                         | UNKNOWN
          END      | (then CLOSE)                                 | UNKNOWN
          END      | SILENCE                                      | UNKNOWN
          END      | garbage                                      | UNKNOWN
          END      | 25                                           | UNKNOWN
          END      | 354 more                                     | UNKNOWN
          END      | 999 what                                     | UNKNOWN
          END      | 250                                          | SENT
          END      | 250-taken#250-really#250 queued as 1         | SENT
          END      | 252 taken in another way                     | SENT
          END      | 250 taken (then DROP)                        | SENT
          END      | 250 taken (then CLOSE)                       | SENT
          END      | 250-taken#250 really (then DROP)             | SENT
          END      | 421 4.3.2 shutting down                      | NOT_SENT
          END      | 421 4.3.2 shutting down (then DROP)          | NOT_SENT
          END      | 451-try#451 later (then CLOSE)               | NOT_SENT
          END      | 552 5.3.4 too large (then DROP)              | NOT_SENT
          QUIT     | DROP                                         | SENT
          QUIT     | (then CLOSE)                                 | SENT
          QUIT     | SILENCE                                      | SENT
          QUIT     | garbage                                      | SENT
          QUIT     | 421 4.3.2 shutting down (then DROP)          | SENT
          QUIT     | 554 no                                       | SENT
          """)
  void whatTheServerSaidOfTheMailCountsAndNothingElse(
      String step, String script, Sending.State state) throws Exception {
    boolean endsOnly = script.startsWith("(");
    server.at(step, (endsOnly ? " " : "") + script.replace("#", "\r\n"));
    assertThat(send(plain()).state()).isEqualTo(state);
  }

  @Test
  void aServerThatIsNotThereIsNamed() throws Exception {
    SmtpServer gone = plain();
    server.close();
    Sending sending = send(gone);
    assertThat(sending.state()).isEqualTo(Sending.State.NOT_SENT);
    assertThat(sending.answer()).contains("cannot connect to smtp://localhost:");
  }

  @Test
  void plainLoginAndBearerLoginSayWhatTheyShould() throws Exception {
    for (String mechanism : List.of("PLAIN", "LOGIN", "XOAUTH2")) {
      try (ScriptedSmtpServer asking = new ScriptedSmtpServer().offering("AUTH " + mechanism)) {
        server.close();
        server = asking;
        SmtpServer to = with(Encryption.NONE, Optional.of(login(mechanism)), Optional.empty());
        assertThat(send(to).state()).isEqualTo(Sending.State.SENT);
        assertThat(decoded(asking.heard())).as(mechanism).contains("robin").contains("s3cret");
      }
    }
  }

  @Test
  void aWrongPasswordIsSaidAsTheServerSaysIt() throws Exception {
    server.offering("AUTH PLAIN").at("AUTH", "535 5.7.8 wrong password");
    Sending sending = send(with(Encryption.NONE, Optional.of(login("PLAIN")), Optional.empty()));
    assertThat(sending.state()).isEqualTo(Sending.State.NOT_SENT);
    assertThat(sending.answer()).startsWith("login refused").contains("535 5.7.8 wrong password");
    assertThat(server.heard()).noneMatch(line -> line.startsWith("MAIL"));
  }

  @Test
  void aServerWithoutLoginGetsNothingWhereOneIsConfigured() throws Exception {
    Sending sending = send(with(Encryption.NONE, Optional.of(login("PLAIN")), Optional.empty()));
    assertThat(sending.state()).isEqualTo(Sending.State.NOT_SENT);
    assertThat(sending.answer()).contains("offers no login");
    assertThat(server.mails()).isEmpty();
  }

  @Test
  void startTlsAndTlsAtOnceWorkWithATrustedCertificate() throws Exception {
    Path store = TestCertificate.make(folder, "good", "-1d", 10);
    Optional<String> trusted = Optional.of(TestCertificate.pem(store).toString());
    server.startingTls(store);
    assertThat(send(with(Encryption.STARTTLS, Optional.empty(), trusted)).state())
        .isEqualTo(Sending.State.SENT);
    assertThat(server.heard()).containsSubsequence("STARTTLS", "EHLO client.example.org", "DATA");
    try (ScriptedSmtpServer atOnce = new ScriptedSmtpServer().withTlsAtOnce(store)) {
      server.close();
      server = atOnce;
      assertThat(send(with(Encryption.SMTPS, Optional.empty(), trusted)).state())
          .isEqualTo(Sending.State.SENT);
    }
  }

  @Test
  void aFolderOfCertificatesIsTrustedToo() throws Exception {
    Path store = TestCertificate.make(folder, "good", "-1d", 10);
    Path certificates = Files.createDirectory(folder.resolve("certificates"));
    Files.move(TestCertificate.pem(store), certificates.resolve("ca.pem"));
    Files.writeString(certificates.resolve("README"), "no certificate");
    server.startingTls(store);
    SmtpServer to =
        with(Encryption.STARTTLS, Optional.empty(), Optional.of(certificates.toString()));
    assertThat(send(to).state()).isEqualTo(Sending.State.SENT);
  }

  @Test
  void anExpiredCertificateIsNotTrusted() throws Exception {
    Path authority = TestCertificate.make(folder, "authority", "-20d", 40);
    server.startingTls(TestCertificate.makeSigned(folder, authority, "-10d", 5));
    Optional<String> trusted = Optional.of(TestCertificate.pem(authority).toString());
    Sending sending = send(with(Encryption.STARTTLS, Optional.empty(), trusted));
    assertThat(sending.state()).isEqualTo(Sending.State.NOT_SENT);
    assertThat(sending.answer()).contains("certificate of smtp://localhost:").contains("expired");
    assertThat(server.mails()).isEmpty();
  }

  @Test
  void anExpiredCertificateIsNotTrustedEvenWhereItIsNamed() throws Exception {
    Path store = TestCertificate.make(folder, "old", "-10d", 5);
    server.startingTls(store);
    Optional<String> itself = Optional.of(TestCertificate.pem(store).toString());
    assertThatThrownBy(() -> send(with(Encryption.STARTTLS, Optional.empty(), itself)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("no valid certificate in")
        .hasMessageContaining("NotAfter");
    assertThat(server.mails()).isEmpty();
  }

  @Test
  void aStrangersCertificateIsTrustedOnlyWhereChecksAreOff() throws Exception {
    Path store = TestCertificate.make(folder, "strange", "-1d", 10);
    Sending refused =
        send(with(Encryption.STARTTLS, Optional.empty(), Optional.of(other().toString())));
    assertThat(refused.state()).isEqualTo(Sending.State.NOT_SENT);
    server.startingTls(store);
    assertThat(send(with(Encryption.STARTTLS, Optional.empty(), Optional.of(other().toString()))))
        .satisfies(sending -> assertThat(sending.state()).isEqualTo(Sending.State.NOT_SENT))
        .satisfies(sending -> assertThat(sending.answer()).contains("no secure connection"));
    server.offering("STARTTLS");
    assertThat(send(with(Encryption.STARTTLS, Optional.empty(), Optional.of(""))).state())
        .isEqualTo(Sending.State.SENT);
  }

  @Test
  void aServerWithoutStartTlsGetsNothingWhereItIsConfigured() throws Exception {
    Sending sending = send(with(Encryption.STARTTLS, Optional.empty(), Optional.empty()));
    assertThat(sending.state()).isEqualTo(Sending.State.NOT_SENT);
    assertThat(sending.answer()).contains("STARTTLS");
    assertThat(server.mails()).isEmpty();
  }

  @Test
  void certificatesThatAreNotThereAreRefusedByName() {
    SmtpServer to = with(Encryption.STARTTLS, Optional.empty(), Optional.of("no/such.pem"));
    assertThatThrownBy(() -> send(to))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("cannot read certificates from '" + folder.resolve("no/such.pem"));
  }

  @Test
  void aRehearsalSaysWhatWouldBeSaidAndContactsNobody() throws Exception {
    SmtpServer to = with(Encryption.STARTTLS, Optional.of(login("PLAIN")), Optional.empty());
    ComposedMail mail = TestMail.saying("Hello\n");
    GitCredential credential = new GitCredential(Map.of(), folder);
    assertThat(new SmtpSender(to, credential, folder).rehearse(mail, ENVELOPE))
        .containsExactly(
            "Server: smtp://localhost:" + server.port(),
            "EHLO client.example.org",
            "STARTTLS",
            "AUTH PLAIN as robin with sendemail.smtppass",
            "MAIL FROM:<robin@example.org>",
            "RCPT TO:<list@example.org>",
            "RCPT TO:<ada@example.org>",
            "DATA (" + mail.octets().length() + " bytes)",
            "QUIT");
    assertThat(server.heard()).isEmpty();
  }

  private Path other() throws Exception {
    Path store = folder.resolve("other.p12");
    return TestCertificate.pem(
        Files.exists(store) ? store : TestCertificate.make(folder, "other", "-1d", 10));
  }

  private static SmtpServer.Login login(String mechanism) {
    return new SmtpServer.Login("robin", List.of(mechanism), Optional.of("s3cret"));
  }

  /** Returns what was heard, base64 undone wherever it can be. */
  private static String decoded(List<String> heard) {
    StringBuilder text = new StringBuilder();
    for (String line : heard) {
      for (String word : line.split(" ", -1)) {
        text.append(
                word.matches("[A-Za-z0-9+/]{4,}=*") && word.length() % 4 == 0
                    ? new String(Base64.getDecoder().decode(word), StandardCharsets.UTF_8)
                    : word)
            .append('\n');
      }
    }
    return text.toString();
  }

  private static byte[] crlf(ComposedMail mail) {
    String text = mail.octets().decode(StandardCharsets.ISO_8859_1).replace("\n", "\r\n");
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
