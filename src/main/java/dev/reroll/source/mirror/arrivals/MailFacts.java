package dev.reroll.source.mirror.arrivals;

import dev.reroll.mail.Person;
import dev.reroll.message.MessageId;
import dev.reroll.patch.PatchId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What an index keeps of a mail: what it says about itself.
 *
 * @param id its message id
 * @param kind what it is
 * @param subject its subject, decoded
 * @param sender who sent it
 * @param authors who wrote the patches in it, where that is somebody else
 * @param date when it was sent
 * @param above the mails that it answers, directly or not
 * @param linked the mails that its text names
 * @param changeIds the values of its {@code change-id:} lines
 * @param patchIds of the patches in it
 * @param paths the files that they touch, old and new names
 */
public record MailFacts(
    Optional<MessageId> id,
    Kind kind,
    String subject,
    Person sender,
    Set<Person> authors,
    Optional<Instant> date,
    Set<MessageId> above,
    Set<MessageId> linked,
    Set<String> changeIds,
    Set<PatchId> patchIds,
    Set<String> paths) {
  /** What a mail is; the number is what an index holds. */
  public enum Kind {
    OTHER(0),
    REPLY(1),
    COVER(2),
    PATCH(3);

    private final int number;

    Kind(int number) {
      this.number = number;
    }

    /** Returns the number that stands for it in an index. */
    public int number() {
      return number;
    }
  }

  public MailFacts {
    authors = Set.copyOf(authors);
    above = Set.copyOf(above);
    linked = Set.copyOf(linked);
    changeIds = Set.copyOf(changeIds);
    patchIds = Set.copyOf(patchIds);
    paths = Set.copyOf(paths);
  }
}
