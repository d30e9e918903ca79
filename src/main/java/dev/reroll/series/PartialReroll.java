package dev.reroll.series;

import dev.reroll.mail.Envelope;
import dev.reroll.mail.PatchMail;
import dev.reroll.message.MessageId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Completes a version that rerolls only some patches of the one before it, with the others of that
 * one.
 *
 * <pre>
 *   [PATCH v2 0/3]              v2: 1/3 2/3 3/3
 *     [PATCH v2 2/3] two
 *       [PATCH v3 2/3] two      v3: 1/3 (of v2), 2/3, 3/3 (of v2)
 * </pre>
 *
 * <p>Such a version has no cover letter, answers mails of the older one, and counts its patches as
 * that one does, or is a single patch without a number and with the title of one of them. {@code
 * v2.1} is one whatever it answers. A version whose mails were lost is none: it stands in a thread
 * of its own.
 */
final class PartialReroll {
  private final SeriesVersion base;
  private final MailThread thread;

  PartialReroll(SeriesVersion base, MailThread thread) {
    this.base = base;
    this.thread = thread;
  }

  /** Returns {@code version} with the patches of the base that it leaves alone. */
  SeriesVersion complete(SeriesVersion version) {
    if (version.cover().isPresent() || base.slots().size() < 2 || !isPart(version)) {
      return version;
    }
    List<Slot> slots = placed(version);
    return slots.isEmpty()
        ? version
        : new SeriesVersion(
            version.label(),
            base.title(),
            version.sender(),
            version.date(),
            Optional.empty(),
            slots);
  }

  private boolean isPart(SeriesVersion version) {
    return version.label().minor().isPresent()
        || version.patches().stream().allMatch(this::answersBase);
  }

  private boolean answersBase(PatchMail patch) {
    List<MessageId> above = thread.ancestors(patch.envelope());
    return base.allIds().stream().anyMatch(above::contains);
  }

  /** Returns the slots of the whole; none where the version is not counted as the base is. */
  private List<Slot> placed(SeriesVersion version) {
    List<PatchMail> patches = version.patches();
    if (patches.get(0).envelope().subject().position().isPresent()) {
      boolean sameCount = version.slots().size() == base.slots().size();
      return sameCount && !version.missing().isEmpty() ? merged(version.slots()) : List.of();
    }
    OptionalInt place = patches.size() == 1 ? placeOf(patches.get(0)) : OptionalInt.empty();
    return place.isEmpty()
        ? List.of()
        : merged(
            List.of(new Slot(place.getAsInt(), Optional.of(patches.get(0)), Optional.empty())));
  }

  /** Finds the ordinal of the base's patch that has the title of {@code patch}. */
  private OptionalInt placeOf(PatchMail patch) {
    TitleWords title = titleOf(patch);
    for (Slot slot : base.slots()) {
      if (slot.mail().map(PartialReroll::titleOf).equals(Optional.of(title))) {
        return OptionalInt.of(slot.ordinal());
      }
    }
    return OptionalInt.empty();
  }

  private static TitleWords titleOf(PatchMail patch) {
    Envelope envelope = patch.envelope();
    return TitleWords.of(envelope.subject().title());
  }

  private List<Slot> merged(List<Slot> own) {
    List<Slot> slots = new ArrayList<>();
    for (Slot old : base.slots()) {
      Optional<Slot> fresh =
          own.stream()
              .filter(slot -> slot.ordinal() == old.ordinal() && !slot.isMissing())
              .findFirst();
      Optional<VersionLabel> origin =
          old.isMissing() ? Optional.empty() : Optional.of(old.takenFrom().orElse(base.label()));
      slots.add(fresh.orElseGet(() -> new Slot(old.ordinal(), old.mail(), origin)));
    }
    return slots;
  }
}
