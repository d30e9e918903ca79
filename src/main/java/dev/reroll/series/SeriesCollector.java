package dev.reroll.series;

import dev.reroll.mail.CoverLetter;
import dev.reroll.mail.Envelope;
import dev.reroll.mail.MailItem;
import dev.reroll.mail.PatchMail;
import dev.reroll.mail.Position;
import dev.reroll.mail.Reply;
import dev.reroll.mail.Unrelated;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sorts the items of a mailbox into versions, and versions into lineages.
 *
 * <p>Takes time about linear in the number of items: each is looked up, none compared with all
 * others.
 */
public final class SeriesCollector {
  private final List<MailItem> items;
  private final MailThread thread;
  private final DraftIndex index = new DraftIndex();
  private final VersionFinder finder;
  private final StrayPatches strays;
  private final List<LeftOut> leftOut = new ArrayList<>();

  private SeriesCollector(List<MailItem> items) {
    this.items = List.copyOf(items);
    thread = new MailThread(items);
    finder = new VersionFinder(index, thread);
    strays = new StrayPatches(index, thread);
  }

  /** Collects the versions among {@code items}, which are in the order of their mailbox. */
  public static SeriesBag collect(List<MailItem> items) {
    SeriesCollector collector = new SeriesCollector(items);
    for (MailItem item : items) {
      collector.takeCover(item);
    }
    for (MailItem item : ThreadOrder.of(items, collector.thread)) {
      collector.takePatch(item);
    }
    collector.strays.place();
    return collector.finish();
  }

  private SeriesBag finish() {
    List<VersionDraft> filled = new ArrayList<>();
    for (VersionDraft draft : index.drafts()) {
      if (draft.hasPatches()) {
        filled.add(draft);
      } else if (draft.cover().isPresent()) {
        leftOut.add(new LeftOut(draft.cover().get(), "a cover letter without patches"));
      }
    }
    List<Lineage> lineages = new LineageGrouping(filled, thread).lineages();
    return new SeriesBag(lineages, leftOut, new Conversation(items, thread));
  }

  private void takeCover(MailItem item) {
    if (item instanceof CoverLetter cover) {
      VersionDraft draft = index.open();
      draft.addCover(cover);
      index.note(draft, cover.envelope());
    }
  }

  private void takePatch(MailItem item) {
    if (item instanceof PatchMail patch) {
      if (!strays.take(patch)) {
        add(patch);
      }
    } else if (item instanceof Reply reply) {
      String reason = reply.carriesDiff() ? "a reply that carries a diff" : "a reply";
      leftOut.add(new LeftOut(reply, reason));
    } else if (item instanceof Unrelated unrelated) {
      leftOut.add(new LeftOut(unrelated, unrelated.reason()));
    }
  }

  private void add(PatchMail patch) {
    Envelope envelope = patch.envelope();
    Optional<VersionDraft> found = finder.find(envelope);
    VersionDraft draft = found.isPresent() ? found.get() : index.open();
    Optional<Position> position = envelope.subject().position();
    int ordinal = position.isPresent() ? position.get().ordinal() : draft.nextOrdinal();
    draft.addPatch(Math.max(1, ordinal), patch);
    index.note(draft, envelope);
  }
}
