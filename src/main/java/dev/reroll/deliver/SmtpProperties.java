package dev.reroll.deliver;

import dev.reroll.message.Refusal;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** Tells the mail library how to talk to a server; its names are in its own documentation. */
final class SmtpProperties {
  private static final String PREFIX = "mail.smtp.";

  private final SmtpServer server;
  private final Path folder;
  private final Properties properties = new Properties();

  private SmtpProperties(SmtpServer server, Path folder) {
    this.server = server;
    this.folder = folder;
  }

  /** Returns the properties for {@code server}; relative names of files start in {@code folder}. */
  static Properties of(SmtpServer server, Path folder) throws Refusal {
    SmtpProperties made = new SmtpProperties(server, folder);
    made.waiting();
    made.encryption();
    made.login();
    server.helloName().ifPresent(name -> made.set("localhost", name));
    return made.properties;
  }

  private void set(String name, Object value) {
    properties.put(PREFIX + name, value);
  }

  private void waiting() {
    String milliseconds = String.valueOf(server.patience().toMillis());
    set("connectiontimeout", milliseconds);
    set("timeout", milliseconds);
    set("writetimeout", milliseconds);
    set("quitwait", "false");
  }

  private void encryption() throws Refusal {
    boolean starttls = server.encryption() == SmtpServer.Encryption.STARTTLS;
    set("starttls.enable", String.valueOf(starttls));
    set("starttls.required", String.valueOf(starttls));
    set("ssl.enable", String.valueOf(server.encryption() == SmtpServer.Encryption.SMTPS));
    Optional<String> certificates = server.certificates();
    boolean checked = certificates.filter(String::isEmpty).isEmpty();
    set("ssl.checkserveridentity", String.valueOf(checked));
    if (!checked) {
      set("ssl.trust", "*");
    } else if (certificates.isPresent() && server.encryption() != SmtpServer.Encryption.NONE) {
      set("ssl.socketFactory", TlsTrust.of(folder.resolve(certificates.get())));
      set("ssl.socketFactory.fallback", "false");
    }
  }

  private void login() {
    set("auth", String.valueOf(server.login().isPresent()));
    server
        .login()
        .filter(login -> !login.mechanisms().isEmpty())
        .ifPresent(login -> set("auth.mechanisms", String.join(" ", login.mechanisms())));
  }
}
