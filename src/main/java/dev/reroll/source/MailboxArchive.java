package dev.reroll.source;

import dev.reroll.bytes.Octets;
import dev.reroll.mail.CoverLetter;
import dev.reroll.mail.Envelope;
import dev.reroll.mail.MailItem;
import dev.reroll.mail.MailReader;
import dev.reroll.mail.PatchMail;
import dev.reroll.mail.Person;
import dev.reroll.mail.Reply;
import dev.reroll.message.MessageId;
import dev.reroll.message.RawMessage;
import dev.reroll.series.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Answers from a mailbox that was read into memory: a saved thread, or a maildir of a whole list.
 *
 * <p>Every mail is read once, when the archive is opened; a question then looks at all of them.
 */
public final class MailboxArchive implements Archive {
  private final String name;
  private final List<RawMessage> messages;
  private final List<List<MailItem>> items = new ArrayList<>();
  private final Map<MessageId, Integer> places = new HashMap<>();
  private final ThreadSets threads = new ThreadSets();

  private MailboxArchive(String name, List<RawMessage> messages) {
    this.name = name;
    this.messages = List.copyOf(messages);
  }

  /**
   * Opens an archive of {@code messages}, in their order of arrival, which reads all of them.
   *
   * @param name the mailbox, as the user typed it
   */
  public static MailboxArchive of(String name, List<RawMessage> messages, Progress progress) {
    MailboxArchive archive = new MailboxArchive(name, messages);
    MailReader reader = new MailReader(oddMailIsReportedWhenItIsUsed -> {});
    for (RawMessage message : archive.messages) {
      archive.add(message, reader.read(message));
      progress.step("reading " + name + ", mails", archive.items.size(), archive.messages.size());
    }
    progress.end();
    return archive;
  }

  private void add(RawMessage message, List<MailItem> read) {
    int place = items.size();
    items.add(read);
    message.id().ifPresent(id -> places.putIfAbsent(id, place));
    threads.add(read.get(0).envelope());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<RawMessage> thread(MessageId id) {
    return places.containsKey(id) ? threadsOf(List.of(id)) : List.of();
  }

  @Override
  public List<RawMessage> search(Query query) {
    return query.fold(new Search());
  }

  @Override
  public void close() {
    // Nothing is open: the mailbox was read whole.
  }

  /** Returns the threads that {@code ids} stand in, each mail once. */
  private List<RawMessage> threadsOf(List<MessageId> ids) {
    List<Integer> wanted = ids.stream().map(threads::of).distinct().toList();
    List<RawMessage> found = new ArrayList<>();
    for (RawMessage message : messages) {
      if (message.id().map(threads::of).filter(wanted::contains).isPresent()) {
        found.add(message);
      }
    }
    return found;
  }

  private List<RawMessage> threadsWhere(Predicate<MailItem> wanted) {
    List<MessageId> hits = new ArrayList<>();
    for (int i = 0; i < messages.size(); i++) {
      if (items.get(i).stream().anyMatch(wanted)) {
        messages.get(i).id().ifPresent(hits::add);
      }
    }
    return threadsOf(hits);
  }

  /** Looks for what a public-inbox server would find for the same query. */
  private final class Search implements Query.Visitor<List<RawMessage>> {
    @Override
    public List<RawMessage> thread(Query.Thread query) {
      return MailboxArchive.this.thread(query.id());
    }

    @Override
    public List<RawMessage> sameChangeId(Query.SameChangeId query) {
      String wanted = "change-id: " + query.changeId();
      return threadsWhere(item -> MailTexts.of(item).stream().anyMatch(t -> t.contains(wanted)));
    }

    @Override
    public List<RawMessage> sameTitle(Query.SameTitle query) {
      String wanted = words(query.title());
      return threadsWhere(
          item ->
              isBy(query.author(), query.span(), item.envelope())
                  && words(item.envelope().rawSubject()).contains(wanted));
    }

    @Override
    public List<RawMessage> sameAuthor(Query.SameAuthor query) {
      return threadsWhere(
          item -> item instanceof PatchMail && isBy(query.author(), query.span(), item.envelope()));
    }
  }

  private static boolean isBy(Person author, Query.Span span, Envelope envelope) {
    Person from = envelope.from();
    boolean samePerson =
        from.address().equalsIgnoreCase(author.address())
            || (!author.name().isEmpty() && from.name().equalsIgnoreCase(author.name()));
    return samePerson
        && envelope
            .date()
            .filter(date -> !date.isBefore(span.from()) && !date.isAfter(span.to()))
            .isPresent();
  }

  /** Returns the words of {@code text} in lower case, a blank before and behind each. */
  private static String words(String text) {
    return " " + text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ";
  }

  /** Returns what a mail says, for searching in it. */
  private static final class MailTexts {
    private MailTexts() {}

    /** Returns the decoded texts of {@code item}; below a patch's diff there may be one as well. */
    static List<String> of(MailItem item) {
      return octets(item).map(Octets::toString).toList();
    }

    private static Stream<Octets> octets(MailItem item) {
      if (item instanceof PatchMail patch) {
        return Stream.of(patch.message().body(), patch.notes(), patch.diff());
      }
      if (item instanceof CoverLetter cover) {
        return Stream.of(cover.text());
      }
      return item instanceof Reply reply ? Stream.of(reply.text()) : Stream.empty();
    }
  }

  /**
   * Sorts mails into threads: what names the same mail, there or not, is in one (RFC 5256, 3,
   * without its look at subjects).
   */
  private static final class ThreadSets {
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
}
