package dev.reroll.series;

import dev.reroll.mail.CoverLetter;
import dev.reroll.mail.Envelope;
import dev.reroll.mail.LeftOutReason;
import dev.reroll.mail.MailItem;
import dev.reroll.mail.PatchMail;
import dev.reroll.mail.Reply;
import dev.reroll.mail.ReplyPatch;
import dev.reroll.mail.Unrelated;
import dev.reroll.mail.subject.Position;
import dev.reroll.mail.subject.SubjectLine;
import dev.reroll.message.MessageId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

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
  private final List<PatchMail> ownNumbers = new ArrayList<>();
  private final List<LeftOut> leftOut = new ArrayList<>();

  private SeriesCollector(List<MailItem> items) {
    this.items = List.copyOf(items);
    thread = new MailThread(items);
    finder = new VersionFinder(index, thread);
    strays = new StrayPatches(index, thread);
  }

  /** Collects the versions among {@code items}, which are in the order of their mailbox. */
  public static SeriesBag collect(List<MailItem> items) {
    List<MailItem> read = NumbersInContext.of(ItemsInContext.of(items));
    SeriesCollector collector = new SeriesCollector(read);
    for (MailItem item : read) {
      collector.takeCover(item);
    }
    for (MailItem item : MailThread.ThreadOrder.of(read, collector.thread)) {
      collector.takePatch(item);
    }
    collector.strays.place();
    collector.placeOwnNumbers();
    return collector.finish();
  }

  /**
   * Does the same, with the whole patches that answers hold as patches of their own.
   *
   * @param isMeant whether such an answer was named, and so is to be compared
   */
  public static SeriesBag collect(List<MailItem> items, Predicate<Reply> isMeant) {
    List<MailItem> read = new ArrayList<>(items.size());
    for (MailItem item : items) {
      Optional<PatchMail> patch =
          item instanceof Reply reply && isMeant.test(reply)
              ? ReplyPatch.in(reply)
              : Optional.empty();
      read.add(patch.isPresent() ? patch.get() : item);
    }
    return collect(read);
  }

  private SeriesBag finish() {
    List<VersionDraft> filled = new ArrayList<>();
    List<VersionDraft> empty = new ArrayList<>();
    for (VersionDraft draft : index.drafts()) {
      if (draft.hasPatches()) {
        filled.add(draft);
      } else if (draft.cover().isPresent()) {
        empty.add(draft);
        leftOut.add(new LeftOut(draft.cover().get(), LeftOutReason.COVER_WITHOUT_PATCHES));
      }
    }
    List<Lineage> lineages = new LineageGrouping(filled, thread).lineages();
    return new SeriesBag(lineages, leftOut, new Conversation(items, thread, standIns(empty)));
  }

  /** Returns for each cover letter without patches the one that was sent with them, if any. */
  private Map<MessageId, Optional<MessageId>> standIns(List<VersionDraft> empty) {
    Map<MessageId, Optional<MessageId>> standIns = new HashMap<>();
    for (VersionDraft draft : empty) {
      Envelope cover = draft.envelopes().get(0);
      if (cover.id().isPresent()) {
        standIns.put(cover.id().get(), finder.twinOf(draft).flatMap(Envelope::id));
      }
    }
    return standIns;
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
      if (finder.coverOfOtherNumber(patch.envelope()).isPresent()) {
        ownNumbers.add(patch);
      } else if (!strays.take(patch)) {
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

  /**
   * Places the patches with a number of their own below a cover letter: where its other patches
   * leave them room, and no others have that number, they had been sent alone before, and kept it.
   */
  private void placeOwnNumbers() {
    for (PatchMail patch : ownNumbers) {
      Envelope envelope = patch.envelope();
      Optional<VersionDraft> cover = finder.coverOfOtherNumber(envelope);
      boolean isOfCover = cover.isPresent() && cover.get().hasPatches();
      if (isOfCover && finder.find(envelope).isEmpty()) {
        cover.get().addOwnNumbered(ordinalIn(cover.get(), envelope), patch);
        index.note(cover.get(), envelope);
      } else if (!strays.take(patch)) {
        add(patch);
      }
    }
    strays.place();
  }

  private void add(PatchMail patch) {
    Optional<VersionDraft> found = finder.find(patch.envelope());
    addTo(found.isPresent() ? found.get() : index.open(), patch);
  }

  private void addTo(VersionDraft draft, PatchMail patch) {
    Envelope envelope = patch.envelope();
    draft.addPatch(ordinalIn(draft, envelope), patch);
    index.note(draft, envelope);
  }

  private static int ordinalIn(VersionDraft draft, Envelope patch) {
    Optional<Position> position = patch.subject().position();
    return Math.max(1, position.isPresent() ? position.get().ordinal() : draft.nextOrdinal());
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
      if (patch.subject().position().isPresent()) {
        return draft.fits(patch.subject()) && isFree(patch, draft);
      }
      boolean hasTextAsCover =
          draft.cover().isPresent()
              && draft.cover().get().envelope().id().equals(patch.id())
              && draft.hasTotal(OptionalInt.empty());
      return hasTextAsCover
          ? draft.fits(patch.subject())
          : draft.hasSameTags(patch.subject()) && !draft.isNumbered();
    }

    /**
     * Finds the cover letter above a patch that has its total and sender, but another number, and
     * leaves a place for it.
     */
    Optional<VersionDraft> coverOfOtherNumber(Envelope patch) {
      SubjectLine subject = patch.subject();
      if (subject.position().isEmpty() || isPart(subject)) {
        return Optional.empty();
      }
      for (MessageId ancestor : thread.ancestors(patch)) {
        Optional<VersionDraft> holder = index.holderOf(ancestor);
        if (holder.isPresent() && holder.get().cover().isPresent()) {
          VersionDraft draft = holder.get();
          boolean isOfCover =
              !draft.fits(subject)
                  && draft.promises(VersionDraft.total(subject))
                  && isFree(patch, draft)
                  && isOfSender(patch, draft)
                  && draft.isWithin(OTHER_TAGS_WITHIN, patch.date());
          return isOfCover ? holder : Optional.empty();
        }
      }
      return Optional.empty();
    }

    private static boolean isPart(SubjectLine subject) {
      return subject.number().isPresent() && subject.number().get().minor().isPresent();
    }

    private static boolean isOfSender(Envelope patch, VersionDraft draft) {
      return patch.from().address().equalsIgnoreCase(draft.relayedSender().address())
          && patch.from().withoutRelay().name().equals(draft.sender().name());
    }

    /** Finds the cover letter with patches that was sent a second time as {@code empty}. */
    Optional<Envelope> twinOf(VersionDraft empty) {
      Envelope cover = empty.envelopes().get(0);
      for (VersionDraft draft : index.likely(cover)) {
        boolean isTwin =
            draft.hasPatches()
                && draft.cover().isPresent()
                && draft.hasSameTags(cover.subject())
                && draft.title().equalsIgnoreCase(empty.title())
                && draft.isWithin(SAME_TAGS_WITHIN, cover.date());
        if (isTwin) {
          return draft.cover().map(CoverLetter::envelope);
        }
      }
      return Optional.empty();
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
      if (subject.position().isEmpty()) {
        return isUnnumberedBelowCover(patch, draft);
      }
      return isFree(patch, draft)
          && draft.fits(subject)
          && (draft.cover().isPresent() || draft.hasTotal(VersionDraft.total(subject)));
    }

    /** Whether the cover letter promises patches, and they come without numbers: {@code 0/1}. */
    private static boolean isUnnumberedBelowCover(Envelope patch, VersionDraft draft) {
      Optional<CoverLetter> cover = draft.cover();
      return cover.isPresent()
          && cover.get().envelope().id().isPresent()
          && cover.get().envelope().id().equals(patch.inReplyTo())
          && draft.patches().size() < VersionDraft.total(cover.get().envelope().subject()).orElse(0)
          && draft.hasTotal(OptionalInt.empty())
          && draft.fits(patch.subject())
          && isOfSender(patch, draft)
          && draft.isWithin(OTHER_TAGS_WITHIN, patch.date());
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
