package dev.reroll.mail;

import dev.reroll.bytes.Octets;
import dev.reroll.bytes.Utf8;
import dev.reroll.message.RawMessage;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the headers of a mail that an answer to it depends on, beyond those of its envelope. */
public final class MailHeaders {
  private final HeaderBlock block;

  private MailHeaders(HeaderBlock block) {
    this.block = block;
  }

  /** Reads those of {@code message}. */
  public static MailHeaders of(RawMessage message) {
    return new MailHeaders(HeaderBlock.of(message.octets()));
  }

  /** Finds the value of a header, unfolded and decoded; the last one counts, as for git. */
  public Optional<String> find(String name) {
    return block
        .last(name)
        .map(value -> Utf8.string(EncodedWords.decode(value).orElse(value)).strip());
  }

  /**
   * Returns the people that a header names, in their order; groups without a member and what is no
   * address are left out.
   */
  public List<Person> people(String name) {
    List<Person> people = new ArrayList<>();
    Octets header = block.last(name).orElse(Octets.EMPTY);
    try {
      String text = header.decode(StandardCharsets.UTF_8);
      for (InternetAddress address : InternetAddress.parseHeader(text, false)) {
        String at = address.getAddress() == null ? "" : address.getAddress();
        String personal = address.getPersonal() == null ? "" : address.getPersonal();
        if (at.indexOf('@') > 0) {
          people.add(new Person(personal, at));
        }
      }
    } catch (AddressException | RuntimeException unreadable) {
      return people;
    }
    return people;
  }
}
