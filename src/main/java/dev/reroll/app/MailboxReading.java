package dev.reroll.app;

import dev.reroll.mail.MailItem;
import dev.reroll.mail.MailReader;
import dev.reroll.mail.Reply;
import dev.reroll.message.Diagnostic;
import dev.reroll.message.RawMessage;
import dev.reroll.message.Refusal;
import dev.reroll.series.LeftOut;
import dev.reroll.series.SeriesBag;
import dev.reroll.series.SeriesCollector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Holds what one or two mailboxes gave, as items and as series; each mail is read once.
 *
 * @param boxes the older version's first
 */
record MailboxReading(List<Box> boxes) {
  MailboxReading {
    boxes = List.copyOf(boxes);
  }

  /** Holds what one mailbox gave. */
  record Box(List<MailItem> items, Mailbox mailbox) {
    static Box of(String name, List<RawMessage> messages, Consumer<Diagnostic> heard) {
      MailReader reader = new MailReader(heard);
      List<MailItem> items = new ArrayList<>();
      for (RawMessage message : messages) {
        items.addAll(reader.read(message));
      }
      return new Box(items, new Mailbox(name, SeriesCollector.collect(items)));
    }
  }

  /**
   * Reads {@code names}, two of them at the same time.
   *
   * @throws Refusal where one cannot be read
   */
  static MailboxReading of(
      List<String> names, CompareMailboxes.Place place, Consumer<Diagnostic> diagnostics)
      throws Refusal {
    if (names.size() == 2) {
      BothSides<Box> both =
          BothSides.run(
              new Reading(names.get(0), place), new Reading(names.get(1), place), diagnostics);
      return new MailboxReading(List.of(both.before(), both.after()));
    }
    List<Box> boxes = new ArrayList<>();
    for (String name : names) {
      boxes.add(new Reading(name, place).run(diagnostics));
    }
    return new MailboxReading(boxes);
  }

  private record Reading(String name, CompareMailboxes.Place place) implements BothSides.Work<Box> {
    @Override
    public Box run(Consumer<Diagnostic> heard) throws Refusal {
      return Box.of(name, place.read(name, heard), heard);
    }
  }

  /** Returns the two versions that {@code picker} takes. */
  VersionPair pick(VersionPicker picker) throws Refusal {
    return boxes.size() == 1
        ? picker.pick(boxes.get(0).mailbox())
        : picker.pick(boxes.get(0).mailbox(), boxes.get(1).mailbox());
  }

  /** Says whether no mail answers another. */
  boolean isSilent() {
    for (Box box : boxes) {
      for (MailItem item : box.items()) {
        if (item instanceof Reply) {
          return false;
        }
      }
    }
    return true;
  }

  /** Returns the series of the last mailbox. */
  SeriesBag newest() {
    return boxes.get(boxes.size() - 1).mailbox().bag();
  }

  /** Returns the series of all mailboxes together; of several, links them on each call. */
  SeriesBag bag() {
    if (boxes.size() == 1) {
      return newest();
    }
    List<MailItem> items = new ArrayList<>();
    for (Box box : boxes) {
      items.addAll(box.items());
    }
    return SeriesCollector.collect(items);
  }

  List<LeftOut> leftOut() {
    List<LeftOut> leftOut = new ArrayList<>();
    for (Box box : boxes) {
      leftOut.addAll(box.mailbox().leftOut());
    }
    return leftOut;
  }
}
