package dev.reroll.app.select;

import dev.reroll.mail.MailItem;
import dev.reroll.mail.MailReader;
import dev.reroll.mail.Reply;
import dev.reroll.message.RawMessage;
import dev.reroll.problem.Diagnostic;
import dev.reroll.problem.Refusal;
import dev.reroll.series.LeftOut;
import dev.reroll.series.Lineage;
import dev.reroll.series.SeriesBag;
import dev.reroll.series.SeriesCollector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * One mailbox, read: each mail once.
 *
 * @param name as the user typed it
 * @param messages its mails
 * @param items the same, read
 * @param bag its series
 */
record Mailbox(String name, List<RawMessage> messages, List<MailItem> items, SeriesBag bag) {
  /** Reads the mails of a mailbox, and sorts them into series. */
  static Mailbox of(String name, List<RawMessage> messages, MailReader reader) {
    List<MailItem> items = new ArrayList<>();
    for (RawMessage message : messages) {
      items.addAll(reader.read(message));
    }
    SeriesBag bag = SeriesCollector.collect(items);
    // Who names a mailbox with nothing but an answer means the patch in it.
    return new Mailbox(
        name,
        messages,
        items,
        bag.lineages().isEmpty() ? SeriesCollector.collect(items, reply -> true) : bag);
  }

  /** Returns what several mailboxes hold together; their mails are linked anew. */
  static Mailbox union(List<Mailbox> boxes) {
    if (boxes.size() == 1) {
      return boxes.get(0);
    }
    List<String> names = new ArrayList<>();
    List<RawMessage> messages = new ArrayList<>();
    List<MailItem> items = new ArrayList<>();
    for (Mailbox box : boxes) {
      names.add(box.name());
      messages.addAll(box.messages());
      items.addAll(box.items());
    }
    return new Mailbox(String.join(" ", names), messages, items, SeriesCollector.collect(items));
  }

  /** The reading of one mailbox, which may run beside that of another. */
  record Reading(String name, MailboxReader reader) implements BothSides.Work<Mailbox> {
    @Override
    public Mailbox run(Consumer<Diagnostic> heard) throws Refusal {
      return reader.mailbox(name, heard);
    }
  }

  List<Lineage> lineages() {
    return bag.lineages();
  }

  List<LeftOut> leftOut() {
    return bag.leftOut();
  }

  /** Whether no mail answers another. */
  boolean isSilent() {
    for (MailItem item : items) {
      if (item instanceof Reply) {
        return false;
      }
    }
    return true;
  }
}
