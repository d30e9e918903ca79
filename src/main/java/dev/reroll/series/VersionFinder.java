package dev.reroll.series;

import dev.reroll.mail.Envelope;
import dev.reroll.mail.SubjectLine;
import dev.reroll.message.MessageId;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Finds the version that a patch belongs to.
 *
 * <p>That is the nearest version above it in the thread that its subject fits: a patch without a
 * number fits the cover letter's ({@code [PATCHSET v2 0/6]} with {@code [PATCH 1/6]}), one with
 * another number opens a version of its own, also inside the old thread. Patches with the same tags
 * that answer the same mail belong together, also where that mail is not there. Mails outside of
 * any thread are grouped by their tags, their total, their sender and their time; those that were
 * never sent (no message id, as {@code git format-patch} writes them) by tags and total alone.
 * Patches without any number that were never sent are one series, in their order.
 */
final class VersionFinder {
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

  /** Says whether two patches of one mail can belong to one version. */
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
        patch.inReplyTo().isPresent() ? index.answering(patch.inReplyTo().get()) : Optional.empty();
    boolean fits =
        draft.isPresent()
            && draft.get().hasSameTags(patch.subject())
            && continues(patch, draft.get());
    return fits ? draft : Optional.empty();
  }

  /** Says whether a patch below a mail of {@code draft} is one of its patches. */
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

  /** Says whether neither time nor thread tells the patch apart from {@code draft}. */
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
