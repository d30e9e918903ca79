package dev.reroll.series;

import dev.reroll.mail.CoverLetter;
import dev.reroll.mail.Envelope;
import dev.reroll.mail.LeftOutReason;
import dev.reroll.mail.MailItem;
import dev.reroll.mail.PatchMail;
import dev.reroll.mail.Person;
import dev.reroll.mail.Reply;
import dev.reroll.mail.Unrelated;
import dev.reroll.mail.subject.Position;
import dev.reroll.message.MessageId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Items as the mails around them show them: what cannot be told from one mail alone.
 *
 * <ul>
 *   <li>A mail without number and diffstat at the top of its sender's own patches is their cover
 *       letter.
 *   <li>A mail under the very subject of another one's patch or cover letter, which it answers, is
 *       a reply though it lacks {@code Re:}.
 * </ul>
 */
final class ItemsInContext {
  /** What was sent as one posting was sent within this time. */
  private static final Duration POSTING = Duration.ofDays(1);

  private final Map<MessageId, Envelope> parents = new HashMap<>();
  private final Map<MessageId, List<MailItem>> answers = new HashMap<>();

  private ItemsInContext(List<MailItem> items) {
    for (MailItem item : items) {
      Envelope envelope = item.envelope();
      if (envelope.id().isPresent()) {
        parents.putIfAbsent(envelope.id().get(), envelope);
      }
      Optional<MessageId> parent = parent(envelope);
      if (parent.isPresent()) {
        answers.computeIfAbsent(parent.get(), key -> new ArrayList<>(1)).add(item);
      }
    }
  }

  /**
   * Returns the items in their order, some of them read in another way. What one mail carries of
   * another one that is there by itself is left out.
   */
  static List<MailItem> of(List<MailItem> all) {
    List<MailItem> items = withoutCopies(all);
    boolean isPlain = true;
    for (MailItem item : items) {
      isPlain &= !isDoubtful(item);
    }
    if (isPlain) {
      return items; // As most bags are.
    }
    ItemsInContext context = new ItemsInContext(items);
    List<MailItem> read = new ArrayList<>(items.size());
    for (MailItem item : items) {
      read.add(isDoubtful(item) ? context.read(item) : item);
    }
    return read;
  }

  private static List<MailItem> withoutCopies(List<MailItem> items) {
    Set<MailItem> carried = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int i = 1; i < items.size(); i++) {
      Envelope above = items.get(i - 1).envelope();
      Envelope envelope = items.get(i).envelope();
      boolean isOfOneMail = envelope.where().isAt(above.where());
      if (isOfOneMail
          && (carried.contains(items.get(i - 1)) || !envelope.id().equals(above.id()))) {
        carried.add(items.get(i));
      }
    }
    if (carried.isEmpty()) {
      return items;
    }
    Set<MessageId> known = new HashSet<>();
    for (MailItem item : items) {
      if (!carried.contains(item)) {
        item.envelope().id().ifPresent(known::add);
      }
    }
    List<MailItem> kept = new ArrayList<>(items);
    kept.removeIf(
        item -> carried.contains(item) && item.envelope().id().filter(known::contains).isPresent());
    return kept;
  }

  private static boolean isDoubtful(MailItem item) {
    return item instanceof Unrelated unrelated
        ? isOpen(unrelated.reason())
        : item instanceof CoverLetter && item.envelope().inReplyTo().isPresent();
  }

  private static boolean isOpen(LeftOutReason reason) {
    return reason == LeftOutReason.NEITHER_PATCH_NOR_REPLY
        || reason == LeftOutReason.ANNOUNCED_WITHOUT_DIFF
        || reason == LeftOutReason.NUMBERED_WITHOUT_DIFF;
  }

  private MailItem read(MailItem item) {
    if (item instanceof CoverLetter cover) {
      return isAnswerUnderSameSubject(item.envelope())
          ? new Reply(item.envelope(), cover.text(), false)
          : item;
    }
    Unrelated unrelated = (Unrelated) item;
    if (isAnswerUnderSameSubject(item.envelope())) {
      return new Reply(item.envelope(), unrelated.text(), false);
    }
    return leadsPatches(item.envelope())
        ? new CoverLetter(item.envelope(), unrelated.text())
        : item;
  }

  private boolean isAnswerUnderSameSubject(Envelope envelope) {
    Envelope parent = parent(envelope).map(parents::get).orElse(null);
    return parent != null
        && envelope.rawSubject().equalsIgnoreCase(parent.rawSubject())
        && !isSameSender(envelope.from(), parent.from());
  }

  /** Whether the first numbered patch of its sender, or some of them, answer it. */
  private boolean leadsPatches(Envelope envelope) {
    if (envelope.id().isEmpty()) {
      return false;
    }
    int count = 0;
    for (MailItem answer : answers.getOrDefault(envelope.id().get(), List.of())) {
      boolean isOwn =
          isSameSender(envelope.from(), answer.envelope().from())
              && isNear(envelope, answer.envelope());
      if (isOwn && answer instanceof CoverLetter) {
        return false;
      }
      Optional<Position> position = answer.envelope().subject().position();
      if (isOwn && answer instanceof PatchMail && position.isPresent()) {
        count += position.get().ordinal() == 1 ? 2 : 1;
      }
    }
    return count > 1;
  }

  private static boolean isNear(Envelope one, Envelope other) {
    Optional<Instant> first = one.date();
    Optional<Instant> second = other.date();
    return first.isEmpty()
        || second.isEmpty()
        || Duration.between(first.get(), second.get()).abs().compareTo(POSTING) <= 0;
  }

  private static boolean isSameSender(Person one, Person other) {
    boolean isRelayed = one.relayedName().isPresent() || other.relayedName().isPresent();
    return isRelayed
        ? one.withoutRelay().name().equalsIgnoreCase(other.withoutRelay().name())
        : one.address().equalsIgnoreCase(other.address());
  }

  private static Optional<MessageId> parent(Envelope envelope) {
    List<MessageId> references = envelope.references();
    return envelope.inReplyTo().isPresent() || references.isEmpty()
        ? envelope.inReplyTo()
        : Optional.of(references.get(references.size() - 1));
  }
}
