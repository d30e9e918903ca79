package dev.reroll.series;

import dev.reroll.message.MessageId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Looks up the versions that were sent before one, and may be the one that it follows: each in
 * constant time, so that whole lists are linked in time about linear in their size.
 */
final class Earlier {
  /** Of the versions that one sender sent before, only so many last are looked at. */
  private static final int MOST_OF_SENDER = 100;

  /** Of the versions that share a title, only so many last are looked at. */
  private static final int MOST_OF_TITLE = 16;

  private final Map<String, Deque<Integer>> bySender = new HashMap<>();
  private final Map<TitleWords, Deque<Integer>> byTitle = new HashMap<>();
  private final Map<String, Deque<Integer>> byChangeId = new HashMap<>();
  private final Map<MessageId, Integer> holders = new HashMap<>();

  /** Enters version {@code index}, the newest so far. */
  void add(int index, VersionTraits traits) {
    traits.senders().forEach(sender -> note(bySender, sender, index));
    note(byTitle, traits.title(), index);
    traits.patchTitles().forEach(title -> note(byTitle, title, index));
    traits.changeId().ifPresent(id -> note(byChangeId, id, index));
    traits.ids().forEach(id -> holders.putIfAbsent(id, index));
  }

  /** Returns those that share a sender or a title, oldest first. */
  SortedSet<Integer> alike(VersionTraits traits) {
    SortedSet<Integer> alike = new TreeSet<>();
    traits.senders().forEach(sender -> alike.addAll(get(bySender, sender)));
    alike.addAll(get(byTitle, traits.title()));
    traits.patchTitles().forEach(title -> alike.addAll(get(byTitle, title)));
    return alike;
  }

  /** Returns those with the change-id {@code id}. */
  List<Integer> withChangeId(String id) {
    return get(byChangeId, id);
  }

  /** Finds the version that the mail {@code id} was sent for. */
  Optional<Integer> holderOf(MessageId id) {
    return Optional.ofNullable(holders.get(id));
  }

  private static <K> void note(Map<K, Deque<Integer>> map, K key, int index) {
    Deque<Integer> held = map.computeIfAbsent(key, any -> new ArrayDeque<>(2));
    if (held.isEmpty() || held.peekLast() != index) {
      held.addLast(index);
    }
    int most = key instanceof TitleWords ? MOST_OF_TITLE : MOST_OF_SENDER;
    if (held.size() > most) {
      held.removeFirst();
    }
  }

  private static <K> List<Integer> get(Map<K, Deque<Integer>> map, K key) {
    Deque<Integer> held = map.get(key);
    return held == null ? List.of() : List.copyOf(held);
  }
}
