package dev.reroll.deliver;

import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateExpiredException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/**
 * Says in a line why a server did not take a mail.
 *
 * @param text what happened, with the server's own words
 */
record SmtpFailure(String text) {
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
        return "no host is called '" + server.host() + "'";
      }
      if (cause instanceof SocketTimeoutException) {
        return server + " did not answer within " + server.patience().toSeconds() + " s";
      }
      if (cause instanceof ConnectException) {
        return "cannot connect to " + server + ": " + cause.getMessage();
      }
      if (cause instanceof SSLException) {
        return "no safe connection to " + server + ": " + cause.getMessage();
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
