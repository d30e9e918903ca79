package dev.reroll.series;

import dev.reroll.mail.CoverLetter;
import dev.reroll.mail.Envelope;
import dev.reroll.mail.MailItem;
import dev.reroll.mail.PatchMail;
import dev.reroll.mail.Position;
import dev.reroll.mail.Reply;
import dev.reroll.mail.SubjectLine;
import dev.reroll.mail.Unrelated;
import dev.reroll.message.MessageId;
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
 * <p>A patch belongs to the nearest version above it in the thread that its subject fits: a patch
 * without a number fits the cover letter's ({@code [PATCHSET v2 0/6]} with {@code [PATCH 1/6]}),
 * one with another number opens a version of its own, also inside the old thread. Mails outside of
 * any thread are grouped by their tags, their total and their sender; those that were never sent
 * (no message id, as {@code git format-patch} writes them) by tags and total alone. Patches without
 * any number that were never sent are one series, in their order.
 */
public final class SeriesCollector {
  private final MailThread thread;
  private final List<VersionDraft> drafts = new ArrayList<>();
  private final List<LeftOut> leftOut = new ArrayList<>();
  private final Map<MessageId, List<MailItem>> byId = new HashMap<>();
  private final Set<MailItem> taken = Collections.newSetFromMap(new IdentityHashMap<>());

  private SeriesCollector(List<MailItem> items) {
    thread = new MailThread(items);
    for (MailItem item : items) {
      item.envelope()
          .id()
          .ifPresent(id -> byId.computeIfAbsent(id, any -> new ArrayList<>()).add(item));
    }
  }

  /** Collects the versions among {@code items}, which are in the order of their mailbox. */
  public static SeriesBag collect(List<MailItem> items) {
    SeriesCollector collector = new SeriesCollector(items);
    items.forEach(collector::takeCover);
    items.forEach(collector::takeWithAncestors);
    return collector.finish();
  }

  private SeriesBag finish() {
    List<VersionDraft> filled = drafts.stream().filter(VersionDraft::hasPatches).toList();
    for (VersionDraft draft : drafts) {
      if (!draft.hasPatches()) {
        draft
            .cover()
            .ifPresent(cover -> leftOut.add(new LeftOut(cover, "a cover letter without patches")));
      }
    }
    return new SeriesBag(new LineageGrouping(filled, thread).lineages(), leftOut);
  }

  private void takeCover(MailItem item) {
    if (item instanceof CoverLetter cover) {
      VersionDraft draft = new VersionDraft();
      draft.addCover(cover);
      drafts.add(draft);
    }
  }

  /** Takes a mail after those above it in the thread, whatever their order in the mailbox. */
  private void takeWithAncestors(MailItem item) {
    List<MessageId> ancestors = thread.ancestors(item.envelope());
    for (int i = ancestors.size() - 1; i >= 0; i--) {
      byId.getOrDefault(ancestors.get(i), List.of()).forEach(this::takePatch);
    }
    takePatch(item);
  }

  private void takePatch(MailItem item) {
    if (!taken.add(item)) {
      return;
    }
    if (item instanceof PatchMail patch) {
      add(patch);
    } else if (item instanceof Reply reply) {
      String reason = reply.carriesDiff() ? "a reply that carries a diff" : "a reply";
      leftOut.add(new LeftOut(reply, reason));
    } else if (item instanceof Unrelated unrelated) {
      leftOut.add(new LeftOut(unrelated, unrelated.reason()));
    }
  }

  private void add(PatchMail patch) {
    Optional<Position> position = patch.envelope().subject().position();
    VersionDraft draft = findInThread(patch).or(() -> findByTags(patch)).orElseGet(this::open);
    int ordinal = position.map(Position::ordinal).orElseGet(draft::nextOrdinal);
    draft.addPatch(Math.max(1, ordinal), patch);
  }

  private VersionDraft open() {
    VersionDraft draft = new VersionDraft();
    drafts.add(draft);
    return draft;
  }

  private Optional<VersionDraft> findInThread(PatchMail patch) {
    // A mail may carry patches beside its own text, which then is their cover letter.
    List<MessageId> places = new ArrayList<>(thread.ancestors(patch.envelope()));
    patch.envelope().id().ifPresent(own -> places.add(0, own));
    for (MessageId place : places) {
      Optional<VersionDraft> holder = drafts.stream().filter(d -> d.holds(place)).findFirst();
      if (holder.isPresent() && belongs(patch, holder.get())) {
        return holder;
      }
    }
    return Optional.empty();
  }

  /** Says whether a patch below a mail of {@code draft} is one of its patches. */
  private static boolean belongs(PatchMail patch, VersionDraft draft) {
    SubjectLine subject = patch.envelope().subject();
    return subject.position().isPresent()
        && draft.isFree(Math.max(1, subject.position().get().ordinal()))
        && draft.fits(subject)
        && (draft.cover().isPresent() || draft.hasTotal(VersionDraft.total(subject)));
  }

  private Optional<VersionDraft> findByTags(PatchMail patch) {
    for (int i = drafts.size() - 1; i >= 0; i--) {
      if (isCompanion(patch, drafts.get(i))) {
        return Optional.of(drafts.get(i));
      }
    }
    return Optional.empty();
  }

  private boolean isCompanion(PatchMail patch, VersionDraft draft) {
    Envelope envelope = patch.envelope();
    OptionalInt total = VersionDraft.total(envelope.subject());
    boolean neverSent = envelope.id().isEmpty() && !draft.hasIds();
    if (!draft.hasSameTags(envelope.subject()) || !(neverSent || draft.isFrom(envelope.from()))) {
      return false;
    }
    if (total.isEmpty()) {
      return sharesMail(envelope, draft) || (neverSent && !draft.hasNumbering());
    }
    boolean sameTotal = draft.hasTotal(total) || (!draft.hasPatches() && draft.promises(total));
    return sameTotal && draft.isFree(Math.max(1, envelope.subject().position().get().ordinal()));
  }

  /** Says whether the patch came in the same mail, as one of several attachments. */
  private static boolean sharesMail(Envelope envelope, VersionDraft draft) {
    return envelope.id().filter(draft::holds).isPresent();
  }
}
