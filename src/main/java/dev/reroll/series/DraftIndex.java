package dev.reroll.series;

import dev.reroll.mail.Envelope;
import dev.reroll.mail.Person;
import dev.reroll.message.MessageId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Finds the versions that a mail may belong to, each in constant time: by a mail that they hold, or
 * by who sent how many patches.
 */
final class DraftIndex {
  /** Of the versions that one sender sent with one total, only so many newest are looked at. */
  private static final int MAX_CANDIDATES = 16;

  private final List<VersionDraft> drafts = new ArrayList<>();
  private final Map<MessageId, VersionDraft> holders = new HashMap<>();
  private final Map<MessageId, VersionDraft> answering = new HashMap<>();
  private final Map<String, Deque<VersionDraft>> byTotal = new HashMap<>();

  VersionDraft open() {
    VersionDraft draft = new VersionDraft();
    drafts.add(draft);
    return draft;
  }

  List<VersionDraft> drafts() {
    return drafts;
  }

  /** Notes that {@code draft} took in the mail. */
  void note(VersionDraft draft, Envelope envelope) {
    if (envelope.id().isPresent()) {
      holders.putIfAbsent(envelope.id().get(), draft);
    }
    if (envelope.inReplyTo().isPresent()) {
      answering.put(envelope.inReplyTo().get(), draft);
    }
    String key = key(envelope);
    Deque<VersionDraft> sharing = byTotal.getOrDefault(key, new ArrayDeque<>(2));
    byTotal.put(key, sharing);
    if (sharing.peekFirst() != draft) {
      sharing.remove(draft);
      sharing.addFirst(draft);
    }
    if (sharing.size() > MAX_CANDIDATES) {
      sharing.removeLast();
    }
  }

  Optional<VersionDraft> holderOf(MessageId id) {
    return Optional.ofNullable(holders.get(id));
  }

  /** Finds the version whose mails answer the mail {@code id}, which itself may not be there. */
  Optional<VersionDraft> answering(MessageId id) {
    return Optional.ofNullable(answering.get(id));
  }

  /** Returns the versions with mails of the same sender and the same total, newest first. */
  List<VersionDraft> likely(Envelope envelope) {
    Deque<VersionDraft> sharing = byTotal.get(key(envelope));
    return sharing == null ? List.of() : List.copyOf(sharing);
  }

  /** Returns who sent how many patches; no sender for mails that were never sent. */
  private static String key(Envelope envelope) {
    OptionalInt total = VersionDraft.total(envelope.subject());
    Person from = envelope.from();
    String sender = from.relayedName().orElse(from.address()).toLowerCase(Locale.ROOT);
    return total.orElse(0) + (envelope.id().isPresent() ? "<" + sender : "");
  }
}
