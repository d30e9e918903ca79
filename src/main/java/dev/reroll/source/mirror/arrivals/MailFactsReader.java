package dev.reroll.source.mirror.arrivals;

import dev.reroll.bytes.Octets;
import dev.reroll.mail.CoverLetter;
import dev.reroll.mail.Envelope;
import dev.reroll.mail.MailItem;
import dev.reroll.mail.MailReader;
import dev.reroll.mail.PatchMail;
import dev.reroll.mail.Person;
import dev.reroll.mail.Reply;
import dev.reroll.mail.Unrelated;
import dev.reroll.message.MessageId;
import dev.reroll.message.RawMessage;
import dev.reroll.patch.DiffParser;
import dev.reroll.patch.FileDiff;
import dev.reroll.patch.Patch;
import dev.reroll.patch.PatchId;
import dev.reroll.problem.Diagnostic;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one mail for an index. Of hostile mails not everything is kept: at most {@value #MAX_IDS}
 * ids, links or patches, and {@value #MAX_PATHS} paths.
 */
public final class MailFactsReader {
  private static final int MAX_IDS = 256;
  private static final int MAX_PATHS = 4096;

  private final RawMessage message;
  private final TextMarks marks = new TextMarks();
  private final Set<Person> authors = new HashSet<>();
  private final Set<PatchId> patchIds = new LinkedHashSet<>();
  private final Set<String> paths = new LinkedHashSet<>();
  private Optional<Diagnostic> damage = Optional.empty();
  private MailFacts.Kind kind = MailFacts.Kind.OTHER;

  private MailFactsReader(RawMessage message) {
    this.message = message;
  }

  /**
   * What was read of one mail.
   *
   * @param damage what kept the rest from being read
   */
  public record Result(MailFacts facts, Optional<Diagnostic> damage) {}

  /** Reads {@code message}; whatever it holds, its place in the thread is kept. */
  public static Result read(RawMessage message) {
    MailFactsReader reader = new MailFactsReader(message);
    MailFacts facts = reader.read();
    return new Result(facts, reader.damage);
  }

  private MailFacts read() {
    // What is odd about a mail is said when it is compared, not whenever it is indexed.
    List<MailItem> items = new MailReader(diagnostic -> {}).read(message);
    Envelope envelope = items.get(0).envelope();
    try {
      items.forEach(this::add);
    } catch (RuntimeException | StackOverflowError failed) {
      // One mail must not keep a list from being indexed.
      markDamaged();
    }
    authors.remove(envelope.from());
    Set<MessageId> above = above(envelope);
    marks.linked().removeAll(above);
    return new MailFacts(
        envelope.id(),
        kind,
        envelope.rawSubject(),
        envelope.from(),
        authors,
        envelope.date(),
        above,
        marks.linked(),
        marks.changeIds(),
        patchIds,
        paths);
  }

  /** The nearest mails matter most, and the first one; hostile headers hold thousands. */
  private static Set<MessageId> above(Envelope envelope) {
    Set<MessageId> above = new LinkedHashSet<>();
    envelope.inReplyTo().ifPresent(above::add);
    List<MessageId> references = envelope.references();
    references.stream().findFirst().ifPresent(above::add);
    above.addAll(references.subList(Math.max(0, references.size() - MAX_IDS), references.size()));
    envelope.id().ifPresent(above::remove);
    return above;
  }

  private void add(MailItem item) {
    if (item instanceof PatchMail patch) {
      raise(MailFacts.Kind.PATCH);
      addPatch(patch);
    } else if (item instanceof CoverLetter cover) {
      raise(MailFacts.Kind.COVER);
      marks.read(cover.text(), TextMarks.Part.TEXT);
    } else if (item instanceof Reply reply) {
      raise(MailFacts.Kind.REPLY);
      marks.read(reply.text(), TextMarks.Part.TEXT);
    } else if (item instanceof Unrelated unrelated && unrelated.isUnreadable()) {
      markDamaged();
    }
  }

  private void markDamaged() {
    String id = message.id().map(value -> "the mail <" + value + ">").orElse("a mail");
    String text = id + " cannot be read; only its place in the thread is known";
    damage = Optional.of(Diagnostic.warning(message.where(), text));
  }

  private void raise(MailFacts.Kind other) {
    kind = other.number() > kind.number() ? other : kind;
  }

  private void addPatch(PatchMail mail) {
    if (patchIds.size() >= MAX_IDS) {
      return;
    }
    mail.author().ifPresent(authors::add);
    marks.read(mail.message().body(), TextMarks.Part.TEXT);
    marks.read(mail.notes(), TextMarks.Part.TEXT);
    marks.read(mail.diff(), TextMarks.Part.DIFF);
    Patch patch = DiffParser.parse(mail.diff(), mail.diffWhere(), diagnostic -> {});
    patchIds.add(patch.id());
    for (FileDiff file : patch.files()) {
      for (Octets path : List.of(file.before(), file.after())) {
        if (paths.size() < MAX_PATHS) {
          paths.add(path.toString());
        }
      }
    }
  }

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
}
