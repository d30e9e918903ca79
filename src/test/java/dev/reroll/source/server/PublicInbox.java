package dev.reroll.source.server;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs a real public-inbox (Debian's package of that name) on loopback, with mails of ours: made
 * with {@code public-inbox-init} and {@code git fast-import}, one commit a mail, indexed with
 * {@code public-inbox-index}, and served by {@code public-inbox-httpd}.
 *
 * <p>Its folder is a v2 inbox like any mirror, so that a test can take both ways to the same mails.
 */
public final class PublicInbox implements AutoCloseable {
  private static final int ENOUGH_SECONDS = 120;

  private final Path home;
  private final int port;
  private final List<String> lists = new ArrayList<>();
  private Process server = notRunning();

  /** Creates inboxes in {@code home}, an empty folder. */
  public PublicInbox(Path home) throws IOException {
    this.home = home;
    this.port = freePort();
  }

  /** Skips the test where there is no public-inbox; fails it where the environment requires it. */
  public static void require() {
    for (String program : List.of("public-inbox-init", "public-inbox-httpd", "git")) {
      if (!isThere(program)) {
        String why = program + " is not installed";
        if ("required".equals(System.getenv("REROLL_LIVE"))) {
          fail(why);
        }
        abort(why);
      }
    }
  }

  /**
   * Adds a list with {@code mails}, in the order in which they arrived, before the server starts.
   *
   * @param mails each from its first header to its last line, without a {@code From } line; a
   *     minute lies between their arrivals
   */
  public PublicInbox with(String list, List<byte[]> mails)
      throws IOException, InterruptedException {
    Path folder = folder(list);
    run(
        new byte[0],
        List.of(
            "public-inbox-init",
            "-V2",
            "-L",
            "full",
            "-j",
            "1",
            list,
            folder.toString(),
            url(list),
            list + "@example.org"));
    lists.add(list);
    add(list, mails);
    return this;
  }

  /** Adds mails that arrive later; a server that runs sees them. */
  public void add(String list, List<byte[]> mails) throws IOException, InterruptedException {
    Path epoch = folder(list).resolve("git").resolve("0.git");
    run(imported(mails, epoch), List.of("git", "-C", epoch.toString(), "fast-import", "--quiet"));
    run(new byte[0], List.of("public-inbox-index", "-j", "0", folder(list).toString()));
  }

  /** Starts the server, and waits until it listens. */
  public PublicInbox serve() throws IOException, InterruptedException {
    Path log = home.resolve("httpd.log");
    ProcessBuilder builder =
        builder(List.of("public-inbox-httpd", "-W", "0", "-l", "http://127.0.0.1:" + port));
    server = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(ENOUGH_SECONDS);
    while (!listens()) {
      if (!server.isAlive() || System.nanoTime() > end) {
        fail("public-inbox-httpd does not listen: " + Files.readString(log));
      }
      server.waitFor(20, TimeUnit.MILLISECONDS);
    }
    return this;
  }

  /** Returns the address of a list, with a slash at its end. */
  public String url(String list) {
    return "http://127.0.0.1:" + port + "/" + list + "/";
  }

  /** Returns the folder of a list: a v2 inbox. */
  public Path folder(String list) {
    return home.resolve("inbox-" + list);
  }

  @Override
  public void close() {
    server.destroy();
    try {
      if (!server.waitFor(10, TimeUnit.SECONDS)) {
        server.destroyForcibly();
      }
    } catch (InterruptedException e) {
      server.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** Returns the commits of {@code mails} as git-fast-import(1) reads them. */
  private byte[] imported(List<byte[]> mails, Path epoch) throws IOException, InterruptedException {
    int count = commitCount(epoch);
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    for (int i = 0; i < mails.size(); i++) {
      long time = 1_790_000_000L + 60L * (count + i);
      boolean continues = i == 0 && count > 0;
      String commit =
          "commit refs/heads/master\n"
              + ("author Someone <someone@example.org> " + time + " +0000\n")
              + ("committer Someone <someone@example.org> " + time + " +0000\n")
              + "data 4\nmail\n"
              + (continues ? "from refs/heads/master^0\n" : "")
              + ("M 100644 inline m\ndata " + mails.get(i).length + "\n");
      stream.writeBytes(commit.getBytes(StandardCharsets.US_ASCII));
      stream.writeBytes(mails.get(i));
      stream.write('\n');
    }
    return stream.toByteArray();
  }

  private int commitCount(Path epoch) throws IOException, InterruptedException {
    String git = "git -C '" + epoch + "' rev-list --count --all";
    return Integer.parseInt(run(new byte[0], List.of("sh", "-c", git)).strip());
  }

  private boolean listens() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  private String run(byte[] input, List<String> command) throws IOException, InterruptedException {
    Path log = Files.createTempFile(home, "run", ".log");
    Process process =
        builder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try (var in = process.getOutputStream()) {
      in.write(input);
    }
    if (!process.waitFor(ENOUGH_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      fail(String.join(" ", command) + " failed: " + Files.readString(log));
    }
    return Files.readString(log);
  }

  /** Nothing of the machine's settings is seen, nor of other inboxes on it. */
  private ProcessBuilder builder(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
    builder.environment().put("HOME", home.toString());
    builder.environment().put("PI_CONFIG", home.resolve("config").toString());
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    builder.environment().put("GIT_CONFIG_SYSTEM", "/dev/null");
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static boolean isThere(String program) {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
      if (!folder.isEmpty() && Files.isExecutable(Path.of(folder).resolve(program))) {
        return true;
      }
    }
    return false;
  }

  /** Stands for a server before it starts, so that closing needs no question. */
  private static Process notRunning() throws IOException {
    return new ProcessBuilder("true").start();
  }
}
