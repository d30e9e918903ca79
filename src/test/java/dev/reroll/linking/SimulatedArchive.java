package dev.reroll.linking;

import dev.reroll.bytes.Octets;
import dev.reroll.mail.CoverLetter;
import dev.reroll.mail.Envelope;
import dev.reroll.mail.MailItem;
import dev.reroll.mail.PatchMail;
import dev.reroll.mail.Person;
import dev.reroll.message.MessageId;
import dev.reroll.series.Query;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Answers queries from the mails of one list as an archive's server does: whole threads, by address
 * and words.
 */
final class SimulatedArchive {
  private final List<MailItem> items;
  private final Map<String, String> parents = new HashMap<>();
  private final Map<String, List<Integer>> threads = new HashMap<>();

  SimulatedArchive(List<MailItem> items) {
    this.items = items;
    for (int i = 0; i < items.size(); i++) {
      Envelope envelope = items.get(i).envelope();
      String own = envelope.id().map(MessageId::value).orElse("item " + i);
      envelope.inReplyTo().ifPresent(id -> join(own, id.value()));
      envelope.references().forEach(id -> join(own, id.value()));
    }
    for (int i = 0; i < items.size(); i++) {
      threads.computeIfAbsent(rootOf(i), root -> new ArrayList<>()).add(i);
    }
  }

  /** Returns the items of the threads that {@code query} is about, by arrival. */
  List<MailItem> search(Query query) {
    Set<Integer> found = query.fold(new Search());
    return new TreeSet<>(found).stream().map(items::get).toList();
  }

  private void join(String one, String other) {
    String first = find(one);
    String second = find(other);
    if (!first.equals(second)) {
      parents.put(first, second);
    }
  }

  private String find(String id) {
    String at = id;
    while (parents.containsKey(at)) {
      at = parents.get(at);
    }
    return at;
  }

  private String rootOf(int index) {
    return find(items.get(index).envelope().id().map(MessageId::value).orElse("item " + index));
  }

  private Set<Integer> threadsOf(Predicate<MailItem> wanted) {
    Set<Integer> found = new LinkedHashSet<>();
    for (int i = 0; i < items.size(); i++) {
      if (wanted.test(items.get(i))) {
        found.addAll(threads.get(rootOf(i)));
      }
    }
    return found;
  }

  private static boolean isFrom(Person author, MailItem item) {
    return item.envelope().from().address().equalsIgnoreCase(author.address());
  }

  private static boolean isWithin(Query.Span span, MailItem item) {
    return item.envelope()
        .date()
        .filter(date -> !date.isBefore(span.from()) && !date.isAfter(span.to()))
        .isPresent();
  }

  private static String words(String text) {
    return " " + text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ";
  }

  private final class Search implements Query.Visitor<Set<Integer>> {
    @Override
    public Set<Integer> thread(Query.Thread query) {
      return Set.copyOf(threads.getOrDefault(find(query.id().value()), List.of()));
    }

    @Override
    public Set<Integer> sameChangeId(Query.SameChangeId query) {
      return threadsOf(item -> text(item).contains("change-id: " + query.changeId()));
    }

    private String text(MailItem item) {
      Octets text = Octets.EMPTY;
      if (item instanceof CoverLetter cover) {
        text = cover.text();
      } else if (item instanceof PatchMail patch) {
        text = patch.notes();
      }
      return text.decode(StandardCharsets.ISO_8859_1);
    }

    @Override
    public Set<Integer> sameTitle(Query.SameTitle query) {
      String title = words(query.title());
      return threadsOf(
          item ->
              isWithin(query.span(), item)
                  && isFrom(query.author(), item)
                  && words(item.envelope().rawSubject()).contains(title));
    }

    @Override
    public Set<Integer> sameAuthor(Query.SameAuthor query) {
      return threadsOf(
          item ->
              isWithin(query.span(), item)
                  && isFrom(query.author(), item)
                  && (item instanceof PatchMail || item instanceof CoverLetter));
    }
  }
}
