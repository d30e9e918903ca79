package dev.reroll.app.select;

import dev.reroll.problem.Notice;
import dev.reroll.problem.Refusal;
import dev.reroll.series.Lineage;
import dev.reroll.series.Link;
import dev.reroll.series.SearchPlan;
import dev.reroll.series.SeriesBag;
import dev.reroll.series.SeriesVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The version before one that lies alone in a mailbox: a draft from {@code git format-patch}, or
 * mails that were saved. It is looked for in archives by what it says: mails that it names, its
 * change-id, title and author; then by what its author sent, as content tells.
 */
final class EarlierVersion {
  private final Archives archives;
  private final Selection selection;
  private final MailboxReader reader;

  EarlierVersion(Archives archives, Selection selection, MailboxReader reader) {
    this.reader = reader;
    this.archives = archives;
    this.selection = selection;
  }

  /** What was found, and who was asked. */
  record Search(Optional<SelectedVersions> found, List<String> places) {}

  /**
   * Looks for the version before {@code version}, or for the one that the selection names.
   *
   * @throws Refusal where an archive cannot be opened or reached
   */
  Search find(Mailbox mailbox, SeriesVersion version) throws Refusal {
    List<Archives.Opening> openings = new ArrayList<>(archives.local());
    archives.server().ifPresent(openings::add);
    if (openings.isEmpty()) {
      return new Search(Optional.empty(), List.of());
    }
    try (Gathering gathering = new Gathering(reader)) {
      gathering.add(mailbox);
      for (Archives.Opening opening : openings) {
        gathering.open(opening);
        gathering.follow(new SearchPlan(version.patches().get(0), selection.aim()));
        Optional<VersionPair> pair = pair(gathering, mailbox, version);
        if (pair.isPresent()) {
          SelectedVersions selected = selected(pair.get(), gathering, mailbox);
          return new Search(Optional.of(selected), gathering.names());
        }
      }
      return new Search(Optional.empty(), gathering.names());
    }
  }

  private SelectedVersions selected(VersionPair found, Gathering gathering, Mailbox mailbox)
      throws Refusal {
    SeriesBag bag = gathering.bag();
    Lineage lineage = MailDiscussion.lineageOf(bag, found.after());
    VersionPair pair = SinceReview.of(selection, found, lineage, bag.conversation());
    List<SeriesVersion> compared = List.of(pair.before(), pair.after());
    return pair.in(
        new Discussion.Found(
            bag.conversation(), MailDiscussion.known(bag, compared), gathering.messages()),
        mailbox.leftOut());
  }

  private Optional<VersionPair> pair(Gathering gathering, Mailbox mailbox, SeriesVersion version) {
    Optional<SeriesBag.Place> place = gathering.bag().find(version.patches().get(0));
    if (place.isEmpty()) {
      return Optional.empty();
    }
    Lineage lineage = place.get().lineage();
    SeriesVersion draft = place.get().version();
    Optional<SeriesVersion> before =
        selection.before().isPresent()
            ? lineage.find(selection.before().get())
            : before(lineage, draft);
    if (before.filter(draft::equals).isPresent()) {
      before = before(lineage, draft);
    }
    return before.map(found -> pair(place.get(), found, mailbox.name(), gathering.names()));
  }

  /**
   * Finds the version before a draft. The date of a draft is that of its commits, which may be
   * older than versions that were mailed, and it may have no number yet: then it is taken for the
   * newest.
   */
  private static Optional<SeriesVersion> before(Lineage lineage, SeriesVersion draft) {
    Optional<SeriesVersion> linked = lineage.before(draft);
    if (linked.isPresent()) {
      return linked;
    }
    SeriesVersion best = draft;
    for (SeriesVersion version : lineage.versions()) {
      boolean mayBe = version.label().number() <= draft.label().number();
      boolean isAny = draft.label().number() <= 1;
      if (!version.equals(draft) && (mayBe || isAny)) {
        best = version;
      }
    }
    return best.equals(draft) ? Optional.empty() : Optional.of(best);
  }

  private static VersionPair pair(
      SeriesBag.Place place, SeriesVersion before, String mailbox, List<String> places) {
    SeriesVersion draft = place.version();
    Optional<Link> link = VersionPair.link(place.lineage(), before, draft);
    boolean isGuess = link.isPresent() && link.get().isGuess();
    String how = isGuess ? " by content alone: " + link.get().strongest().detail() : "";
    List<Notice> remarks = new ArrayList<>();
    remarks.add(
        Notice.note(
            before.label()
                + ", taken for the version before '"
                + mailbox
                + "', was found in "
                + String.join(", ", places)
                + how));
    boolean areAlike = before.label().number() == draft.label().number();
    SeriesVersion after = areAlike ? draft.called(mailbox) : draft;
    return new VersionPair(before, after, link, remarks);
  }
}
