package dev.reroll.series;

import dev.reroll.mail.CoverLetter;
import dev.reroll.mail.PatchMail;
import dev.reroll.mail.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Holds one version of a series: its cover letter and its patches.
 *
 * @param label its name within the lineage
 * @param title the cover letter's title, else that of the first patch there is
 * @param sender who sent it
 * @param date when its first mail was sent, where that is known
 * @param cover its cover letter, where there is one
 * @param slots its patches in order; places that the numbering promises but no mail fills are
 *     missing
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

  /** Returns the patches that are there, in order. */
  public List<PatchMail> patches() {
    return slots.stream().flatMap(slot -> slot.mail().stream()).toList();
  }

  /** Returns the ordinals of the patches that are not there. */
  public List<Integer> missing() {
    return slots.stream().filter(Slot::isMissing).map(Slot::ordinal).toList();
  }
}
