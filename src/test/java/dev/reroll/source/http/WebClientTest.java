package dev.reroll.source.http;

import static dev.reroll.source.http.FaultServer.answer;
import static dev.reroll.source.http.FaultServer.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.reroll.problem.Refusal;
import dev.reroll.source.Progress;
import dev.reroll.source.http.WebClient.RetryAfter;
import dev.reroll.source.http.WebClient.WebAnswer;
import dev.reroll.source.http.WebClient.WebRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How requests are sent: over which connection, through which proxy, and what is shown. */
class WebClientTest {
  private final List<String> remarks = new ArrayList<>();

  @Test
  void requestsShareOneConnectionAndNameTheProgram() throws Exception {
    try (FaultServer server = new FaultServer(text("200 OK", "text/plain", "hello"))) {
      WebClient client = client(Map.of());
      client.ask(get(server.address() + "a"));
      client.ask(WebRequest.post(URI.create(server.address() + "b?x=m")));
      client.ask(get(server.address() + "c"));
      assertThat(server.connectionCount()).isEqualTo(1);
      assertThat(server.heads())
          .allMatch(head -> head.contains("\r\nUser-Agent: reroll/"))
          .noneMatch(head -> head.contains("Expect:"));
    }
  }

  @Test
  void errorsDoNotCloseTheConnection() throws Exception {
    try (FaultServer server = new FaultServer(text("404 Not Found", "text/plain", "no"))) {
      WebClient client = client(Map.of());
      assertThat(client.ask(get(server.address())).status()).isEqualTo(404);
      assertThat(client.ask(get(server.address())).body().toString()).isEqualTo("no");
      assertThat(server.connectionCount()).isEqualTo(1);
    }
  }

  @Test
  void theEnvironmentNamesTheProxy() throws Exception {
    try (FaultServer proxy = new FaultServer(text("200 OK", "text/plain", "through"))) {
      String address = proxy.address();
      for (Map<String, String> environment :
          List.of(
              Map.of("http_proxy", address),
              Map.of("http_proxy", address.replace("http://", "").replace("/", "")),
              Map.of("ALL_PROXY", address, "no_proxy", "example.com, ple.org,127.0.0.1"),
              Map.of("all_proxy", address, "HTTP_PROXY", "http://127.0.0.1:1/"))) {
        WebAnswer answer = client(environment).ask(get("http://lists.example.org/a"));
        assertThat(answer.body().toString()).isEqualTo("through");
      }
      assertThat(proxy.requests()).containsOnly("GET http://lists.example.org/a HTTP/1.1");
    }
  }

  @Test
  void hostsAreExemptFromTheProxy() throws Exception {
    try (FaultServer proxy = new FaultServer(text("200 OK", "text/plain", "proxy"));
        FaultServer server = new FaultServer(text("200 OK", "text/plain", "direct"))) {
      String port = server.address().replaceAll(".*:|/", "");
      for (String exempt : List.of("*", "x.org,127.0.0.1", ".0.0.1", "0.1", "127.0.0.1:" + port)) {
        Map<String, String> environment = Map.of("http_proxy", proxy.address(), "NO_PROXY", exempt);
        WebAnswer answer = client(environment).ask(get(server.address()));
        assertThat(answer.body().toString()).as(exempt).isEqualTo("direct");
      }
      Map<String, String> other = Map.of("http_proxy", proxy.address(), "no_proxy", "27.0.0.1");
      assertThat(client(other).ask(get(server.address())).body().toString()).isEqualTo("proxy");
    }
  }

  @Test
  void aProxyThatAsksForALoginGetsTheOneOfItsAddress() throws Exception {
    try (FaultServer proxy =
        new FaultServer(
            answer("407 Login", "Proxy-Authenticate: Basic realm=\"p\"\r\n", new byte[0]),
            text("200 OK", "text/plain", "through"))) {
      String address = proxy.address().replace("http://", "http://ann:a%40b@");
      WebAnswer answer =
          client(Map.of("http_proxy", address)).ask(get("http://lists.example.org/a"));
      assertThat(answer.body().toString()).isEqualTo("through");
      assertThat(proxy.heads().get(1)).contains("\r\nProxy-authorization: Basic YW5uOmFAYg==\r\n");
    }
  }

  @Test
  void aProxyThatIsNoAddressIsRefused() {
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class,
            () ->
                client(Map.of("http_proxy", "http://:80:/")).ask(get("http://lists.example.org/")));
    assertThat(refusal).hasMessageContaining("the proxy");
  }

  @Test
  void aPauseThatAPersonNoticesIsAnnounced() throws Exception {
    try (FaultServer server =
        new FaultServer(
            answer("429 Too Many Requests", "Retry-After: 1\r\n", new byte[0]),
            text("200 OK", "text/plain", "now"))) {
      Shown shown = new Shown();
      WebClient client =
          new WebClient(new ProxyChoice(Map.of()), WebRules.DEFAULT, shown, remarks::add);
      WebRequest request = get(server.address());
      assertThat(client.ask(request).status()).isEqualTo(200);
      assertThat(remarks)
          .containsExactly(request.host() + ": it answered 429; asking again in 1 s");
      assertThat(shown.tasks).contains("waiting for " + request.host() + ", s");
      assertThat(shown.isOver).isTrue();
    }
  }

  @Test
  void aLongTransferIsShown() throws Exception {
    FaultServer.Saying slow =
        out -> {
          out.write(
              "HTTP/1.1 200 OK\r\nContent-Length: 4096\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
          for (int i = 0; i < 4; i++) {
            out.write(new byte[1024]);
            out.flush();
            pause();
          }
          return true;
        };
    try (FaultServer server = new FaultServer(slow)) {
      Shown shown = new Shown();
      new WebClient(new ProxyChoice(Map.of()), WebRules.DEFAULT, shown, remarks::add)
          .ask(get(server.address()));
      assertThat(shown.tasks).contains("fetching from " + get(server.address()).host() + ", kB");
      assertThat(shown.totals).contains(4L);
      assertThat(shown.isOver).isTrue();
    }
  }

  @Test
  void pausesAreReadAsSecondsOrDates() {
    Instant now = Instant.parse("2026-11-22T20:00:00Z");
    assertThat(RetryAfter.read(" 90 ", now)).hasValue(Duration.ofSeconds(90));
    assertThat(RetryAfter.read("99999999999999999999", now))
        .hasValue(Duration.ofSeconds(999_999_999));
    assertThat(RetryAfter.read("Sun, 22 Nov 2026 20:00:30 GMT", now))
        .hasValue(Duration.ofMillis(30_999));
    assertThat(RetryAfter.read("Sun, 22 Nov 2026 19:00:00 GMT", now)).hasValue(Duration.ZERO);
    assertThat(RetryAfter.read("soon", now)).isEmpty();
    assertThat(RetryAfter.read("-1", now)).isEmpty();
    assertThat(RetryAfter.read("", now)).isEmpty();
  }

  private static final class Shown implements Progress {
    private final List<String> tasks = new ArrayList<>();
    private final List<Long> totals = new ArrayList<>();
    private boolean isOver;

    @Override
    public void step(String task, long done, long total) {
      tasks.add(task);
      totals.add(total);
      isOver = false;
    }

    @Override
    public void end() {
      isOver = true;
    }
  }

  private WebClient client(Map<String, String> environment) {
    return new WebClient(
        new ProxyChoice(environment), WebRules.DEFAULT, Progress.SILENT, remarks::add);
  }

  private static WebRequest get(String address) {
    return WebRequest.get(URI.create(address));
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(150);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
