package dev.reroll.mail;

import dev.reroll.mail.subject.SubjectLine;
import dev.reroll.message.MessageId;
import dev.reroll.message.RawMessage;
import dev.reroll.problem.Locator;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the headers of a mail say.
 *
 * @param id its message id, where it has one
 * @param inReplyTo the mail that it answers
 * @param references the mails above it in the thread, oldest first
 * @param from the sender, not necessarily the author; name and address empty where there is none
 * @param date when it was sent, where that can be read
 * @param subject its subject, read
 * @param rawSubject its subject, decoded and unfolded
 * @param where the mail's first octet
 */
public record Envelope(
    Optional<MessageId> id,
    Optional<MessageId> inReplyTo,
    List<MessageId> references,
    Person from,
    Optional<Instant> date,
    SubjectLine subject,
    String rawSubject,
    Locator where) {
  public Envelope {
    references = List.copyOf(references);
  }

  /** Returns what is known of a mail whose headers cannot be read. */
  static Envelope bare(RawMessage message) {
    return new Envelope(
        message.id(),
        Optional.empty(),
        List.of(),
        new Person("", ""),
        Optional.empty(),
        SubjectLine.parse(""),
        "",
        message.where());
  }

  /** Returns the same mail under another subject, such as that of a patch attached to it. */
  public Envelope withSubject(SubjectLine other, String otherRaw) {
    return new Envelope(id, inReplyTo, references, from, date, other, otherRaw, where);
  }
}
