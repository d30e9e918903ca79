package dev.reroll.mail;

import dev.reroll.bytes.Octets;
import dev.reroll.bytes.Utf8;
import dev.reroll.mail.subject.SubjectLine;
import dev.reroll.mail.subject.Words;
import dev.reroll.message.MessageId;
import dev.reroll.message.RawMessage;
import dev.reroll.problem.Diagnostic;
import dev.reroll.problem.Locator;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Decodes the headers that matter into an envelope. */
final class HeaderReader {
  private final Consumer<Diagnostic> diagnostics;

  HeaderReader(Consumer<Diagnostic> diagnostics) {
    this.diagnostics = diagnostics;
  }

  Envelope envelope(RawMessage raw, HeaderBlock headers) {
    Octets subject = decoded(headers, "subject", raw.where());
    String rawSubject = Utf8.string(Blanks.collapsed(subject));
    List<MessageId> answered = ids(headers.last("in-reply-to"));
    return new Envelope(
        raw.id(),
        answered.isEmpty() ? Optional.empty() : Optional.of(answered.get(0)),
        ids(headers.last("references")),
        sender(headers, raw.where()),
        date(headers),
        SubjectLine.parse(rawSubject),
        rawSubject,
        raw.where());
  }

  private static Optional<Instant> date(HeaderBlock headers) {
    Optional<Octets> value = headers.last("date");
    return value.isPresent()
        ? MailDate.parse(value.get().decode(StandardCharsets.ISO_8859_1))
        : Optional.empty();
  }

  private Person sender(HeaderBlock headers, Locator where) {
    String header = Utf8.string(decoded(headers, "from", where));
    Person person = SenderLine.read(header);
    if (person.relayedName().isPresent()) {
      return original(person, headers, where);
    }
    // Git has no author here; a name without an address is still better than nothing.
    return person.address().isEmpty() ? new Person(header.strip(), "") : person;
  }

  /** Finds the sender behind a list that puts its own address into {@code From}. */
  private Person original(Person relayed, HeaderBlock headers, Locator where) {
    for (String name : List.of("x-original-from", "reply-to")) {
      String header = Utf8.string(decoded(headers, name, where));
      for (String each : Words.of(header, ",")) {
        Person person = SenderLine.read(each);
        boolean isOther =
            !person.address().isEmpty() && !person.address().equalsIgnoreCase(relayed.address());
        boolean isNamed =
            person.name().equals(person.address())
                || person.name().equalsIgnoreCase(relayed.withoutRelay().name());
        if (isOther && isNamed) {
          return new Person(relayed.withoutRelay().name(), person.address());
        }
      }
    }
    return relayed;
  }

  private Octets decoded(HeaderBlock headers, String name, Locator where) {
    return decoded(headers.last(name).orElse(Octets.EMPTY), name, where);
  }

  /** Decodes a raw header value; one that cannot be decoded stays as it is, with a warning. */
  Octets decoded(Octets value, String name, Locator where) {
    Optional<Octets> text = EncodedWords.decode(value);
    if (text.isEmpty()) {
      diagnostics.accept(
          Diagnostic.warning(
              where, "an encoded word in the header '" + name + "' cannot be decoded"));
    }
    return text.orElse(value);
  }

  private static List<MessageId> ids(Optional<Octets> header) {
    List<MessageId> ids = new ArrayList<>();
    Octets text = header.orElse(Octets.EMPTY);
    int open = text.indexOf('<', 0);
    while (open >= 0) {
      int close = text.indexOf('>', open);
      if (close < 0) {
        break;
      }
      String id = Blanks.removed(text.slice(open + 1, close)).decode(StandardCharsets.UTF_8);
      if (!id.isEmpty()) {
        ids.add(new MessageId(id));
      }
      open = text.indexOf('<', close);
    }
    return ids;
  }
}
