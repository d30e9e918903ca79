package dev.reroll.deliver;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a mail server is reached.
 *
 * @param host its name or address
 * @param port the port that was configured; empty for the usual one
 * @param encryption when encryption begins
 * @param helloName how we introduce ourselves; empty for this machine's name
 * @param login who we are there; empty for nobody
 * @param certificates a file or folder of trusted certificates; empty text for no check; nothing
 *     for those that Java trusts
 * @param patience how long to wait for each answer
 */
public record SmtpServer(
    String host,
    Optional<Integer> port,
    Encryption encryption,
    Optional<String> helloName,
    Optional<Login> login,
    Optional<String> certificates,
    Duration patience) {
  /** When encryption begins. */
  public enum Encryption {
    /** Never. */
    NONE(25, "smtp"),
    /** With STARTTLS, which the server must offer. */
    STARTTLS(25, "smtp"),
    /** At once. */
    SMTPS(465, "smtps");

    private final int usualPort;
    private final String scheme;

    Encryption(int usualPort, String scheme) {
      this.usualPort = usualPort;
      this.scheme = scheme;
    }
  }

  /**
   * Who we are.
   *
   * @param user the account
   * @param mechanisms the ways to authenticate that are allowed; none for all that there are
   * @param password what was configured; empty where git's credentials are asked
   */
  public record Login(String user, List<String> mechanisms, Optional<String> password) {
    public Login {
      mechanisms = List.copyOf(mechanisms);
    }
  }

  int portNumber() {
    return port.orElse(encryption.usualPort);
  }

  /** Returns what people call it. */
  @Override
  public String toString() {
    return encryption.scheme + "://" + host + ":" + portNumber();
  }

  /** Returns what git's credentials call it. */
  String credentialHost() {
    return host + port.map(number -> ":" + number).orElse("");
  }
}
