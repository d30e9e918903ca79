package dev.reroll.source.mirror.query;

import dev.reroll.message.RawMessage;
import dev.reroll.problem.Locator;
import dev.reroll.problem.Refusal;
import dev.reroll.source.mirror.arrivals.ArrivalReader;
import dev.reroll.source.mirror.inbox.BareRepository;
import dev.reroll.source.mirror.inbox.Inbox;
import dev.reroll.source.mirror.update.InboxUpdate;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;

/** Takes mails out of an inbox's repositories, each opened when a mail in it is first wanted. */
final class MailStore implements AutoCloseable {
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
      Locator where = new Locator(epoch.repository() + ":" + mail.blob().abbreviate(12).name(), 0);
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
