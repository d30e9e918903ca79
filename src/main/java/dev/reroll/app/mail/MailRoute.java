package dev.reroll.app.mail;

import dev.reroll.deliver.GitCredential;
import dev.reroll.deliver.MailSender;
import dev.reroll.deliver.SendmailProgram;
import dev.reroll.deliver.SmtpSender;
import dev.reroll.deliver.SmtpServer;
import dev.reroll.problem.Refusal;
import dev.reroll.settings.SendEmailSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds the way that mails take, from {@code sendemail.*} (git-send-email(1), "Sending"). */
public final class MailRoute {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final List<String> MECHANISMS = List.of("PLAIN", "LOGIN", "XOAUTH2");

  private final SendEmailSettings settings;
  private final Map<String, String> environment;
  private final Path folder;

  /**
   * Creates the search.
   *
   * @param environment the environment, for programs
   * @param folder where relative names start
   */
  public MailRoute(SendEmailSettings settings, Map<String, String> environment, Path folder) {
    this.settings = settings;
    this.environment = Map.copyOf(environment);
    this.folder = folder;
  }

  /** Returns the way: a command, a server, the machine's sendmail, else the local server. */
  public MailSender find() throws Refusal {
    Optional<String> command = settings.findText("sendmailcmd");
    Optional<String> server = settings.findText("smtpserver");
    if (command.isPresent()) {
      return program(List.of("/bin/sh", "-c", command.get() + " \"$@\"", command.get()));
    }
    if (server.isPresent() && server.get().startsWith("/")) {
      return program(withOptions(server.get()));
    }
    if (server.isEmpty()) {
      Optional<String> sendmail = sendmail();
      if (sendmail.isPresent()) {
        return program(withOptions(sendmail.get()));
      }
    }
    return smtp(server.orElse("localhost"));
  }

  private List<String> withOptions(String program) {
    List<String> words = new ArrayList<>(List.of(program));
    words.addAll(settings.findAll("smtpserveroption"));
    return words;
  }

  private MailSender program(List<String> command) {
    boolean namesSender = settings.findText("envelopesender").isPresent();
    return new SendmailProgram(command, namesSender, environment, folder);
  }

  private Optional<String> sendmail() {
    List<String> places = new ArrayList<>(List.of("/usr/sbin", "/usr/lib"));
    places.addAll(List.of(environment.getOrDefault("PATH", "").split(":", -1)));
    return places.stream()
        .filter(place -> !place.isEmpty())
        .map(place -> place + "/sendmail")
        .filter(file -> Files.isExecutable(Path.of(file)))
        .findFirst();
  }

  private MailSender smtp(String host) throws Refusal {
    SmtpServer server =
        new SmtpServer(
            host,
            port(),
            encryption(),
            settings.findText("smtpdomain"),
            login(),
            settings.find("smtpsslcertpath"),
            patience());
    return new SmtpSender(server, new GitCredential(environment, folder), folder);
  }

  private Optional<Integer> port() throws Refusal {
    Optional<String> text = settings.findText("smtpserverport");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (text.get().toLowerCase(Locale.ROOT)) {
          case "smtp" -> 25;
          case "submission" -> 587;
          case "smtps", "submissions" -> 465;
          default -> number(text.get(), "sendemail.smtpserverport", 65535);
        });
  }

  private static int number(String text, String key, int most) throws Refusal {
    int number = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
    if (number < 1 || number > most) {
      throw Refusal.unreadable(
          key + " is not a number from 1 to " + most + ": '" + text + "'",
          "git config --unset " + key);
    }
    return number;
  }

  /** Anything but {@code ssl} and {@code tls} means none, as for git. */
  private SmtpServer.Encryption encryption() {
    return switch (settings.findText("smtpencryption").orElse("").toLowerCase(Locale.ROOT)) {
      case "ssl" -> SmtpServer.Encryption.SMTPS;
      case "tls" -> SmtpServer.Encryption.STARTTLS;
      default -> SmtpServer.Encryption.NONE;
    };
  }

  private Optional<SmtpServer.Login> login() throws Refusal {
    Optional<String> user = settings.findText("smtpuser");
    String wanted = settings.findText("smtpauth").orElse("").toUpperCase(Locale.ROOT);
    if (user.isEmpty() || wanted.equals("NONE")) {
      return Optional.empty();
    }
    List<String> allowed = wanted.isEmpty() ? List.of() : List.of(wanted.split("\\s+", -1));
    List<String> known = allowed.stream().filter(MECHANISMS::contains).toList();
    if (!allowed.isEmpty() && known.isEmpty()) {
      throw Refusal.unreadable(
          "sendemail.smtpauth names no login method that reroll supports: " + wanted,
          "git config sendemail.smtpauth 'PLAIN LOGIN'");
    }
    List<String> mechanisms = allowed.isEmpty() ? List.of("PLAIN", "LOGIN") : known;
    return Optional.of(new SmtpServer.Login(user.get(), mechanisms, settings.find("smtppass")));
  }

  private Duration patience() throws Refusal {
    Optional<String> text = settings.own("smtptimeout");
    return text.isPresent()
        ? Duration.ofSeconds(number(text.get(), "reroll.smtptimeout", 3600))
        : PATIENCE;
  }
}
