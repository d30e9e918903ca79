package dev.reroll.source.mirror.query;

import dev.reroll.message.RawMessage;
import dev.reroll.problem.Locator;
import dev.reroll.problem.Refusal;
import dev.reroll.source.mirror.arrivals.ArrivalReader;
import dev.reroll.source.mirror.inbox.Inbox;
import dev.reroll.source.mirror.inbox.Inbox.BareRepository;
import dev.reroll.source.mirror.inbox.Inbox.MailNumber;
import dev.reroll.source.mirror.update.InboxIndex;
import dev.reroll.source.mirror.update.InboxUpdate;
import dev.reroll.source.mirror.update.IndexOptions;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;

/**
 * One inbox, ready to answer.
 *
 * @param index says where mails lie
 * @param store has the mails
 * @param limit how many mails are found at most
 */
public record InboxShelf(InboxIndex index, MailStore store, int limit) implements AutoCloseable {
  /** Opens an inbox and brings its index up to date. */
  public static InboxShelf open(Inbox inbox, IndexOptions options) throws Refusal {
    MailStore store = new MailStore(inbox, options.limits().messageOctets());
    InboxIndex index = InboxIndex.of(inbox, options).orInMemory();
    index.report();
    return new InboxShelf(index, store, options.limits().messageCount() + 1);
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

  /** Takes mails out of an inbox's repositories, each opened when a mail in it is first wanted. */
  private static final class MailStore implements AutoCloseable {
    private final Map<Integer, Inbox.Epoch> epochs;
    private final int octetLimit;
    private final Map<Integer, Opened> opened = new HashMap<>();

    private record Opened(Repository repository, ObjectReader objects) {}

    /**
     * Creates a store; nothing is opened yet.
     *
     * @param octetLimit how large a mail may be
     */
    MailStore(Inbox inbox, int octetLimit) {
      this.epochs = inbox.epochsByNumber();
      this.octetLimit = octetLimit;
    }

    /** Returns the mail, octet for octet. */
    RawMessage read(FoundMail mail) throws Refusal {
      Inbox.Epoch epoch = epochs.get(mail.number().epoch());
      if (epoch == null) {
        throw new IllegalStateException("no epoch " + mail.number().epoch());
      }
      try {
        Locator where =
            new Locator(epoch.repository() + ":" + mail.blob().abbreviate(12).name(), 0);
        ArrivalReader mails = new ArrivalReader(objects(epoch), octetLimit);
        return RawMessage.of(mails.octets(mail.blob()), where);
      } catch (LargeObjectException tooLarge) {
        throw Refusal.unreadable(
            "cannot read mirror '" + epoch.repository() + "': " + tooLarge.getMessage());
      } catch (IOException damaged) {
        throw InboxUpdate.damaged(epoch, damaged);
      }
    }

    private ObjectReader objects(Inbox.Epoch epoch) throws IOException {
      Opened open = opened.get(epoch.number());
      if (open == null) {
        Repository repository = BareRepository.open(epoch.repository());
        open = new Opened(repository, repository.newObjectReader());
        opened.put(epoch.number(), open);
      }
      return open.objects();
    }

    @Override
    public void close() {
      for (Opened open : opened.values()) {
        open.objects().close();
        open.repository().close();
      }
      opened.clear();
    }
  }

  /**
   * Where a mail lies.
   *
   * @param number its place in the inbox
   * @param blob its object
   * @param arrival when it came, in seconds since 1970
   * @param messageId its id
   */
  record FoundMail(MailNumber number, ObjectId blob, long arrival, String messageId) {}
}
