package dev.reroll.series;

import dev.reroll.mail.Envelope;
import dev.reroll.mail.MailItem;
import dev.reroll.message.MessageId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Knows which mail answers which, among the mails of one bag. */
final class MailThread {
  /** Bounds the walk up a thread: real ones are a few dozen mails deep, hostile ones endless. */
  private static final int HIGHEST_CLIMB = 256;

  private final Map<MessageId, Envelope> envelopes = new HashMap<>();

  MailThread(List<MailItem> items) {
    for (MailItem item : items) {
      Optional<MessageId> id = item.envelope().id();
      if (id.isPresent()) {
        envelopes.putIfAbsent(id.get(), item.envelope());
      }
    }
  }

  /**
   * Returns the mails above {@code envelope}, nearest first, ids of mails that are not there
   * included; of a very deep thread the nearest {@value #HIGHEST_CLIMB}. Follows In-Reply-To, and
   * References where the parent is not there.
   */
  List<MessageId> ancestors(Envelope envelope) {
    Set<MessageId> seen = new LinkedHashSet<>();
    Optional<MessageId> own = envelope.id();
    if (own.isPresent()) {
      seen.add(own.get());
    }
    Optional<Envelope> at = Optional.of(envelope);
    while (at.isPresent() && seen.size() <= HIGHEST_CLIMB) {
      at = climb(at.get(), seen);
    }
    if (own.isPresent()) {
      seen.remove(own.get());
    }
    return List.copyOf(seen);
  }

  /** Returns the mails above the mail {@code id}; none where that is not there. */
  List<MessageId> ancestors(MessageId id) {
    Envelope envelope = envelopes.get(id);
    return envelope == null ? List.of() : ancestors(envelope);
  }

  /** Finds the topmost mail of the thread that {@code envelope} stands in, itself where alone. */
  Optional<MessageId> root(Envelope envelope) {
    List<MessageId> above = ancestors(envelope);
    return above.isEmpty() ? envelope.id() : Optional.of(above.get(above.size() - 1));
  }

  /** Whether a mail above {@code envelope} is there. */
  boolean isAnswer(Envelope envelope) {
    return !Collections.disjoint(ancestors(envelope), envelopes.keySet());
  }

  /** Notes the mails right above {@code envelope}; finds the nearest of them that is there. */
  private Optional<Envelope> climb(Envelope envelope, Set<MessageId> seen) {
    for (MessageId id : parents(envelope)) {
      if (seen.size() > HIGHEST_CLIMB) {
        break;
      }
      Envelope parent = envelopes.get(id);
      if (seen.add(id) && parent != null) {
        return Optional.of(parent);
      }
    }
    return Optional.empty();
  }

  private static List<MessageId> parents(Envelope envelope) {
    List<MessageId> parents = new ArrayList<>(envelope.references().size() + 1);
    if (envelope.inReplyTo().isPresent()) {
      parents.add(envelope.inReplyTo().get());
    }
    for (int i = envelope.references().size() - 1; i >= 0; i--) {
      parents.add(envelope.references().get(i));
    }
    return parents;
  }

  /** Puts each mail behind those that it answers, and leaves the order as it is otherwise. */
  static final class ThreadOrder {
    private final MailThread thread;
    private final Map<MessageId, List<MailItem>> byId = new HashMap<>();
    private final Set<MailItem> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<MailItem> ordered = new ArrayList<>();

    private ThreadOrder(MailThread thread) {
      this.thread = thread;
    }

    static List<MailItem> of(List<MailItem> items, MailThread thread) {
      ThreadOrder order = new ThreadOrder(thread);
      for (MailItem item : items) {
        order.index(item);
      }
      for (MailItem item : items) {
        order.takeWithAncestors(item);
      }
      return order.ordered;
    }

    private void index(MailItem item) {
      Optional<MessageId> id = item.envelope().id();
      if (id.isPresent()) {
        byId.putIfAbsent(id.get(), new ArrayList<>(1));
        byId.get(id.get()).add(item);
      }
    }

    private void takeWithAncestors(MailItem item) {
      List<MessageId> ancestors = thread.ancestors(item.envelope());
      for (int i = ancestors.size() - 1; i >= 0; i--) {
        for (MailItem ancestor : byId.getOrDefault(ancestors.get(i), List.of())) {
          take(ancestor);
        }
      }
      take(item);
    }

    private void take(MailItem item) {
      if (taken.add(item)) {
        ordered.add(item);
      }
    }
  }
}
