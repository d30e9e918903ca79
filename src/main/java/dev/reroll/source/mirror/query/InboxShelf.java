package dev.reroll.source.mirror.query;

import dev.reroll.message.RawMessage;
import dev.reroll.problem.Refusal;
import dev.reroll.source.mirror.inbox.Inbox;
import dev.reroll.source.mirror.update.InboxIndex;
import dev.reroll.source.mirror.update.IndexOptions;
import java.util.List;
import java.util.Set;

/**
 * One inbox, ready to answer.
 *
 * @param index says where mails lie
 * @param store has the mails
 * @param limit how many mails are found at most
 */
public record InboxShelf(InboxIndex index, MailStore store, int limit) implements AutoCloseable {
  /** Opens an inbox and brings its index up to date. */
  public static InboxShelf open(Inbox inbox, IndexOptions manner) throws Refusal {
    MailStore store = new MailStore(inbox, manner.limits().messageOctets());
    InboxIndex index = InboxIndex.of(inbox, manner).orInMemory();
    index.report();
    return new InboxShelf(index, store, manner.limits().messageCount() + 1);
  }

  /** Returns how many mails are indexed. */
  public long mailCount() throws Refusal {
    return index.report().mailCount();
  }

  /** Returns the message ids that hang together with {@code ids} in this inbox. */
  public Set<String> reach(Set<String> ids) throws Refusal {
    return index.ask(database -> new ThreadQuery(database, limit).reach(ids));
  }

  /** Returns the mails called {@code ids}, and those that hang together with them. */
  List<FoundMail> mails(Set<String> ids) throws Refusal {
    return index.ask(
        database -> {
          ThreadQuery walk = new ThreadQuery(database, limit);
          walk.reach(ids);
          return walk.mails();
        });
  }

  RawMessage read(FoundMail mail) throws Refusal {
    return store.read(mail);
  }

  @Override
  public void close() {
    index.close();
    store.close();
  }
}
