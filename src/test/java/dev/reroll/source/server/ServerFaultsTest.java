package dev.reroll.source.server;

import static dev.reroll.source.http.FaultServer.answer;
import static dev.reroll.source.http.FaultServer.mailbox;
import static dev.reroll.source.http.FaultServer.mailboxOf;
import static dev.reroll.source.http.FaultServer.packed;
import static dev.reroll.source.http.FaultServer.text;
import static dev.reroll.source.http.FaultServer.trickle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpsServer;
import dev.reroll.mail.Person;
import dev.reroll.message.MessageId;
import dev.reroll.message.RawMessage;
import dev.reroll.problem.Hint;
import dev.reroll.problem.Refusal;
import dev.reroll.series.Query;
import dev.reroll.source.http.FaultServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What servers do wrong, and what comes of it: mails after all, or one clear sentence. */
class ServerFaultsTest {
  private static final MessageId ID = new MessageId("1/a@example.org");
  private static final String MAIL = "Message-ID: <1/a@example.org>\nSubject: [PATCH] x\n\nhello\n";
  private static final Query TITLE =
      new Query.SameTitle(
          "frob: say \"hi\"",
          new Person("Ann", "ann@example.org"),
          new Query.Span(
              Instant.parse("2026-01-31T23:00:00Z"), Instant.parse("2026-03-01T00:00:00Z")));

  private final Client client;

  ServerFaultsTest(@TempDir Path folder) {
    client = new Client(folder);
  }

  @Test
  void anUnknownIdHasNoThread() throws Exception {
    try (FaultServer server = new FaultServer(text("404 Not Found", "text/plain", ""))) {
      assertThat(client.at(server).thread(ID)).isEmpty();
      assertThat(server.requests())
          .containsExactly(
              "GET /all/1%2Fa@example.org/t.mbox.gz HTTP/1.1",
              "GET /all/1%2Fa@example.org/ HTTP/1.1");
    }
  }

  @Test
  void idsLikeAnUnknownOneAreNamed() throws Exception {
    String page =
        """
        <html><body><a href="../">inbox</a> <a href="../_/text/help/">help</a>
        4 partial matches found:
        <a
        href="http://x.example/all/1%2Fab@example.org/">1/ab</a>
        <a href="../1%2Fac@example.org/">1/ac</a> <a href="../d@example.org/">d</a>
        <a href="../e@example.org/">e</a>
        Perhaps try an external site: <a href="http://other.example/i@example.org/">o</a>
        """;
    try (FaultServer server =
        new FaultServer(
            text("404 Not Found", "text/plain", ""),
            text("300 Multiple Choices", "text/html", page))) {
      Refusal refusal = refusal(server);
      assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOTHING_TO_COMPARE);
      assertThat(refusal)
          .hasMessage(
              host(server)
                  + " has no mail '1/a@example.org', but 1/ab@example.org, 1/ac@example.org,"
                  + " d@example.org");
      assertThat(refusal.hints()).extracting(Hint::line).startsWith("reroll diff 1/ab@example.org");
    }
  }

  @Test
  void aPageOfOtherArchivesAloneNamesNothing() throws Exception {
    String page = "not found. Perhaps try an external site: <a href=\"http://o.example/a@b/\">";
    try (FaultServer server =
        new FaultServer(
            text("404 Not Found", "text/plain", ""), text("300 Multiple", "text/html", page))) {
      assertThat(client.at(server).thread(ID)).isEmpty();
    }
  }

  @Test
  void theListThatHasTheMailIsAsked() throws Exception {
    try (FaultServer server =
        new FaultServer(
            text("404 Not Found", "text/plain", ""),
            answer("302 Found", "Location: /other/1%2Fa@example.org/\r\n", new byte[0]),
            mailbox(MAIL))) {
      assertThat(octets(client.at(server).thread(ID))).containsExactly(MAIL);
      assertThat(server.requests().get(2))
          .isEqualTo("GET /other/1%2Fa@example.org/t.mbox.gz HTTP/1.1");
    }
  }

  @Test
  void aRedirectedMailboxIsFollowedButNotForEver() throws Exception {
    FaultServer.Saying redirect =
        answer("301 Moved Permanently", "Location: /x/t.mbox.gz\r\n", new byte[0]);
    try (FaultServer server = new FaultServer(redirect, mailbox(MAIL))) {
      assertThat(octets(client.at(server).thread(ID))).containsExactly(MAIL);
    }
    try (FaultServer server = new FaultServer(redirect)) {
      assertThat(refusal(server)).hasMessageEndingWith(": it redirects more than 5 times");
    }
    try (FaultServer server =
        new FaultServer(answer("302 Found", "Location: file:///etc/passwd\r\n", new byte[0]))) {
      assertThat(refusal(server)).hasMessageEndingWith(": it redirects to 'file:///etc/passwd'");
    }
  }

  @Test
  void aServerThatAsksForAPauseGetsIt() throws Exception {
    try (FaultServer server =
        new FaultServer(
            answer("429 Too Many Requests", "Retry-After: 1\r\n", new byte[0]), mailbox(MAIL))) {
      long start = System.nanoTime();
      assertThat(octets(client.at(server).thread(ID))).containsExactly(MAIL);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(1));
    }
  }

  @Test
  void aPauseUpToADateIsKept() throws Exception {
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.now().atOffset(ZoneOffset.UTC));
    try (FaultServer server =
        new FaultServer(
            answer("503 Down", "Retry-After: " + date + "\r\n", new byte[0]), mailbox(MAIL))) {
      assertThat(octets(client.at(server).thread(ID))).containsExactly(MAIL);
    }
  }

  @Test
  void nobodyWaitsForAnHour() throws Exception {
    try (FaultServer server =
        new FaultServer(answer("429 Too Many Requests", "Retry-After: 3600\r\n", new byte[0]))) {
      assertUnreached(server, "it answered 429 (too many requests) and asks to wait 3600 s");
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void aServerThatIsDownForAMomentIsAskedAgain() throws Exception {
    FaultServer.Saying down = text("503 Service Unavailable", "text/plain", "down");
    try (FaultServer server = new FaultServer(down, down, mailbox(MAIL))) {
      assertThat(octets(client.at(server).thread(ID))).containsExactly(MAIL);
    }
    try (FaultServer server = new FaultServer(down)) {
      assertUnreached(server, "it answered 503 (not available)");
      assertThat(server.requests()).hasSize(3);
    }
  }

  @Test
  void aTransferThatIsCutIsDoneAgain() throws Exception {
    byte[] whole = packed(mailboxOf(MAIL));
    FaultServer.Saying cut =
        out -> {
          out.write(head("Content-Length: " + whole.length));
          out.write(whole, 0, whole.length / 2);
          return false;
        };
    FaultServer.Saying cutChunk =
        out -> {
          out.write(head("Transfer-Encoding: chunked"));
          out.write("400\r\nabc".getBytes(StandardCharsets.UTF_8));
          return false;
        };
    try (FaultServer server = new FaultServer(cut, cutChunk, mailbox(MAIL))) {
      assertThat(octets(client.at(server).thread(ID))).containsExactly(MAIL);
    }
    try (FaultServer server = new FaultServer(cut)) {
      assertUnreached(
          server,
          "the transfer broke off: it ends after "
              + whole.length / 2
              + " of "
              + whole.length
              + " bytes");
    }
    try (FaultServer server = new FaultServer(cutChunk)) {
      assertUnreached(server, "the transfer broke off: Premature EOF");
    }
  }

  @Test
  void aGzipThatEndsEarlyIsFetchedOnceMore() throws Exception {
    byte[] whole = packed(mailboxOf(MAIL));
    byte[] half = Arrays.copyOf(whole, whole.length - 10);
    String type = "Content-Type: application/gzip\r\n";
    try (FaultServer server = new FaultServer(answer("200 OK", type, half), mailbox(MAIL))) {
      assertThat(octets(client.at(server).thread(ID))).containsExactly(MAIL);
    }
    try (FaultServer server = new FaultServer(answer("200 OK", type, half))) {
      assertThat(refusal(server))
          .hasMessageStartingWith("cannot use what " + server.address())
          .hasMessageContaining(" sent: its gzip data ends early, after byte ");
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void damagedGzipIsNamed() throws Exception {
    byte[] damaged = packed(mailboxOf(MAIL));
    damaged[damaged.length - 5] ^= 1;
    try (FaultServer server =
        new FaultServer(answer("200 OK", "Content-Type: application/gzip\r\n", damaged))) {
      assertThat(refusal(server)).hasMessageContaining(" sent: its gzip data is damaged after ");
    }
  }

  @Test
  void aWallAgainstBotsIsRecognised() throws Exception {
    String page = "<!doctype html><title>Making sure you're not a bot!</title>";
    try (FaultServer server = new FaultServer(text("200 OK", "text/html", page))) {
      Refusal refusal =
          assertUnreached(
              server,
              "it answered 200 with a web page instead of mails, as servers that keep programs"
                  + " out do");
      assertThat(refusal.hints())
          .extracting(Hint::line)
          .containsExactly(
              "git clone --mirror " + server.address() + "LIST/0 LIST/git/0.git",
              "git config --global reroll.mirror \"$PWD/LIST\"");
    }
    try (FaultServer server = new FaultServer(text("403 Forbidden", "text/html", page))) {
      assertThat(refusal(server)).hasMessageContaining("it answered 403 with a web page");
    }
  }

  @Test
  void tenOctetsASecondAreTooFew() throws Exception {
    long start = System.nanoTime();
    try (FaultServer server = new FaultServer(trickle(packed(mailboxOf(MAIL)), 100))) {
      assertThat(refusal(server))
          .hasMessageContaining("the server is too slow: only ")
          .hasMessageEndingWith(" bytes came in 600 ms");
      assertThat(server.requests()).hasSize(1);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void aHeadThatTricklesIsTooSlowAsWell() throws Exception {
    FaultServer.Saying slow =
        out -> {
          for (byte octet : head("X: y")) {
            out.write(octet);
            out.flush();
            sleep(150);
          }
          return false;
        };
    try (FaultServer server = new FaultServer(slow)) {
      assertUnreached(server, "the server is too slow: no answer in 2 s");
    }
  }

  @Test
  void anotherTypeIsNoMailbox() throws Exception {
    try (FaultServer server = new FaultServer(text("200 OK", "application/json", "{}"))) {
      assertUnreached(server, "it sent 'application/json', not a mailbox");
    }
  }

  @Test
  void aMailboxIsReadWhateverItsTypeAndPacking() throws Exception {
    String plain = new String(mailboxOf(MAIL), StandardCharsets.UTF_8);
    try (FaultServer server = new FaultServer(text("200 OK", "text/plain", plain))) {
      assertThat(octets(client.at(server).thread(ID))).containsExactly(MAIL);
    }
  }

  @Test
  void aBombIsNotUnpacked() throws Exception {
    byte[] bomb = packed(new byte[3_000_000]);
    try (FaultServer server = new FaultServer(answer("200 OK", "", bomb))) {
      assertThat(refusal(server))
          .hasMessageEndingWith(" sent: unpacked it is larger than 1000000 bytes");
    }
  }

  @Test
  void anAnswerWithoutAnEndIsLetGo() throws Exception {
    FaultServer.Saying endless =
        out -> {
          out.write(head("Connection: close"));
          byte[] block = new byte[10_000];
          while (true) {
            out.write(block);
          }
        };
    try (FaultServer server = new FaultServer(endless)) {
      assertUnreached(server, "the answer is larger than 200000 bytes");
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void aRejectedSearchIsAskedMoreSimply() throws Exception {
    FaultServer.Saying rejected = text("500 Internal Server Error", "text/plain", "no");
    try (FaultServer server = new FaultServer(rejected, mailbox(MAIL))) {
      assertThat(octets(client.at(server).search(TITLE))).containsExactly(MAIL);
      assertThat(server.requests())
          .containsExactly(
              "POST /all/?x=m&t=1&q=s%3A%22frob%3A%20say%20%20hi%20%22%20AND%20f%3A%22ann@example.org"
                  + "%22%20AND%20d%3A20260131..20260301 HTTP/1.1",
              "POST /all/?x=m&t=1&q=s%3Afrob%20s%3Asay%20s%3Ahi%20AND%20f%3Aann%20f%3Aexample%20f"
                  + "%3Aorg%20AND%20d%3A20260131..20260301 HTTP/1.1");
      assertThat(server.heads().get(0)).contains("Content-Length: 0\r\n");
      assertThat(client.said())
          .containsExactly(
              host(server)
                  + " rejects the search s:\"frob: say  hi \" AND f:\"ann@example.org\" AND"
                  + " d:20260131..20260301 (500)");
    }
    try (FaultServer server = new FaultServer(rejected)) {
      Refusal refusal = catchThrowableOfType(Refusal.class, () -> client.at(server).search(TITLE));
      assertThat(refusal)
          .hasMessage(
              "cannot search " + host(server) + ": it rejects every form of the query (500)");
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void aSearchWithoutHitsFindsNothing() throws Exception {
    try (FaultServer server =
        new FaultServer(text("404 Not Found", "text/plain", "No results found"))) {
      assertThat(client.at(server).search(TITLE)).isEmpty();
    }
  }

  @Test
  void aQueryThatSaysNothingIsNeverSent() throws Exception {
    Query.Span span = new Query.Span(Instant.EPOCH, Instant.EPOCH);
    Person nobody = new Person("\"", "");
    try (FaultServer server = new FaultServer(mailbox(MAIL))) {
      assertThat(client.at(server).search(new Query.SameTitle(" \"[-]\" ", nobody, span)))
          .isEmpty();
      assertThat(client.at(server).search(new Query.SameAuthor(nobody, span))).isEmpty();
      assertThat(client.at(server).search(new Query.SameChangeId("--"))).isEmpty();
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void aPortWhereNobodyListensIsNamed() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    ServerAddress address = ServerAddress.ofBase("http://127.0.0.1:" + port + "/all/");
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> client.at(address).thread(ID));
    assertThat(refusal)
        .hasMessage(
            "cannot fetch http://127.0.0.1:"
                + port
                + "/all/1%2Fa@example.org/t.mbox.gz: no connection to 127.0.0.1:"
                + port
                + ": Connection refused");
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNREACHED);
    assertThat(refusal.hints())
        .extracting(Hint::line)
        .containsExactly("curl -sI http://127.0.0.1:" + port + "/all/1%2Fa@example.org/t.mbox.gz");
  }

  @Test
  void whatIsNotHttpIsNamed() throws Exception {
    FaultServer.Saying ssh =
        out -> {
          out.write("SSH-2.0-OpenSSH_9.2\r\n".getBytes(StandardCharsets.UTF_8));
          return false;
        };
    try (FaultServer server = new FaultServer(ssh)) {
      assertThat(refusal(server)).hasMessageContaining("the transfer broke off: ");
    }
  }

  @Test
  void aCertificateThatNobodySignedIsNamed(@TempDir Path keys) throws Exception {
    HttpsServer server = SelfSigned.server(keys);
    try {
      String base = "https://localhost:" + server.getAddress().getPort() + "/all/";
      ServerAddress address = ServerAddress.ofBase(base);
      Refusal refusal = catchThrowableOfType(Refusal.class, () -> client.at(address).thread(ID));
      assertThat(refusal)
          .hasMessage(
              "cannot fetch "
                  + base
                  + "1%2Fa@example.org/t.mbox.gz: no secure connection to "
                  + address.host()
                  + ": unable to find valid certification path to requested target");
      assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNREACHED);
    } finally {
      server.stop(0);
    }
  }

  private Refusal assertUnreached(FaultServer server, String why) {
    Refusal refusal = refusal(server);
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNREACHED);
    assertThat(refusal)
        .hasMessage("cannot fetch " + server.address() + "all/1%2Fa@example.org/t.mbox.gz: " + why);
    return refusal;
  }

  private Refusal refusal(FaultServer server) {
    return catchThrowableOfType(Refusal.class, () -> client.at(server).thread(ID));
  }

  private static String host(FaultServer server) {
    return server.address().replaceAll("^http://|/$", "");
  }

  private static List<String> octets(List<RawMessage> mails) {
    return mails.stream().map(mail -> mail.octets().toString()).toList();
  }

  private static byte[] head(String header) {
    return ("HTTP/1.1 200 OK\r\n" + header + "\r\n\r\n").getBytes(StandardCharsets.UTF_8);
  }

  private static void sleep(int millis) throws IOException {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
