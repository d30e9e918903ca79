package dev.reroll.review.tags;

import dev.reroll.mail.Envelope;
import dev.reroll.mail.PatchMail;
import dev.reroll.mail.Person;
import dev.reroll.review.material.LineWords;
import dev.reroll.review.material.Material;
import dev.reroll.review.material.MessageText;
import dev.reroll.review.result.ChangeKind;
import dev.reroll.review.result.PatchReview;
import dev.reroll.review.result.SamePerson;
import dev.reroll.review.result.Tag;
import dev.reroll.review.result.TagAudit;
import dev.reroll.review.result.TagAudit.Fate;
import dev.reroll.review.result.TagAudit.Finding;
import dev.reroll.series.SeriesVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out what became of the tags of readers: {@code Reviewed-by}, {@code Acked-by}, {@code
 * Tested-by}.
 *
 * <p>A tag is given where its owner writes it, unquoted, in an answer; only answers that came
 * before the new version count as ones that its author could take up. What is answered to the cover
 * letter, or speaks of the series, is given to all patches. A tag is not missed where its owner
 * says more than it in the new patch, or the patch has become the owner's: see {@link
 * TagSuccession}. Nor is it said to be gone from one patch and to be new on another: it came along
 * with code that moved.
 */
public final class TagAuditor {
  private static final double LIKE_TITLE = 0.6;

  private final Material material;
  private final List<PatchReview> patches;
  private final List<GivenTag> given;
  private final List<Finding> findings = new ArrayList<>();

  private TagAuditor(Material material, List<PatchReview> patches) {
    this.material = material;
    this.patches = patches;
    this.given = GivenTag.in(material);
  }

  /** Follows the tags of all patches from the older version to the newer one. */
  public static TagAudit audit(Material material, List<PatchReview> patches) {
    TagAuditor auditor = new TagAuditor(material, patches);
    patches.forEach(auditor::audit);
    return new TagAudit(auditor.findings);
  }

  private void audit(PatchReview patch) {
    List<Tag> before = tags(patch.mails().before().map(MessageText::of));
    List<Tag> after = tags(patch.mails().after().map(MessageText::of));
    List<Tag> seen = new ArrayList<>();
    TagSuccession succession = new TagSuccession(patch);
    for (Tag tag : before) {
      add(seen, finding(tag, patch, after, Optional.empty()), succession);
    }
    for (GivenTag tag : given) {
      if (isFor(tag, patch)) {
        add(seen, finding(tag.tag(), patch, after, Optional.of(tag)), succession);
      }
    }
    if (patch.before().isPresent()) {
      for (Tag tag : after) {
        if (seen.stream().noneMatch(tag::isSameAs) && isNowhere(tag, patch)) {
          findings.add(new Finding(tag, patch, Fate.WITHOUT_MAIL, Optional.empty(), false));
        }
      }
    }
  }

  private void add(List<Tag> seen, Finding finding, TagSuccession succession) {
    if (seen.stream().anyMatch(finding.tag()::isSameAs)) {
      return;
    }
    seen.add(finding.tag());
    boolean isSure =
        switch (finding.fate()) {
          case DROPPED, DROPPED_ON_SAME_CODE ->
              !succession.replaces(finding.tag(), finding.forSeries());
          case DROPPED_WITH_PATCH ->
              isGone(finding.patch())
                  && patches.stream().noneMatch(other -> gains(other, finding.tag()));
          default -> true;
        };
    if (isSure) {
      findings.add(finding);
    }
  }

  /**
   * Whether no new patch can be this one: none is missing, and none that is new has a title like
   * its title, as one that was rewritten has.
   */
  private boolean isGone(PatchReview patch) {
    LineWords title = LineWords.of(patch.title());
    return material.after().isWhole()
        && patches.stream()
            .filter(other -> other.before().isEmpty())
            .noneMatch(other -> title.likeness(LineWords.of(other.title())) > LIKE_TITLE);
  }

  private static Finding finding(
      Tag tag, PatchReview patch, List<Tag> after, Optional<GivenTag> source) {
    boolean kept = after.stream().anyMatch(tag::isSameAs);
    boolean same = patch.kinds().stream().allMatch(ChangeKind::keepsCode);
    Fate fate;
    if (patch.after().isEmpty()) {
      fate = Fate.DROPPED_WITH_PATCH;
    } else if (kept) {
      fate = same ? Fate.CARRIED : Fate.KEPT_ON_CHANGED_CODE;
    } else {
      fate = same ? Fate.DROPPED_ON_SAME_CODE : Fate.DROPPED;
    }
    Optional<Envelope> mail = source.map(GivenTag::mail);
    return new Finding(tag, patch, fate, mail, source.map(GivenTag::forSeries).orElse(false));
  }

  private static List<Tag> tags(Optional<MessageText> message) {
    return message
        .map(text -> text.tags().stream().filter(Tag::isGiven).toList())
        .orElse(List.of());
  }

  /** Whether the tag was given to this patch of the old version, in time to be taken up. */
  private boolean isFor(GivenTag tag, PatchReview patch) {
    boolean inVersion = tag.version().equals(material.before().version().label());
    return inVersion
        && patch.before().isPresent()
        && isInTime(tag.mail())
        && (tag.forSeries() || (tag.reach() == GivenTag.Reach.TOPIC && isTopic(tag, patch)));
  }

  private static boolean isTopic(GivenTag tag, PatchReview patch) {
    return patch
        .mails()
        .before()
        .flatMap(mail -> mail.envelope().id())
        .filter(tag.topic()::equals)
        .isPresent();
  }

  private boolean isInTime(Envelope mail) {
    SeriesVersion after = material.after().version();
    return mail.date().flatMap(sent -> after.date().map(next -> sent.isBefore(next))).orElse(false);
  }

  /** Whether no answer to any version gives the tag. */
  private boolean isNowhere(Tag tag, PatchReview patch) {
    boolean byAuthor =
        patch
            .mails()
            .after()
            .flatMap(mail -> mail.author())
            .filter(author -> tag.person().filter(p -> SamePerson.test(p, author)).isPresent())
            .isPresent();
    return !byAuthor
        && given.stream().noneMatch(other -> other.tag().isSameAs(tag))
        && patches.stream().noneMatch(other -> loses(other, tag));
  }

  /** Whether the older version of {@code patch} has the tag, and the newer has not. */
  private static boolean loses(PatchReview patch, Tag tag) {
    return has(patch.mails().before(), tag) && !has(patch.mails().after(), tag);
  }

  /**
   * Whether {@code patch} has the tag for the first time, and nobody gave it there: the tag came
   * along with what it was given to.
   */
  private boolean gains(PatchReview patch, Tag tag) {
    return has(patch.mails().after(), tag)
        && !has(patch.mails().before(), tag)
        && given.stream().noneMatch(other -> other.tag().isSameAs(tag) && isFor(other, patch));
  }

  private static boolean has(Optional<PatchMail> mail, Tag tag) {
    return tags(mail.map(MessageText::of)).stream().anyMatch(tag::isSameAs);
  }

  /**
   * Knows which tags nobody misses in a new patch, because their owners say something else there.
   *
   * <p>Who sends, writes or signs off a patch does not review it any more. Who reviewed it does not
   * need to ack it, nor the other way round: people give both, and authors keep one. A tag for the
   * whole series is not missed on a patch that its owner tagged by itself.
   */
  private static final class TagSuccession {
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
}
