package dev.reroll.app;

import dev.reroll.mail.MailItem;
import dev.reroll.mail.MailReader;
import dev.reroll.message.Diagnostic;
import dev.reroll.message.RawMessage;
import dev.reroll.series.LeftOut;
import dev.reroll.series.Lineage;
import dev.reroll.series.SeriesBag;
import dev.reroll.series.SeriesCollector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Holds what was found in one mailbox.
 *
 * @param name as the user typed it
 * @param bag its series
 */
public record Mailbox(String name, SeriesBag bag) {
  /** Reads the mails of a mailbox, and sorts them into series. */
  static Mailbox of(String name, List<RawMessage> messages, Consumer<Diagnostic> heard) {
    MailReader reader = new MailReader(heard);
    List<MailItem> items = new ArrayList<>();
    for (RawMessage message : messages) {
      items.addAll(reader.read(message));
    }
    return new Mailbox(name, SeriesCollector.collect(items));
  }

  List<Lineage> lineages() {
    return bag.lineages();
  }

  List<LeftOut> leftOut() {
    return bag.leftOut();
  }
}
