package dev.reroll.series;

import dev.reroll.mail.Envelope;
import dev.reroll.mail.MailItem;
import dev.reroll.message.MessageId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Knows which mail answers which, among the mails of one bag. */
final class MailThread {
  private final Map<MessageId, Envelope> envelopes = new HashMap<>();

  MailThread(List<MailItem> items) {
    for (MailItem item : items) {
      item.envelope().id().ifPresent(id -> envelopes.putIfAbsent(id, item.envelope()));
    }
  }

  /**
   * Returns the mails above {@code envelope}, nearest first, ids of mails that are not there
   * included. Follows In-Reply-To, and References where the parent is not there.
   */
  List<MessageId> ancestors(Envelope envelope) {
    List<MessageId> ancestors = new ArrayList<>();
    Set<MessageId> seen = new HashSet<>();
    envelope.id().ifPresent(seen::add);
    collect(envelope, ancestors, seen);
    return ancestors;
  }

  private void collect(Envelope start, List<MessageId> ancestors, Set<MessageId> seen) {
    Envelope envelope = start;
    while (true) {
      List<MessageId> above = new ArrayList<>();
      envelope.inReplyTo().ifPresent(above::add);
      for (int i = envelope.references().size() - 1; i >= 0; i--) {
        above.add(envelope.references().get(i));
      }
      Envelope next = null;
      for (MessageId id : above) {
        if (seen.add(id)) {
          ancestors.add(id);
          if (next == null && envelopes.containsKey(id)) {
            next = envelopes.get(id);
            break;
          }
        }
      }
      if (next == null) {
        return;
      }
      envelope = next;
    }
  }
}
