package dev.reroll.deliver;

import dev.reroll.message.Refusal;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * Hands mails to a server (RFC 5321), with STARTTLS or TLS and a login where these are wanted.
 *
 * <p>A recipient that the server refuses stops the mail for all: it is sent whole or not at all.
 */
public final class SmtpSender implements MailSender {
  private final SmtpServer server;
  private final GitCredential credential;
  private final Path folder;

  /**
   * Readies a sender.
   *
   * @param credential is asked where no password is configured
   * @param folder where relative names of certificate files start
   */
  public SmtpSender(SmtpServer server, GitCredential credential, Path folder) {
    this.server = server;
    this.credential = credential;
    this.folder = folder;
  }

  @Override
  public Sending send(ComposedMail mail, Envelope envelope) throws Refusal {
    Properties properties = SmtpProperties.of(server, folder);
    properties.put("mail.smtp.from", envelope.sender());
    Session session = Session.getInstance(properties);
    try (SMTPTransport transport = (SMTPTransport) session.getTransport("smtp")) {
      Optional<Sending> failure = connect(transport);
      return failure.isPresent() ? failure.get() : handOver(transport, session, mail, envelope);
    } catch (MessagingException failed) {
      return Sending.notSent(SmtpFailure.of(failed, server).text());
    }
  }

  /** Connects and logs in; returns why that failed. */
  private Optional<Sending> connect(SMTPTransport transport) throws Refusal {
    if (server.login().isEmpty()) {
      return connect(transport, Optional.empty(), Optional.empty());
    }
    SmtpServer.Login login = server.login().get();
    if (login.password().isPresent()) {
      return connect(transport, Optional.of(login.user()), login.password());
    }
    GitCredential.Answer answer = credential.fill(server.credentialHost(), login.user());
    Optional<Sending> failure =
        connect(transport, Optional.of(login.user()), Optional.of(answer.password()));
    boolean right = transport.isConnected() && failure.isEmpty();
    boolean wrong =
        failure.filter(sending -> sending.answer().startsWith(SmtpFailure.LOGIN)).isPresent();
    if (right || wrong) {
      credential.judge(answer, right);
    }
    return failure;
  }

  private Optional<Sending> connect(
      SMTPTransport transport, Optional<String> user, Optional<String> password) {
    try {
      transport.connect(
          server.host(), server.portNumber(), user.orElse(null), password.orElse(null));
      boolean loggedIn = user.isEmpty() || transport.supportsExtension("AUTH");
      return loggedIn
          ? Optional.empty()
          : Optional.of(
              Sending.notSent(server + " offers no login; sendemail.smtpuser asks for one"));
    } catch (AuthenticationFailedException refused) {
      return Optional.of(Sending.notSent(SmtpFailure.login(refused, server).text()));
    } catch (MessagingException failed) {
      return Optional.of(Sending.notSent(SmtpFailure.of(failed, server).text()));
    }
  }

  private Sending handOver(
      SMTPTransport transport, Session session, ComposedMail mail, Envelope envelope)
      throws MessagingException {
    boolean eightBits = transport.supportsExtension("8BITMIME");
    ComposedMail carried = eightBits ? mail : mail.inSevenBits();
    WatchedMessage message = WatchedMessage.of(carried.withoutBcc(), session);
    if (eightBits && carried.needsEightBits()) {
      message.setMailExtension("BODY=8BITMIME");
    }
    List<InternetAddress> addresses = new ArrayList<>();
    for (String address : envelope.recipients()) {
      addresses.add(new InternetAddress(address));
    }
    try {
      transport.sendMessage(message, addresses.toArray(InternetAddress[]::new));
      return Sending.sent(transport.getLastServerResponse());
    } catch (MessagingException failed) {
      SmtpFailure failure = SmtpFailure.of(failed, server);
      // Once the mail was handed over whole, only a server that says no has not taken it.
      return message.isHandedOver() && !failure.isAnswer()
          ? Sending.unknown(failure.text())
          : Sending.notSent(failure.text());
    }
  }

  @Override
  public List<String> rehearse(ComposedMail mail, Envelope envelope) {
    List<String> lines = new ArrayList<>();
    lines.add("Server: " + server);
    lines.add("EHLO " + server.helloName().orElse("(name of this machine)"));
    if (server.encryption() == SmtpServer.Encryption.STARTTLS) {
      lines.add("STARTTLS");
    }
    server.login().ifPresent(login -> lines.add(rehearsed(login)));
    String body = mail.needsEightBits() ? " BODY=8BITMIME" : "";
    lines.add("MAIL FROM:<" + envelope.sender() + ">" + body);
    envelope.recipients().forEach(address -> lines.add("RCPT TO:<" + address + ">"));
    lines.add("DATA (" + mail.withoutBcc().length() + " octets)");
    lines.add("QUIT");
    return lines;
  }

  private static String rehearsed(SmtpServer.Login login) {
    String mechanisms =
        login.mechanisms().isEmpty() ? "(what both know)" : String.join(" or ", login.mechanisms());
    String password =
        login.password().isPresent() ? "sendemail.smtppass" : "the password of git credential";
    return "AUTH " + mechanisms + " as " + login.user() + " with " + password;
  }
}
