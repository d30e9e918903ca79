package dev.reroll.deliver;

import dev.reroll.message.Octets;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/**
 * Is a mail as the library sends it, octet by octet, which remembers that all of it was written: up
 * to then a server cannot have taken it.
 */
final class WatchedMessage extends SMTPMessage {
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
