package dev.reroll.deliver;

import java.util.List;

/**
 * Who a mail is handed over for, whatever its headers say (RFC 5321, 2.3.1).
 *
 * @param sender the address that failures are reported to
 * @param recipients the addresses that get it, each once, at least one
 */
public record Envelope(String sender, List<String> recipients) {
  public Envelope {
    recipients = List.copyOf(recipients);
    if (recipients.isEmpty()) {
      throw new IllegalArgumentException("a mail that is sent has a recipient");
    }
  }
}
