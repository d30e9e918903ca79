package dev.reroll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mailbox, a mirror and a server give the same octets; mirrors come before the server. */
class ArchivesTest {
  private static final int UNREACHED = 4;
  private static final String FROM = "From mboxrd@z Thu Jan  1 00:00:00 1970\n";

  private final Path folder;
  private final List<String> asked = new ArrayList<>();
  private final HttpServer server;

  ArchivesTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    new Mails(folder).write("list.mbox", ListMails.all());
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
  }

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void mailboxMirrorAndServerGiveTheSame() throws Exception {
    mirror();
    for (String name : List.of("v2-2", "v4-0", "v5-1", "r1")) {
      String id = ListMails.address(name);
      Run.Result mailbox = run().diff(id, "--mbox", "list.mbox");
      assertThat(run().diff(id, "--mirror", "mirror", "--offline").out())
          .as(name)
          .isEqualTo(mailbox.out());
      Run.Result served = run().diff(id);
      assertThat(served.out()).as(name + served.err()).isEqualTo(mailbox.out());
      assertThat(served.exitCode()).isEqualTo(mailbox.exitCode());
    }
    String json = run().of("versions", "--json", id("v4-0"), "--mbox", "list.mbox").out();
    assertThat(run().of("versions", "--json", id("v4-0")).out()).isEqualTo(json);
    assertThat(run().of("versions", "--json", id("v4-0"), "--mirror", "mirror").out())
        .isEqualTo(json);
  }

  @Test
  void serverIsAskedOnlyForWhatTheMirrorLacks() throws Exception {
    mirror();
    assertThat(run().diff(id("v2-2"), "--mirror", "mirror").exitCode()).isZero();
    assertThat(asked).isEmpty();
    Run.Result gap = run().diff(id("v4-0"), "--mirror", "mirror");
    assertThat(asked).isNotEmpty();
    assertThat(gap.err()).contains("note: v3 was not found in ", "mirror, 127.0.0.1:");
  }

  @Test
  void mirrorWillDoWhereTheServerCannotBeReached() throws Exception {
    mirror();
    Run.Result offline = run().diff(id("v4-0"), "--mirror", "mirror", "--offline");
    assertThat(offline.err()).contains("; only local mails were searched\n");
    assertThat(offline.exitCode()).isZero();
    Run.Result unknown = run().diff(id("r2"), "--mirror", "mirror", "--offline");
    assertThat(unknown.exitCode()).as(unknown.err()).isEqualTo(UNREACHED);
  }

  @Test
  void addressDecidesWhichServerIsAsked() {
    String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/other/" + id("v2-0");
    Run.Result result = run().diff(address + "/");
    assertThat(result.out()).isEqualTo(run().diff(id("v2-0"), "--mbox", "list.mbox").out());
    assertThat(asked).isNotEmpty().allMatch(path -> path.startsWith("/other/"));
  }

  private static String id(String name) {
    return ListMails.address(name);
  }

  /** Returns a run that knows no server but ours, and keeps nothing of another run. */
  private Run run() {
    return new Run(folder)
        .with("XDG_CACHE_HOME", folder.resolve("cache" + System.nanoTime()).toString())
        .with("GIT_CONFIG_COUNT", "1")
        .with("GIT_CONFIG_KEY_0", "b4.midmask")
        .with(
            "GIT_CONFIG_VALUE_0", "http://127.0.0.1:" + server.getAddress().getPort() + "/all/%s");
  }

  /** Has one answer for every thread and search: the whole list; the archive takes its part. */
  private void answer(HttpExchange exchange) throws IOException {
    asked.add(exchange.getRequestURI().getPath());
    byte[] body = gzipped(ListMails.all());
    exchange.getResponseHeaders().add("Content-Type", "application/gzip");
    exchange.sendResponseHeaders(200, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  private static byte[] gzipped(String text) throws IOException {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(octets)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return octets.toByteArray();
  }

  /** Makes a mirror of the list: one epoch, a commit of the file m for each mail. */
  private void mirror() throws Exception {
    Path epoch = Files.createDirectories(folder.resolve("mirror/list/git")).resolve("0.git");
    git("init", "-q", "--bare", epoch.toString());
    Path stream = folder.resolve("stream");
    Files.writeString(stream, fastImport());
    ProcessBuilder builder =
        new ProcessBuilder("git", "-C", epoch.toString(), "fast-import", "--quiet");
    assertThat(builder.redirectInput(stream.toFile()).start().waitFor()).isZero();
    git("-C", epoch.toString(), "symbolic-ref", "HEAD", "refs/heads/master");
  }

  private static void git(String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(words));
    assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
  }

  private static String fastImport() {
    StringBuilder stream = new StringBuilder();
    int second = 1_772_445_600;
    for (String mail : ListMails.all().split(FROM, -1)) {
      if (!mail.isEmpty()) {
        String who = " Mira Holt <mira.holt@example.org> " + second++ + " +0000\n";
        stream.append("commit refs/heads/master\nauthor").append(who);
        stream.append("committer").append(who).append("data 4\nmail\nM 100644 inline m\n");
        stream.append("data ").append(mail.length()).append('\n').append(mail).append('\n');
      }
    }
    return stream.toString();
  }
}
