package dev.reroll.source.server;

import static dev.reroll.source.http.FaultServer.answer;
import static dev.reroll.source.http.FaultServer.mailbox;
import static dev.reroll.source.http.FaultServer.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.reroll.message.MessageId;
import dev.reroll.message.RawMessage;
import dev.reroll.problem.Refusal;
import dev.reroll.series.Query;
import dev.reroll.source.http.FaultServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers that are kept: for how long, for whom, and what is never kept. */
class CacheTest {
  private static final MessageId ID = new MessageId("../../a@example.org");
  private static final String MAIL = "Message-ID: <a@example.org>\nSubject: [PATCH] x\n\nhello\n";
  private static final Query CHANGE = new Query.SameChangeId("20260101-frob-0123456789ab");
  private static final Duration MINUTES = Duration.ofMinutes(10);

  private final Path folder;
  private final Client client;

  CacheTest(@TempDir Path folder) {
    this.folder = folder;
    client = new Client(folder);
  }

  @Test
  void aThreadIsFetchedOnceInTenMinutes() throws Exception {
    try (FaultServer server = new FaultServer(mailbox(MAIL))) {
      List<RawMessage> first = client.keeping(MINUTES).at(server).thread(ID);
      assertThat(client.at(server).thread(ID)).isEqualTo(first).hasSize(1);
      assertThat(server.requests()).hasSize(1);
      turnBack(Duration.ofMinutes(9));
      client.at(server).thread(ID);
      assertThat(server.requests()).hasSize(1);
      turnBack(Duration.ofMinutes(11));
      client.at(server).thread(ID);
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void aSearchIsKeptEvenIfItFindsNothing() throws Exception {
    try (FaultServer server = new FaultServer(text("404 Not Found", "text/plain", ""))) {
      assertThat(client.keeping(MINUTES).at(server).search(CHANGE)).isEmpty();
      assertThat(client.at(server).search(CHANGE)).isEmpty();
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void anUnknownIdIsAskedForAgain() throws Exception {
    FaultServer.Saying unknown = text("404 Not Found", "text/plain", "");
    try (FaultServer server = new FaultServer(unknown, unknown, mailbox(MAIL))) {
      assertThat(client.keeping(MINUTES).at(server).thread(ID)).isEmpty();
      assertThat(client.at(server).thread(ID)).hasSize(1);
    }
  }

  @Test
  void withoutACacheNothingIsReadOrKept() throws Exception {
    try (FaultServer server = new FaultServer(mailbox(MAIL))) {
      client.keeping(MINUTES).at(server).thread(ID);
      client.keeping(Duration.ZERO).at(server).thread(ID);
      assertThat(server.requests()).hasSize(2);
      client.cache().clear();
      client.at(server).thread(ID);
      assertThat(files()).isEmpty();
    }
  }

  @Test
  void whatWasNoMailboxIsNotKept() throws Exception {
    try (FaultServer server =
        new FaultServer(
            text("200 OK", "text/html", "<html>no bots</html>"),
            answer("200 OK", "", new byte[] {0x1F, (byte) 0x8B, 8}),
            mailbox(MAIL))) {
      client.keeping(MINUTES);
      assertThatThrownBy(() -> client.at(server).thread(ID)).isInstanceOf(Refusal.class);
      assertThat(files()).isEmpty();
      assertThat(client.at(server).thread(ID)).hasSize(1);
      assertThat(files()).hasSize(1);
    }
  }

  @Test
  void aDamagedFileOfTheCacheIsFetchedAnew() throws Exception {
    try (FaultServer server = new FaultServer(mailbox(MAIL))) {
      client.keeping(MINUTES).at(server).thread(ID);
      byte[] kept = Files.readAllBytes(files().get(0));
      Files.write(files().get(0), Arrays.copyOf(kept, kept.length - 9));
      assertThat(client.at(server).thread(ID)).hasSize(1);
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void anAnswerToAnotherRequestIsNotTakenForThisOne() throws Exception {
    try (FaultServer server = new FaultServer(mailbox(MAIL))) {
      client.keeping(MINUTES).at(server).thread(ID);
      String kept = Files.readString(files().get(0), StandardCharsets.ISO_8859_1);
      String other = kept.replace("a@example.org", "b@example.org");
      assertThat(other).isNotEqualTo(kept);
      Files.writeString(files().get(0), other, StandardCharsets.ISO_8859_1);
      client.at(server).thread(ID);
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void fileNamesAreHashesOnly() throws Exception {
    try (FaultServer server = new FaultServer(mailbox(MAIL))) {
      client.keeping(MINUTES).at(server).thread(ID);
      client.at(server).search(CHANGE);
      assertThat(files())
          .hasSize(2)
          .allMatch(file -> file.getFileName().toString().matches("[0-9a-f]{32}\\.answer"));
    }
  }

  @Test
  void offlineAnyAgeWillDoAndTheAgeIsSaid() throws Exception {
    String address;
    try (FaultServer server = new FaultServer(mailbox(MAIL))) {
      address = server.address();
      client.keeping(MINUTES).at(server).thread(ID);
      turnBack(Duration.ofHours(50));
      assertThat(client.offline().at(server).thread(ID)).hasSize(1);
      assertThat(server.requests()).hasSize(1);
    }
    assertThat(client.said())
        .containsExactly(
            "offline: " + address + "all/..%2F..%2Fa@example.org/t.mbox.gz as it was 2 days ago");
  }

  @Test
  void offlineAThreadThatWasNotKeptIsRefused() throws Exception {
    try (FaultServer server = new FaultServer(mailbox(MAIL))) {
      Refusal refusal =
          catchThrowableOfType(Refusal.class, () -> client.offline().at(server).thread(ID));
      String address = server.address() + "all/..%2F..%2Fa@example.org/t.mbox.gz";
      assertThat(refusal)
          .hasMessage("offline, and " + address + " is not cached from an earlier run");
      assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNREACHED);
      assertThat(client.at(server).search(CHANGE)).isEmpty();
      assertThat(client.said()).hasSize(1).first().asString().startsWith("offline: this search");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void aFolderThatCannotBeWrittenBreaksNothing() throws Exception {
    Files.writeString(folder.resolve("cache"), "a file where a folder should be");
    try (FaultServer server = new FaultServer(mailbox(MAIL))) {
      assertThat(client.keeping(MINUTES).at(server).thread(ID)).hasSize(1);
      assertThat(client.at(server).thread(ID)).hasSize(1);
      assertThat(client.cache().answerCount()).isZero();
    }
  }

  @Test
  void answersOfLastMonthAreSweptAway() throws Exception {
    try (FaultServer server = new FaultServer(mailbox(MAIL))) {
      client.keeping(MINUTES).at(server).thread(ID);
      turnBack(Duration.ofDays(31));
      client.at(server).search(CHANGE);
      assertThat(files()).hasSize(1);
    }
  }

  @Test
  void runsBesideEachOtherNeverSeeHalfAnAnswer() throws Exception {
    String large = MAIL + "line\n".repeat(20_000);
    ExecutorService runs = Executors.newFixedThreadPool(4);
    try (FaultServer server = new FaultServer(mailbox(large, MAIL))) {
      client.keeping(MINUTES);
      List<Callable<Integer>> work = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        boolean clears = i % 10 == 9;
        work.add(
            () -> {
              int count = client.at(server).search(CHANGE).get(0).octets().length();
              if (clears) {
                client.cache().clear();
              }
              return count;
            });
      }
      for (Future<Integer> count : runs.invokeAll(work)) {
        assertThat(count.get()).isEqualTo(large.length());
      }
    } finally {
      runs.shutdownNow();
    }
    assertThat(files()).allMatch(file -> file.toString().endsWith(".answer"));
  }

  @Test
  void clearingTakesEverything() throws Exception {
    try (FaultServer server = new FaultServer(mailbox(MAIL))) {
      client.keeping(MINUTES).at(server).thread(ID);
      client.at(server).search(CHANGE);
      assertThat(client.cache().octetCount()).isPositive();
      assertThat(client.cache().clear()).isEqualTo(2);
      assertThat(client.cache().octetCount()).isZero();
    }
  }

  private void turnBack(Duration age) throws IOException {
    for (Path file : files()) {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
    }
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(client.cache().folder())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(client.cache().folder())) {
      return files.toList();
    }
  }
}
