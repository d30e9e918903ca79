package dev.reroll.deliver;

import dev.reroll.bytes.Octets;
import dev.reroll.deliver.MailSender.Sending;
import dev.reroll.problem.Refusal;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.cert.CertificateExpiredException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
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
   * Creates a sender.
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
  public Sending send(ComposedMail mail, MailSender.Delivery envelope) throws Refusal {
    Properties properties = SmtpProperties.of(server, folder);
    properties.put("mail.smtp.from", envelope.sender());
    Session session = Session.getInstance(properties);
    try {
      Connection transport = new Connection(session);
      try {
        Optional<Sending> failure = connect(transport);
        return failure.isPresent() ? failure.get() : handOver(transport, session, mail, envelope);
      } finally {
        leave(transport);
      }
    } catch (MessagingException | RuntimeException failed) {
      return Sending.notSent(SmtpFailure.of(failed, server).text());
    }
  }

  /** Says goodbye; how the server takes it changes nothing about the mail (RFC 5321, 4.1.1.10). */
  private static void leave(SMTPTransport transport) {
    try {
      transport.close();
    } catch (MessagingException | RuntimeException goneAlready) {
      return;
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
              Sending.notSent(server + " offers no login, but sendemail.smtpuser asks for one"));
    } catch (AuthenticationFailedException refused) {
      return Optional.of(Sending.notSent(SmtpFailure.login(refused, server).text()));
    } catch (MessagingException failed) {
      return Optional.of(Sending.notSent(SmtpFailure.of(failed, server).text()));
    }
  }

  private Sending handOver(
      Connection transport, Session session, ComposedMail mail, MailSender.Delivery envelope)
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
      transport.watch(message);
      transport.sendMessage(message, addresses.toArray(InternetAddress[]::new));
      return Sending.sent(transport.getLastServerResponse());
    } catch (MessagingException | RuntimeException failed) {
      String reason = SmtpFailure.of(failed, server).text();
      return message.isHandedOver() ? judged(transport, reason) : Sending.notSent(reason);
    }
  }

  /** Once the mail was handed over whole, the first answer to it counts, whatever came later. */
  private Sending judged(Connection transport, String reason) {
    return switch (transport.verdict / 100) {
      case 2 -> Sending.sent(transport.answer);
      case 4, 5 -> Sending.notSent(server + " said: " + transport.answer);
      default -> Sending.unknown(reason);
    };
  }

  /** A connection that remembers how the server answered a mail that was handed over whole. */
  private static final class Connection extends SMTPTransport {
    private static final int NONE_YET = -2;
    private static final int UNHEARD = -1;

    private Optional<WatchedMessage> message = Optional.empty();
    private int verdict = NONE_YET;
    private String answer = "";

    Connection(Session session) {
      super(session, new URLName("smtp", null, -1, null, null, null));
    }

    void watch(WatchedMessage leaving) {
      message = Optional.of(leaving);
    }

    @Override
    protected int readServerResponse() throws MessagingException {
      boolean isVerdict =
          verdict == NONE_YET && message.isPresent() && message.get().isHandedOver();
      if (isVerdict) {
        // What never comes counts as well: a later answer, such as that to QUIT, is none to the
        // mail.
        verdict = UNHEARD;
      }
      int code = super.readServerResponse();
      if (isVerdict) {
        verdict = code;
        answer = getLastServerResponse();
      }
      return code;
    }
  }

  @Override
  public List<String> rehearse(ComposedMail mail, MailSender.Delivery envelope) {
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
    lines.add("DATA (" + mail.withoutBcc().length() + " bytes)");
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

  /**
   * Says in a line why a server did not take a mail.
   *
   * @param text what happened, with the server's own words
   */
  private record SmtpFailure(String text) {
    /** Begins what is said where the login failed. */
    static final String LOGIN = "login refused";

    private static final int DEEPEST = 20;

    static SmtpFailure login(MessagingException refused, SmtpServer server) {
      return new SmtpFailure(LOGIN + " by " + server + ": " + refused.getMessage());
    }

    static SmtpFailure of(Exception failed, SmtpServer server) {
      List<Throwable> causes = causes(failed);
      List<String> refused = new ArrayList<>();
      for (Throwable cause : causes) {
        if (cause instanceof SMTPAddressFailedException address) {
          refused.add(address.getAddress() + ": " + address.getMessage());
        }
      }
      if (!refused.isEmpty()) {
        return new SmtpFailure(server + " refused " + String.join("; ", refused));
      }
      for (Throwable cause : causes) {
        if (cause instanceof SMTPSendFailedException answer && answer.getReturnCode() >= 400) {
          return new SmtpFailure(server + " said: " + answer.getMessage());
        }
      }
      return new SmtpFailure(reason(causes, server));
    }

    private static String reason(List<Throwable> causes, SmtpServer server) {
      for (Throwable cause : causes) {
        if (cause instanceof CertificateExpiredException) {
          return "the certificate of " + server + " has expired: " + cause.getMessage();
        }
      }
      for (Throwable cause : causes) {
        if (cause instanceof UnknownHostException) {
          return "no such host: '" + server.host() + "'";
        }
        if (cause instanceof SocketTimeoutException) {
          return server + " did not answer within " + server.patience().toSeconds() + " s";
        }
        if (cause instanceof ConnectException) {
          return "cannot connect to " + server + ": " + cause.getMessage();
        }
        if (cause instanceof SSLException) {
          return "no secure connection to " + server + ": " + cause.getMessage();
        }
      }
      Throwable last = causes.get(causes.size() - 1);
      boolean isClosed = String.valueOf(last.getMessage()).contains("[EOF]");
      return isClosed
          ? server + " closed the connection"
          : "the connection to " + server + " failed: " + last.getMessage();
    }

    /** Returns {@code failed} and all below it; the mail library chains in a way of its own. */
    private static List<Throwable> causes(Throwable failed) {
      List<Throwable> causes = new ArrayList<>();
      causes.add(failed);
      for (int i = 0; i < causes.size() && causes.size() < DEEPEST; i++) {
        Throwable at = causes.get(i);
        if (at.getCause() != null && !causes.contains(at.getCause())) {
          causes.add(at.getCause());
        }
        if (at instanceof MessagingException mail
            && mail.getNextException() != null
            && !causes.contains(mail.getNextException())) {
          causes.add(mail.getNextException());
        }
      }
      return causes;
    }
  }

  /**
   * A mail as the library sends it, octet by octet, which remembers that all of it was written: up
   * to then a server cannot have taken it.
   */
  private static final class WatchedMessage extends SMTPMessage {
    private final Octets octets;
    private boolean handedOver;

    private WatchedMessage(Octets octets, Session session, InputStream headers)
        throws MessagingException {
      super(session, headers);
      this.octets = octets;
    }

    static WatchedMessage of(Octets octets, Session session) throws MessagingException {
      return new WatchedMessage(octets, session, new ByteArrayInputStream(octets.toByteArray()));
    }

    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException {
      octets.writeTo(out);
      out.flush();
      handedOver = true;
    }

    boolean isHandedOver() {
      return handedOver;
    }
  }
}
