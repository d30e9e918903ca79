package dev.reroll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import dev.reroll.message.CorpusFolder;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What arrives at a mail server, decoded, is what was composed: octet by octet. */
class MailRoundTripTest {
  private static final int CORPUS_PAIRS = 50;

  private final Path folder;
  private final GreenMail server = new GreenMail(ServerSetup.verbose(anyPort()));

  MailRoundTripTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    server.start();
    Files.writeString(
        folder.resolve(".gitconfig"),
        "[user]\n name = Röbin\n email = robin@example.org\n[sendemail]\n smtpserver = localhost\n"
            + " to = list@example.org\n smtpserverport = "
            + server.getSmtp().getPort()
            + "\n");
  }

  private static ServerSetup[] anyPort() {
    return new ServerSetup[] {ServerSetupTest.SMTP.dynamicPort()};
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void everySampleArrivesAsItWasComposed() throws Exception {
    List<Sample> samples = Sample.all();
    int sent = 0;
    for (Sample sample : samples) {
      sent += arrives(sample.mailboxes().stream().map(Path::toAbsolutePath).toList()) ? 1 : 0;
    }
    assertThat(sent).isGreaterThanOrEqualTo(samples.size() - 1);
  }

  @Test
  void fiftyPairsOfTheCorpusArriveAsTheyWereComposed() throws Exception {
    Path corpus = CorpusFolder.require("io-uring");
    List<List<Path>> pairs = CorpusPairs.of(corpus);
    int sent = 0;
    for (int i = 0; i < pairs.size() && sent < CORPUS_PAIRS; i++) {
      sent += arrives(pairs.get(i)) ? 1 : 0;
    }
    assertThat(sent).isEqualTo(CORPUS_PAIRS);
  }

  /** Sends a mail about two versions; says whether there was a mail that it could answer. */
  private boolean arrives(List<Path> mailboxes) throws Exception {
    server.purgeEmailFromAllMailboxes();
    List<String> words = new ArrayList<>(List.of("mail"));
    mailboxes.forEach(file -> words.add(file.toString()));
    words.addAll(List.of("--send", "--yes", "--output=composed.eml", "--quiet"));
    Run.Result result = new Run(folder).of(words.toArray(String[]::new));
    if (result.err().contains("no mail to reply to")) {
      return false;
    }
    assertThat(result.exitCode()).as("%s: %s", mailboxes, result.err()).isZero();
    MimeMessage[] arrived = server.getReceivedMessages();
    assertThat(arrived).hasSize(1);
    byte[] composed = Files.readAllBytes(folder.resolve("composed.eml"));
    DecodedMail sent = DecodedMail.of(composed);
    DecodedMail received = DecodedMail.of(arrived[0]);
    assertThat(composed.length).isLessThan(100_000);
    // GreenMail takes the last line end for a part of the final dot; MailServerIT sees it arrive.
    assertThat(received.body() + "\n").as("%s", mailboxes).isEqualTo(sent.body());
    // GreenMail does not offer 8BITMIME, so what was composed as 8bit arrives encoded.
    assertThat(received.headers())
        .containsAll(sent.headers().stream().filter(h -> !h.endsWith(": 8bit")).toList());
    assertThat(sent.longestLine()).isLessThanOrEqualTo(998);
    holdsTheRangeDiff(mailboxes, sent);
    return true;
  }

  /** The comparison itself must stand in the mail as {@code reroll diff} prints it. */
  private void holdsTheRangeDiff(List<Path> mailboxes, DecodedMail mail) {
    String[] names = mailboxes.stream().map(Path::toString).toArray(String[]::new);
    byte[] printed = new Run(folder).octetsOf("diff", names);
    String body = mail.body();
    if (!body.contains("\nLeft out, to keep this mail short: ")) {
      assertThat(body).endsWith("\n\n" + new String(printed, StandardCharsets.ISO_8859_1));
    }
  }
}
