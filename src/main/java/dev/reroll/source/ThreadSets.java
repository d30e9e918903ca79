package dev.reroll.source;

import dev.reroll.mail.Envelope;
import dev.reroll.message.MessageId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Sorts mails into threads: what names the same mail, there or not, is in one (RFC 5256, 3, without
 * its look at subjects).
 */
final class ThreadSets {
  private final Map<MessageId, Integer> numbers = new HashMap<>();
  private int[] parents = new int[64];

  void add(Envelope envelope) {
    if (envelope.id().isPresent()) {
      int own = number(envelope.id().get());
      Stream.concat(envelope.references().stream(), envelope.inReplyTo().stream())
          .forEach(above -> join(own, number(above)));
    }
  }

  /** Returns a number that all mails of the thread of {@code id} share. */
  int of(MessageId id) {
    return root(number(id));
  }

  private int number(MessageId id) {
    Integer known = numbers.get(id);
    if (known != null) {
      return known;
    }
    int number = numbers.size();
    if (number == parents.length) {
      parents = Arrays.copyOf(parents, number * 2);
    }
    parents[number] = number;
    numbers.put(id, number);
    return number;
  }

  private void join(int one, int other) {
    parents[root(one)] = root(other);
  }

  private int root(int number) {
    int at = number;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }
}
