package dev.reroll.mail;

import dev.reroll.bytes.Octets;
import dev.reroll.message.MailboxSplitter;
import dev.reroll.message.RawMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Reads the mails of {@code src/test/resources/mail}: one situation, one file. */
final class MailFile {
  private MailFile() {}

  static RawMessage read(String situation) {
    String name = situation + ".eml";
    try (var in = MailFile.class.getResourceAsStream("/mail/" + name)) {
      Octets octets = Octets.wrap(Objects.requireNonNull(in).readAllBytes());
      return MailboxSplitter.split(octets, name).get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
