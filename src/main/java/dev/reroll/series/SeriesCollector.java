package dev.reroll.series;

import dev.reroll.mail.CoverLetter;
import dev.reroll.mail.Envelope;
import dev.reroll.mail.LeftOutReason;
import dev.reroll.mail.MailItem;
import dev.reroll.mail.PatchMail;
import dev.reroll.mail.Position;
import dev.reroll.mail.Reply;
import dev.reroll.mail.SubjectLine;
import dev.reroll.mail.Unrelated;
import dev.reroll.message.MessageId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

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
        leftOut.add(new LeftOut(draft.cover().get(), LeftOutReason.COVER_WITHOUT_PATCHES));
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
      LeftOutReason reason =
          reply.carriesDiff() ? LeftOutReason.REPLY_WITH_DIFF : LeftOutReason.REPLY;
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

  /** Puts each mail behind those that it answers, and leaves the order as it is otherwise. */
  private static final class ThreadOrder {
    private final MailThread thread;
    private final Map<MessageId, List<MailItem>> byId = new HashMap<>();
    private final Set<MailItem> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<MailItem> ordered = new ArrayList<>();

    private ThreadOrder(MailThread thread) {
      this.thread = thread;
    }

    static List<MailItem> of(List<MailItem> items, MailThread thread) {
      ThreadOrder order = new ThreadOrder(thread);
      for (MailItem item : items) {
        order.index(item);
      }
      for (MailItem item : items) {
        order.takeWithAncestors(item);
      }
      return order.ordered;
    }

    private void index(MailItem item) {
      Optional<MessageId> id = item.envelope().id();
      if (id.isPresent()) {
        byId.putIfAbsent(id.get(), new ArrayList<>(1));
        byId.get(id.get()).add(item);
      }
    }

    private void takeWithAncestors(MailItem item) {
      List<MessageId> ancestors = thread.ancestors(item.envelope());
      for (int i = ancestors.size() - 1; i >= 0; i--) {
        for (MailItem ancestor : byId.getOrDefault(ancestors.get(i), List.of())) {
          take(ancestor);
        }
      }
      take(item);
    }

    private void take(MailItem item) {
      if (taken.add(item)) {
        ordered.add(item);
      }
    }
  }

  /**
   * Finds the version that a patch belongs to.
   *
   * <p>That is the nearest version above it in the thread that its subject fits: a patch without a
   * number fits the cover letter's ({@code [PATCHSET v2 0/6]} with {@code [PATCH 1/6]}), one with
   * another number opens a version of its own, also inside the old thread. Patches with the same
   * tags that answer the same mail belong together, also where that mail is not there. Mails
   * outside of any thread are grouped by their tags, their total, their sender and their time;
   * those that were never sent (no message id, as {@code git format-patch} writes them) by tags and
   * total alone. Patches without any number that were never sent are one series, in their order.
   */
  private static final class VersionFinder {
    /** What belongs together but was sent without a thread was sent within this time. */
    private static final Duration SAME_TAGS_WITHIN = Duration.ofDays(2);

    /** Where only the cover letter has a number, nothing but the time ties its patches to it. */
    private static final Duration OTHER_TAGS_WITHIN = Duration.ofHours(1);

    private final DraftIndex index;
    private final MailThread thread;

    VersionFinder(DraftIndex index, MailThread thread) {
      this.index = index;
      this.thread = thread;
    }

    /** Finds the version that the mail is a patch of, among those that the index knows so far. */
    Optional<VersionDraft> find(Envelope patch) {
      Optional<VersionDraft> found = inSameMail(patch);
      found = found.isPresent() ? found : above(patch);
      found = found.isPresent() ? found : besideInThread(patch);
      found = found.isPresent() ? found : besideWithSameTags(patch);
      return found.isPresent() ? found : besideNumberedCover(patch);
    }

    /** Finds the version of the other patches that are attached to the same mail. */
    private Optional<VersionDraft> inSameMail(Envelope patch) {
      Optional<VersionDraft> holder =
          patch.id().isPresent() ? index.holderOf(patch.id().get()) : Optional.empty();
      return holder.isPresent() && isBeside(patch, holder.get()) ? holder : Optional.empty();
    }

    /** Whether two patches of one mail can belong to one version. */
    private static boolean isBeside(Envelope patch, VersionDraft draft) {
      return patch.subject().position().isPresent()
          ? draft.fits(patch.subject()) && isFree(patch, draft)
          : draft.hasSameTags(patch.subject()) && !draft.isNumbered();
    }

    private Optional<VersionDraft> above(Envelope patch) {
      for (MessageId ancestor : thread.ancestors(patch)) {
        Optional<VersionDraft> holder = index.holderOf(ancestor);
        if (holder.isPresent() && continues(patch, holder.get())) {
          return holder;
        }
      }
      return Optional.empty();
    }

    /** Finds the version that answers the same mail, such as a cover letter that is not there. */
    private Optional<VersionDraft> besideInThread(Envelope patch) {
      Optional<VersionDraft> draft =
          patch.inReplyTo().isPresent()
              ? index.answering(patch.inReplyTo().get())
              : Optional.empty();
      boolean fits =
          draft.isPresent()
              && draft.get().hasSameTags(patch.subject())
              && continues(patch, draft.get());
      return fits ? draft : Optional.empty();
    }

    /** Whether a patch below a mail of {@code draft} is one of its patches. */
    private static boolean continues(Envelope patch, VersionDraft draft) {
      SubjectLine subject = patch.subject();
      return subject.position().isPresent()
          && isFree(patch, draft)
          && draft.fits(subject)
          && (draft.cover().isPresent() || draft.hasTotal(VersionDraft.total(subject)));
    }

    private Optional<VersionDraft> besideWithSameTags(Envelope patch) {
      for (VersionDraft draft : index.likely(patch)) {
        if (draft.hasSameTags(patch.subject()) && isCompanion(patch, draft, SAME_TAGS_WITHIN)) {
          return Optional.of(draft);
        }
      }
      return Optional.empty();
    }

    private Optional<VersionDraft> besideNumberedCover(Envelope patch) {
      for (VersionDraft draft : index.likely(patch)) {
        boolean fits = draft.cover().isPresent() && draft.fits(patch.subject());
        if (fits && isCompanion(patch, draft, OTHER_TAGS_WITHIN)) {
          return Optional.of(draft);
        }
      }
      return Optional.empty();
    }

    private boolean isCompanion(Envelope patch, VersionDraft draft, Duration span) {
      OptionalInt total = VersionDraft.total(patch.subject());
      if (total.isEmpty()) {
        return patch.id().isEmpty() && !draft.isSent() && !draft.isNumbered();
      }
      boolean sameTotal = draft.hasTotal(total) || (!draft.hasPatches() && draft.promises(total));
      return sameTotal && isFree(patch, draft) && isNear(patch, draft, span);
    }

    /** Whether neither time nor thread tells the patch apart from {@code draft}. */
    private boolean isNear(Envelope patch, VersionDraft draft, Duration span) {
      if (patch.id().isEmpty()) {
        return true;
      }
      return draft.isWithin(span, patch.date())
          && (!thread.isAnswer(patch)
              || thread.root(patch).equals(thread.root(draft.envelopes().get(0))));
    }

    private static boolean isFree(Envelope patch, VersionDraft draft) {
      int ordinal = patch.subject().position().orElseThrow().ordinal();
      return draft.isFree(Math.max(1, ordinal));
    }
  }
}
