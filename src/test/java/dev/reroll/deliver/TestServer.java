package dev.reroll.deliver;

import java.time.Duration;
import java.util.Optional;

/** How a server on the loopback interface is reached. */
final class TestServer {
  private TestServer() {}

  /** Returns one without encryption. */
  static SmtpServer plain(int port, SmtpServer.Login login) {
    return new SmtpServer(
        "localhost",
        Optional.of(port),
        SmtpServer.Encryption.NONE,
        Optional.of("client.example.org"),
        Optional.of(login),
        Optional.empty(),
        Duration.ofSeconds(5));
  }
}
