package dev.reroll.series;

import dev.reroll.mail.MailItem;
import dev.reroll.message.MessageId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts each mail behind those that it answers, and leaves the order as it is otherwise. */
final class ThreadOrder {
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
