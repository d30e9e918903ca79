package dev.reroll.app.select;

import dev.reroll.mail.MailItem;
import dev.reroll.message.MessageBag;
import dev.reroll.message.MessageId;
import dev.reroll.message.RawMessage;
import dev.reroll.problem.Diagnostic;
import dev.reroll.problem.Refusal;
import dev.reroll.series.Query;
import dev.reroll.series.SearchPlan;
import dev.reroll.series.SeriesBag;
import dev.reroll.series.SeriesCollector;
import dev.reroll.source.Archive;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects mails from archives, each mail once, and reads each once. */
final class Gathering implements AutoCloseable {
  private final MessageBag messages = new MessageBag(copyThatDiffers -> {});
  private final List<MailItem> items = new ArrayList<>();
  private final Map<MessageId, List<Diagnostic>> diagnostics = new HashMap<>();
  private final MailboxReader reader;
  private final Set<MessageId> named = new HashSet<>();
  private final List<Archive> open = new ArrayList<>();
  private final List<Inquiry> inquiries = new ArrayList<>();

  /** Starts empty; {@code reader} says how mails are read. */
  Gathering(MailboxReader reader) {
    this.reader = reader;
  }

  /** Opens one more archive, which is asked from now on. */
  void open(Archives.Opening opening) throws Refusal {
    open.add(opening.open());
  }

  /** Takes the whole patches in the answers {@code ids} for what is to be compared. */
  void name(List<MessageId> ids) {
    named.addAll(ids);
  }

  /** Adds a mailbox that was read. */
  void add(Mailbox mailbox) {
    for (RawMessage message : mailbox.messages()) {
      messages.add(message);
    }
    items.addAll(mailbox.items());
  }

  void add(List<RawMessage> found) {
    for (RawMessage message : found) {
      if (messages.add(message)) {
        List<Diagnostic> heard = new ArrayList<>();
        items.addAll(reader.mails(heard::add).read(message));
        if (!heard.isEmpty()) {
          message.id().ifPresent(id -> diagnostics.put(id, heard));
        }
      }
    }
  }

  /** Does what {@code plan} says until it is content. */
  void follow(SearchPlan plan) throws Refusal {
    List<Query> queries = plan.next(bag());
    while (!queries.isEmpty()) {
      for (Query query : queries) {
        ask(query);
      }
      queries = plan.next(bag());
    }
  }

  /** Fetches the thread of the mail that is wanted: here an archive tries hardest. */
  void fetch(MessageId wanted) throws Refusal {
    for (Archive archive : open) {
      take(new Query.Thread(wanted), archive, archive.thread(wanted));
    }
  }

  /** Asks every open archive. */
  void ask(Query query) throws Refusal {
    for (Archive archive : open) {
      take(query, archive, archive.search(query));
    }
  }

  /** Whether that was asked before, in whatever span of time. */
  boolean hasAskedFor(String title) {
    return inquiries.stream()
        .anyMatch(i -> i.query() instanceof Query.SameTitle same && same.title().equals(title));
  }

  private void take(Query query, Archive archive, List<RawMessage> found) {
    int countBefore = messages.count();
    add(found);
    inquiries.add(new Inquiry(query, archive.name(), found.size(), messages.count() - countBefore));
  }

  boolean isEmpty() {
    return items.isEmpty();
  }

  /** Returns the mails themselves. */
  List<RawMessage> messages() {
    return messages.messages();
  }

  /** Returns the same, read. */
  List<MailItem> items() {
    return items;
  }

  SeriesBag bag() {
    return named.isEmpty()
        ? SeriesCollector.collect(items)
        : SeriesCollector.collect(
            items, reply -> reply.envelope().id().filter(named::contains).isPresent());
  }

  /** Returns what was odd, by the mail that it was found in. */
  Map<MessageId, List<Diagnostic>> diagnostics() {
    return diagnostics;
  }

  List<Inquiry> inquiries() {
    return List.copyOf(inquiries);
  }

  List<String> names() {
    return open.stream().map(Archive::name).toList();
  }

  @Override
  public void close() {
    open.forEach(Archive::close);
  }
}
