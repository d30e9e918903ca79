package dev.reroll.app.select;

import dev.reroll.message.MessageId;
import dev.reroll.message.RawMessage;
import dev.reroll.problem.Hint;
import dev.reroll.problem.Notice;
import dev.reroll.problem.Refusal;
import dev.reroll.series.Lineage;
import dev.reroll.series.Link;
import dev.reroll.series.Query;
import dev.reroll.series.SearchPlan;
import dev.reroll.series.SeriesBag;
import dev.reroll.series.SeriesVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the series that a mail belongs to, with its other versions: fetches its thread, plans what
 * to look for, searches, and puts all of it into one bag.
 *
 * <p>The server is asked only where the archives at hand do not have the mail, or lack a version
 * that must have been sent. Where it then cannot be reached, what they had is the answer.
 */
public final class FindLineage {
  private static final Duration LOOK_AHEAD = Duration.ofDays(365);

  private final Archives archives;
  private final MailboxReader reader;
  private final List<Notice> remarks = new ArrayList<>();

  /** Creates a search; nothing is opened yet. */
  FindLineage(Archives archives, MailboxReader reader) {
    this.archives = archives;
    this.reader = reader;
  }

  /**
   * Finds the series of {@code wanted}.
   *
   * @param atHand mails that need not be fetched, such as the one that was piped in
   * @throws Refusal where the mail is nowhere, or belongs to no series
   */
  public FoundSeries find(MessageId wanted, SearchPlan.Aim aim, List<RawMessage> atHand)
      throws Refusal {
    try (Gathering gathering = new Gathering(reader)) {
      gathering.add(atHand);
      if (!archives.local().isEmpty()) {
        for (Archives.Opening opening : archives.local()) {
          gathering.open(opening);
        }
        search(gathering, wanted, aim);
      }
      askServer(gathering, wanted, aim);
      return found(gathering, wanted);
    }
  }

  /**
   * Finds the versions that mails belong to, by their threads alone.
   *
   * @return what was found for each of {@code ids}, in their order
   * @throws Refusal where one is nowhere, or belongs to no series
   */
  public List<FoundSeries> findAlone(List<MessageId> ids) throws Refusal {
    try (Gathering gathering = new Gathering(reader)) {
      gathering.name(ids);
      for (Archives.Opening opening : openings()) {
        if (ids.stream().anyMatch(id -> gathering.bag().find(id).isEmpty())) {
          gathering.open(opening);
        }
        for (MessageId id : ids) {
          if (gathering.bag().find(id).isEmpty()) {
            gathering.fetch(id);
          }
        }
      }
      List<FoundSeries> found = new ArrayList<>();
      for (MessageId id : ids) {
        found.add(found(gathering, id));
      }
      return found;
    }
  }

  private List<Archives.Opening> openings() {
    return Stream.concat(archives.local().stream(), archives.server().stream()).toList();
  }

  private void askServer(Gathering gathering, MessageId wanted, SearchPlan.Aim aim) throws Refusal {
    Optional<SeriesBag.Place> place = gathering.bag().find(wanted);
    boolean isEnough =
        !archives.local().isEmpty() && place.isPresent() && isEnough(place.get(), aim);
    if (archives.server().isEmpty() || isEnough) {
      return;
    }
    try {
      gathering.open(archives.server().get());
      search(gathering, wanted, aim);
    } catch (Refusal refusal) {
      if (gathering.isEmpty() || refusal.kind() != Refusal.Kind.UNREACHED) {
        throw refusal;
      }
      remarks.add(Notice.note(refusal.getMessage() + "; only local mails were searched"));
    }
  }

  private static void search(Gathering gathering, MessageId wanted, SearchPlan.Aim aim)
      throws Refusal {
    gathering.fetch(wanted);
    if (gathering.bag().find(wanted).isPresent()) {
      gathering.follow(new SearchPlan(wanted, aim));
      lookAhead(gathering, wanted);
    }
  }

  /** Looks for a newer version, of which the user should hear, unless the search did already. */
  private static void lookAhead(Gathering gathering, MessageId wanted) throws Refusal {
    SeriesBag.Place place = gathering.bag().find(wanted).orElseThrow();
    SeriesVersion version = place.version();
    boolean isKnown =
        gathering.hasAskedFor(version.title()) || !place.lineage().after(version).isEmpty();
    Optional<Instant> date = version.date();
    if (!isKnown && date.isPresent() && !version.title().isBlank()) {
      Query.Span span = new Query.Span(date.get(), date.get().plus(LOOK_AHEAD));
      gathering.ask(new Query.SameTitle(version.title(), version.sender(), span));
    }
  }

  /** Whether nothing speaks for a version that was not found. */
  private static boolean isEnough(SeriesBag.Place place, SearchPlan.Aim aim) {
    List<SeriesVersion> versions =
        aim == SearchPlan.Aim.ALL ? place.lineage().versions() : List.of(place.version());
    return versions.stream().allMatch(version -> isLinked(place.lineage(), version));
  }

  private static boolean isLinked(Lineage lineage, SeriesVersion version) {
    Optional<Link> link = lineage.link(version);
    boolean isFirst = version.label().number() <= 1 && link.isEmpty();
    boolean isSure = link.isPresent() && !link.get().isGuess();
    return lineage.missingBefore(version).isEmpty() && (isFirst || isSure);
  }

  private FoundSeries found(Gathering gathering, MessageId wanted) throws Refusal {
    SeriesBag bag = gathering.bag();
    Optional<SeriesBag.Place> place = bag.find(wanted);
    if (place.isEmpty()) {
      throw notFound(gathering, wanted);
    }
    return new FoundSeries(
        wanted,
        place.get(),
        gathering.messages(),
        gathering.items(),
        bag,
        gathering.diagnostics(),
        new FoundSeries.Search(gathering.inquiries(), gathering.names(), remarks));
  }

  private static Refusal notFound(Gathering gathering, MessageId wanted) {
    String where = String.join(", ", gathering.names());
    return gathering.isEmpty()
        ? Refusal.nothingToCompare("no mail '" + wanted + "' in " + where)
        : Refusal.nothingToCompare(
            "the thread of '"
                + wanted
                + "' in "
                + where
                + " holds no patch series that it is about",
            Hint.again("BEFORE AFTER"));
  }
}
