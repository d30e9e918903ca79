package dev.reroll.series;

import dev.reroll.mail.CoverLetter;
import dev.reroll.mail.PatchMail;
import dev.reroll.mail.Person;
import dev.reroll.message.MessageId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One version of a series: its cover letter and its patches.
 *
 * @param label its name within the lineage
 * @param title the cover letter's title, else that of the first patch there is
 * @param sender who sent it
 * @param date when its first mail was sent, where that is known
 * @param cover its cover letter, where there is one
 * @param slots its patches in order; places that the numbering promises but no mail fills are
 *     missing; a partial reroll has the patches that it leaves alone taken from the version that it
 *     rerolls
 */
public record SeriesVersion(
    VersionLabel label,
    String title,
    Person sender,
    Optional<Instant> date,
    Optional<CoverLetter> cover,
    List<Slot> slots) {
  public SeriesVersion {
    slots = List.copyOf(slots);
  }

  /** Returns the same version, shown as {@code name} instead of its label. */
  public SeriesVersion called(String name) {
    return new SeriesVersion(label.called(name), title, sender, date, cover, slots);
  }

  /** Returns the patches that are there, in order. */
  public List<PatchMail> patches() {
    List<PatchMail> patches = new ArrayList<>();
    for (Slot slot : slots) {
      if (slot.mail().isPresent()) {
        patches.add(slot.mail().get());
      }
    }
    return patches;
  }

  /** Returns the patches that were sent for it, in order: all but those taken over. */
  public List<PatchMail> ownPatches() {
    return slots.stream().filter(slot -> !slot.isTaken()).flatMap(s -> s.mail().stream()).toList();
  }

  /** Finds the {@code change-id:} in its texts; reads them each time. */
  public Optional<String> changeId() {
    return new VersionTexts(cover, ownPatches()).changeId();
  }

  /** Finds the {@code base-commit:} in its texts; reads them each time. */
  public Optional<String> baseCommit() {
    return new VersionTexts(cover, ownPatches()).baseCommit();
  }

  /** Returns the ordinals of the patches that are not there. */
  public List<Integer> missing() {
    List<Integer> missing = new ArrayList<>();
    for (Slot slot : slots) {
      if (slot.isMissing()) {
        missing.add(slot.ordinal());
      }
    }
    return missing;
  }

  /** Returns the ids of the mails that were sent for it: cover letter, then its own patches. */
  public List<MessageId> ids() {
    List<MessageId> ids = new ArrayList<>();
    cover.flatMap(letter -> letter.envelope().id()).ifPresent(ids::add);
    for (Slot slot : slots) {
      if (!slot.isTaken()) {
        slot.mail().flatMap(mail -> mail.envelope().id()).ifPresent(ids::add);
      }
    }
    return ids;
  }

  /** Returns the ids of all its mails, those taken over included. */
  List<MessageId> allIds() {
    List<MessageId> ids = new ArrayList<>(ids());
    slots.stream()
        .filter(Slot::isTaken)
        .flatMap(slot -> slot.mail().stream())
        .forEach(mail -> mail.envelope().id().ifPresent(ids::add));
    return ids;
  }

  /** Whether the mail {@code id} was sent for it. */
  public boolean holds(MessageId id) {
    return ids().contains(id);
  }

  /** Returns the mail that people name the version by: its cover letter, or its first patch. */
  public Optional<MessageId> id() {
    return ids().stream().findFirst();
  }

  /** Whether patches of it are taken over from the version that it rerolls in part. */
  public boolean isPartial() {
    return slots.stream().anyMatch(Slot::isTaken);
  }
}
