package dev.reroll.review.tags;

import dev.reroll.mail.PatchMail;
import dev.reroll.mail.Person;
import dev.reroll.review.material.MessageText;
import dev.reroll.review.result.PatchReview;
import dev.reroll.review.result.SamePerson;
import dev.reroll.review.result.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Knows which tags nobody misses in a new patch, because their owners say something else there.
 *
 * <p>Who sends, writes or signs off a patch does not review it any more. Who reviewed it does not
 * need to ack it, nor the other way round: people give both, and authors keep one. A tag for the
 * whole series is not missed on a patch that its owner tagged by itself.
 */
final class TagSuccession {
  private static final Set<String> APPROVALS = Set.of("reviewed-by", "acked-by");
  private static final Set<String> OWN =
      Set.of("signed-off-by", "co-developed-by", "co-authored-by");

  private final Optional<PatchMail> mail;
  private final List<Tag> tags;

  TagSuccession(PatchReview patch) {
    mail = patch.mails().after();
    tags = mail.map(MessageText::of).map(MessageText::tags).orElse(List.of());
  }

  /** Whether something else in the new patch stands for {@code lost}. */
  boolean replaces(Tag lost, boolean forSeries) {
    return lost.person().filter(person -> replaces(lost, person, forSeries)).isPresent();
  }

  private boolean replaces(Tag lost, Person owner, boolean forSeries) {
    boolean isSender =
        mail.stream()
            .anyMatch(
                patch ->
                    SamePerson.test(owner, patch.envelope().from())
                        || patch.author().filter(a -> SamePerson.test(owner, a)).isPresent());
    return isSender
        || tags.stream()
            .filter(tag -> tag.person().filter(p -> SamePerson.test(owner, p)).isPresent())
            .anyMatch(tag -> standsFor(tag, lost, forSeries));
  }

  private static boolean standsFor(Tag tag, Tag lost, boolean forSeries) {
    String key = tag.key().toLowerCase(Locale.ROOT);
    boolean approves =
        APPROVALS.contains(key) && APPROVALS.contains(lost.key().toLowerCase(Locale.ROOT));
    return OWN.contains(key) || approves || (forSeries && tag.isGiven());
  }
}
