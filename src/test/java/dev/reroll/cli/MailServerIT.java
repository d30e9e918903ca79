package dev.reroll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.message.CorpusFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mails through a real server, with STARTTLS and a login, as people send them. */
class MailServerIT {
  private static final int CORPUS_PAIRS = 50;

  private final Path folder;
  private final RealMailServer server;

  MailServerIT(@TempDir Path folder, @TempDir Path serverFolder) throws Exception {
    this.folder = folder;
    this.server = new RealMailServer(serverFolder);
    configure("PLAIN", "s3cret");
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private void configure(String mechanism, String password) throws IOException {
    Files.writeString(folder.resolve(".gitconfig"), server.settings(mechanism, password));
  }

  private Run.Result send(List<Path> mailboxes, String... more) {
    List<String> words = new ArrayList<>(List.of("mail"));
    mailboxes.forEach(file -> words.add(file.toAbsolutePath().toString()));
    words.addAll(List.of("--send", "--yes", "--output=composed.eml"));
    words.addAll(List.of(more));
    return new Run(folder).of(words.toArray(String[]::new));
  }

  private static List<Path> sample() {
    return new Sample(Sample.ALL.resolve("code-changed")).mailboxes();
  }

  @Test
  void samplesAndPairsOfTheCorpusArriveAsTheyWereComposed() throws Exception {
    List<List<Path>> all = new ArrayList<>();
    for (Sample sample : Sample.all()) {
      all.add(sample.mailboxes());
    }
    int sampleCount = all.size();
    all.addAll(CorpusPairs.of(CorpusFolder.require("io-uring")));
    Map<String, DecodedMail> composed = new HashMap<>();
    for (int i = 0; i < all.size() && composed.size() < sampleCount + CORPUS_PAIRS; i++) {
      Run.Result result = send(all.get(i));
      if (!result.err().contains("no mail to reply to")) {
        assertThat(result.err()).contains("the server said: 250");
        DecodedMail mail = DecodedMail.of(Files.readAllBytes(folder.resolve("composed.eml")));
        composed.put(idOf(mail), mail);
      }
    }
    assertThat(composed).hasSize(sampleCount + CORPUS_PAIRS);
    List<byte[]> arrived = server.deliver();
    assertThat(arrived).hasSameSizeAs(composed.keySet());
    for (byte[] octets : arrived) {
      DecodedMail received = DecodedMail.of(octets);
      DecodedMail sent = Objects.requireNonNull(composed.get(idOf(received)));
      assertThat(received.body()).isEqualTo(sent.body());
      assertThat(received.headers()).containsAll(sent.headers());
    }
    assertThat(server.log()).contains(" P=esmtpsa ", " A=plain");
  }

  private static String idOf(DecodedMail mail) {
    return mail.headers().stream()
        .filter(h -> h.startsWith("Message-ID: "))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void loginWorksTheOldWayToo() throws Exception {
    configure("LOGIN", "s3cret");
    assertThat(send(sample()).err()).contains("the server said: 250");
    assertThat(server.deliver()).hasSize(1);
    assertThat(server.log()).contains(" A=login");
  }

  @Test
  void aWrongPasswordSendsNothing() throws Exception {
    configure("PLAIN", "wrong");
    Run.Result result = send(sample());
    assertThat(result.exitCode()).isEqualTo(4);
    assertThat(result.err()).contains("not sent: login refused by smtp://localhost:", "535");
    configure("none", "s3cret");
    assertThat(send(sample()).err()).contains("not sent: ", "log in first");
    configure("PLAIN", "s3cret");
    assertThat(send(sample()).exitCode()).isZero();
    assertThat(server.deliver()).hasSize(1);
  }

  @Test
  void aRefusedRecipientSendsNothingToAnyone() throws Exception {
    Run.Result result = send(sample(), "--to=list@example.org", "--cc=nobody@example.org");
    assertThat(result.err()).contains("refused nobody@example.org: 550 no such user");
    assertThat(server.deliver()).isEmpty();
  }
}
