package dev.reroll.source.server;

import dev.reroll.message.MailboxSplitter;
import dev.reroll.message.OctetBuilder;
import dev.reroll.message.Octets;
import dev.reroll.message.RawMessage;
import dev.reroll.source.Limits;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Unpacks the mailbox that a server sent, within limits. */
final class Mailbag {
  private static final int CHUNK = 1 << 16;

  private final Limits limits;

  Mailbag(Limits limits) {
    this.limits = limits;
  }

  /** Says whether {@code body} begins like a mailbox, packed or not. */
  static boolean isMailbox(Octets body) {
    return isPacked(body) || body.startsWith("From ");
  }

  /**
   * Returns the mails in {@code body}.
   *
   * @param name what the mails are said to come from
   * @throws IOException where it is damaged, or more than the limits allow
   */
  List<RawMessage> mails(Octets body, String name) throws IOException {
    Octets mailbox = isPacked(body) ? unpacked(body) : body;
    List<RawMessage> mails = MailboxSplitter.split(mailbox, name);
    if (mails.size() > limits.messageCount()) {
      throw new IOException("it holds more than " + limits.messageCount() + " mails");
    }
    for (RawMessage mail : mails) {
      if (mail.octets().length() > limits.messageOctets()) {
        throw new IOException("a mail in it is larger than " + limits.messageOctets() + " octets");
      }
    }
    return mails;
  }

  private static boolean isPacked(Octets body) {
    return body.length() >= 2 && body.at(0) == 0x1F && body.at(1) == (byte) 0x8B;
  }

  private Octets unpacked(Octets body) throws IOException {
    OctetBuilder out = new OctetBuilder(Math.max(CHUNK, body.length() * 3));
    byte[] chunk = new byte[CHUNK];
    try (InputStream in =
        new GZIPInputStream(new ByteArrayInputStream(body.toByteArray()), CHUNK)) {
      for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
        if (count > limits.mailboxOctets() - out.length()) {
          throw new IOException("unpacked it is larger than " + limits.mailboxOctets() + " octets");
        }
        out.append(Octets.wrap(chunk, 0, count));
      }
    } catch (EOFException e) {
      throw new IOException("its gzip data ends early, after octet " + out.length(), e);
    } catch (ZipException e) {
      throw new IOException("its gzip data is damaged after octet " + out.length(), e);
    }
    return out.toOctets();
  }
}
