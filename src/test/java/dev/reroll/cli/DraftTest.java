package dev.reroll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A version that lies alone in a mailbox, such as a draft, is compared with the one before it. */
class DraftTest {
  @TempDir private Path folder;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer server;

  @BeforeEach
  void writeADraftOfWhatTheListHas() throws IOException {
    Mails mails = new Mails(folder);
    mails.write("list.mbox", posted());
    mails.write("draft/0001-one.patch", draft("PATCH v3 1/2", "one", "new"));
    mails.write("draft/0002-two.patch", draft("PATCH v3 2/2", "two", "newest"));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private static String posted() {
    return Mails.patch("PATCH 1/2", "one", "new")
        + answering("PATCH-1-2-one-new", Mails.patch("PATCH 2/2", "two", "new"))
        + secondVersion()
        + Mails.patch("PATCH", "other", "thing");
  }

  private static String secondVersion() {
    return Mails.patch("PATCH v2 1/2", "one", "new")
        + answering("PATCH-v2-1-2-one-new", Mails.patch("PATCH v2 2/2", "two", "newer"));
  }

  private static String answering(String id, String mail) {
    return mail.replaceFirst("\nSubject: ", "\nIn-Reply-To: <" + id + "@example.org>\nSubject: ");
  }

  /** Returns a patch file as git format-patch writes it: without an id, dated by its commit. */
  private static String draft(String tag, String title, String word) {
    return Mails.patch(tag, title, word).replaceAll("(?m)^Message-ID: .*\n", "");
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.add(exchange.getRequestURI().toString());
    byte[] body = Mails.gzipped(posted(), Integer.MAX_VALUE);
    exchange.getResponseHeaders().add("Content-Type", "application/gzip");
    exchange.sendResponseHeaders(200, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  private Run run() {
    return new Run(folder).with("XDG_CACHE_HOME", folder.resolve("cache").toString());
  }

  private Run withServer() {
    return run()
        .with("GIT_CONFIG_COUNT", "1")
        .with("GIT_CONFIG_KEY_0", "b4.midmask")
        .with(
            "GIT_CONFIG_VALUE_0", "http://127.0.0.1:" + server.getAddress().getPort() + "/all/%s");
  }

  @Test
  void draftIsComparedWithTheVersionBeforeIt() {
    Run.Result result = run().diff("draft/", "--mbox", "list.mbox");
    assertThat(result.out())
        .contains("1:  ", " = 1:  ", " ! 2:  ", "-+newer two\n", "++newest two\n");
    assertThat(result.err())
        .startsWith("note: v2, taken for the version before 'draft/', was found in list.mbox")
        .contains("\nv2: 2 patches, 'one', Mira Holt, 2026-03-02\nv3: 2 patches, ");
    assertThat(result.exitCode()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"review", "interdiff", "html"})
  void everyCommandFindsIt(String command) {
    Run.Result result = run().of(command, "draft", "--mbox", "list.mbox");
    assertThat(result.out()).as(result.err()).contains("newest");
  }

  @Test
  void labelTakesAnyOtherVersion() {
    assertThat(run().diff("draft/", "-v", "1", "--mbox", "list.mbox").out())
        .contains("-+new two\n");
    assertThat(run().diff("draft/", "-v", "3", "--mbox", "list.mbox").out())
        .contains("-+newer two\n");
    assertThat(run().diff("draft/", "-v", "9", "--mbox", "list.mbox").err())
        .startsWith("error: no version v9 in 'draft/'; it holds v3\n");
  }

  @Test
  void draftWithoutANumberFollowsTheNewest() {
    new Mails(folder)
        .write("mine/0001-one.patch", draft("PATCH 1/2", "one", "new"))
        .write("mine/0002-two.patch", draft("PATCH 2/2", "two", "newest"));
    Run.Result result = run().diff("mine", "--mbox", "list.mbox");
    assertThat(result.out()).contains("-+newer two\n", "++newest two\n");
  }

  @Test
  void serverThatIsSetIsAsked() {
    Run.Result result = withServer().diff("draft/");
    assertThat(result.out()).as(result.err()).contains("-+newer two\n");
    assertThat(asked).isNotEmpty();
  }

  @Test
  void nobodyIsToldOfADraftUnasked() {
    assertThat(run().diff("draft/"))
        .isEqualTo(
            new Run.Result(
                3,
                "",
                """
                error: only one version in 'draft/', v3 of 'one'
                hint: reroll diff BEFORE draft/
                hint: reroll diff --online draft/
                """));
    assertThat(withServer().diff("draft/", "--offline").exitCode()).isEqualTo(3);
    assertThat(asked).isEmpty();
  }

  @Test
  void whatIsNowhereIsSaid() {
    new Mails(folder).write("new.mbox", draft("PATCH", "nobody knows this", "x"));
    assertThat(run().diff("new.mbox", "--mbox", "list.mbox").err())
        .isEqualTo(
            """
            error: only one version in 'new.mbox', v1 of 'nobody knows this', and none before it was found in list.mbox
            hint: reroll diff BEFORE new.mbox
            """);
  }

  @Test
  void mailsThatWereSavedFindThemselves() {
    new Mails(folder)
        .write(
            "saved.mbox",
            Mails.patch("PATCH v2 1/2", "one", "new")
                + Mails.patch("PATCH v2 2/2", "two", "newer"));
    Run.Result result = run().diff("saved.mbox", "--mbox", "list.mbox");
    assertThat(result.out()).contains("-+new two\n", "++newer two\n");
    assertThat(result.err()).contains("\nv1: 2 patches", "\nv2: 2 patches");
  }
}
