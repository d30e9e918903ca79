package dev.reroll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.reroll.deliver.TestCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Exim on the loopback interface, with a configuration, certificate and spool of its own: wants
 * STARTTLS and a login, and delivers into a maildir when it is told to.
 */
final class RealMailServer implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/sbin/exim4");
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

  private final Path folder;
  private final Path configuration;
  private final Path certificate;
  private final int port;
  private final Process process;

  /** Starts one that keeps everything in {@code folder}; skips the test where there is none. */
  RealMailServer(Path folder) throws Exception {
    require();
    this.folder = folder;
    this.port = freePort();
    Path store = TestCertificate.make(folder, "server", "-1d", 10);
    this.certificate = TestCertificate.pem(store);
    Path key = Files.write(folder.resolve("key.pem"), TestCertificate.privateKey(store));
    for (String name : List.of("spool", "log", "inbox")) {
      Files.createDirectory(folder.resolve(name));
      open(folder.resolve(name), "rwxrwxrwx");
    }
    open(folder, "rwxrwxrwx");
    open(key, "rw-r--r--");
    this.configuration = Files.writeString(folder.resolve("exim.conf"), configured(key));
    open(configuration, "rw-r--r--");
    this.process = start("-bdf");
    awaitConnection();
  }

  private static void require() {
    if (Files.isExecutable(PROGRAM)) {
      return;
    }
    String why = "exim4 is not installed";
    if ("required".equals(System.getenv("REROLL_LIVE"))) {
      fail(why);
    }
    abort(why);
  }

  private static void open(Path file, String permissions) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private String configured(Path key) {
    String user = System.getProperty("user.name");
    String owner = user.equals("root") ? "Debian-exim" : user;
    return """
        primary_hostname = mail.example.org
        spool_directory = FOLDER/spool
        log_file_path = FOLDER/log/%slog
        pid_file_path = FOLDER/spool/exim.pid
        keep_environment =
        local_interfaces = 127.0.0.1
        daemon_smtp_ports = PORT
        exim_user = OWNER
        queue_only = true
        tls_advertise_hosts = *
        tls_certificate = CERTIFICATE
        tls_privatekey = KEY
        auth_advertise_hosts = ${if eq{$tls_in_cipher}{}{}{*}}
        acl_smtp_rcpt = rcpt
        acl_smtp_data = accept
        begin acl
        rcpt:
          deny message = log in first
               !authenticated = *
          deny message = no such user
               local_parts = nobody
          accept
        begin routers
        all:
          driver = accept
          transport = inbox
        begin transports
        inbox:
          driver = appendfile
          directory = FOLDER/inbox
          maildir_format
          mode = 0644
          directory_mode = 0777
          user = OWNER
        begin authenticators
        plain:
          driver = plaintext
          public_name = PLAIN
          server_prompts = :
          server_condition = ${if and{{eq{$auth2}{robin}}{eq{$auth3}{s3cret}}}}
        login:
          driver = plaintext
          public_name = LOGIN
          server_prompts = <| Username: | Password:
          server_condition = ${if and{{eq{$auth1}{robin}}{eq{$auth2}{s3cret}}}}
        """
        .replace("FOLDER", folder.toString())
        .replace("PORT", String.valueOf(port))
        .replace("OWNER", owner)
        .replace("CERTIFICATE", certificate.toString())
        .replace("KEY", key.toString());
  }

  private Process start(String... words) throws IOException {
    List<String> command =
        new ArrayList<>(List.of(PROGRAM.toString(), "-C", configuration.toString()));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("said").toFile()));
    return builder.start();
  }

  private void awaitConnection() throws IOException, InterruptedException {
    Instant deadline = Instant.now().plus(LONG_ENOUGH);
    boolean ended = false;
    while (!ended && Instant.now().isBefore(deadline)) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        assertThat(socket.isConnected()).isTrue();
        return;
      } catch (IOException notYet) {
        ended = process.waitFor(50, TimeUnit.MILLISECONDS);
      }
    }
    throw new IOException(Files.readString(folder.resolve("said")));
  }

  /** Returns {@code sendemail.*} for it; {@code password} may be wrong. */
  String settings(String mechanism, String password) {
    return """
        [user]
          name = Röbin
          email = robin@example.org
        [sendemail]
          smtpserver = localhost
          smtpserverport = %d
          smtpencryption = tls
          smtpsslcertpath = %s
          smtpuser = robin
          smtppass = %s
          smtpauth = %s
          to = list@example.org
        """
        .formatted(port, certificate, password, mechanism);
  }

  /** Delivers what was taken; returns the mails in the inbox. */
  List<byte[]> deliver() throws Exception {
    assertThat(start("-qf").waitFor()).isZero();
    List<byte[]> mails = new ArrayList<>();
    Path inbox = folder.resolve("inbox/new");
    try (Stream<Path> files = Files.exists(inbox) ? Files.list(inbox) : Stream.empty()) {
      for (Path file : files.sorted().toList()) {
        mails.add(Files.readAllBytes(file));
      }
    }
    return mails;
  }

  /** Returns what the server wrote down of the mails that it took. */
  String log() throws IOException {
    return Files.readString(folder.resolve("log/mainlog"), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
