package dev.reroll.series;

import dev.reroll.mail.PatchMail;
import dev.reroll.message.MessageId;
import dev.reroll.series.VersionTexts.NamedMail;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What to look for in an archive, so that the other versions of a series come together.
 *
 * <p>Goes round by round: the caller runs the queries, adds what they bring to what it has, groups
 * all of it anew and asks again. First comes what is cheap and sure (the thread, the mails that the
 * texts name, the change-id, the title), then, where the version that is wanted was not found so,
 * everything that the author sent around that time. No query is asked twice, and there are at most
 * {@value #MAX_ROUNDS} rounds with {@value #MAX_THREADS} threads each.
 */
public final class SearchPlan {
  private static final int MAX_ROUNDS = 6;

  private static final int MAX_THREADS = 12;
  private static final Duration TITLE_SPAN = Duration.ofDays(365);
  private static final Duration AUTHOR_SPAN = Duration.ofDays(270);

  /** What the search is for. */
  public enum Aim {
    /** The version before the one that the mail belongs to. */
    PREDECESSOR,
    /** All versions, older and newer. */
    ALL
  }

  /** So long after its commits were written may a version be mailed that an archive has. */
  private static final Duration DRAFT_SPAN = Duration.ofDays(3650);

  private final Wanted wanted;
  private final Aim aim;
  private final Set<Query> asked = new LinkedHashSet<>();
  private int round;

  /**
   * What is cheap and sure is asked even if the thread has it all: there may be a newer version.
   */
  private boolean hasAskedSure;

  /** The version whose series is looked for. */
  private interface Wanted {
    /** Finds it among what was fetched so far. */
    Optional<SeriesBag.Place> in(SeriesBag bag);

    /** Returns how long after its date other versions of it may have been mailed. */
    Duration after();
  }

  /** The version that a mail belongs to, which archives have. */
  private record Named(MessageId mail) implements Wanted {
    @Override
    public Optional<SeriesBag.Place> in(SeriesBag bag) {
      return bag.find(mail);
    }

    @Override
    public Duration after() {
      return TITLE_SPAN;
    }
  }

  /** A version that may never have been mailed; its date says when its commits were written. */
  private record Draft(PatchMail patch) implements Wanted {
    @Override
    public Optional<SeriesBag.Place> in(SeriesBag bag) {
      return bag.find(patch);
    }

    @Override
    public Duration after() {
      return DRAFT_SPAN;
    }
  }

  /**
   * Creates a plan for a version that was mailed.
   *
   * @param wanted a mail of the series: a cover letter, a patch, or an answer to one
   */
  public SearchPlan(MessageId wanted, Aim aim) {
    this.wanted = new Named(wanted);
    this.aim = aim;
  }

  /**
   * Creates a plan for a version that is at hand, and may never have been mailed.
   *
   * @param patch one of its patches
   */
  public SearchPlan(PatchMail patch, Aim aim) {
    this.wanted = new Draft(patch);
    this.aim = aim;
  }

  /**
   * Returns what to look for next; nothing when all is found, or nothing more can be done.
   *
   * @param bag what has been fetched so far; in the beginning empty, or the thread of the mail
   */
  public List<Query> next(SeriesBag bag) {
    if (round >= MAX_ROUNDS) {
      return List.of();
    }
    round++;
    List<Query> queries = new ArrayList<>();
    Optional<SeriesBag.Place> place = wanted.in(bag);
    if (place.isEmpty()) {
      if (wanted instanceof Named named) {
        add(new Query.Thread(named.mail()), queries);
      }
      return queries;
    }
    if (isFound(place.get())) {
      return List.of();
    }
    versions(place.get()).forEach(version -> addSure(version, queries));
    hasAskedSure = true;
    if (queries.isEmpty()) {
      versions(place.get()).forEach(version -> addAuthor(version, queries));
    }
    return queries;
  }

  /** Returns the queries that were handed out so far. */
  public Set<Query> asked() {
    return Set.copyOf(asked);
  }

  private boolean isFound(SeriesBag.Place place) {
    if (aim == Aim.ALL || !hasAskedSure) {
      return false;
    }
    Optional<Link> link = place.lineage().link(place.version());
    return link.isPresent()
        && !link.get().isGuess()
        && place.lineage().missingBefore(place.version()).isEmpty();
  }

  private List<SeriesVersion> versions(SeriesBag.Place place) {
    return aim == Aim.ALL ? place.lineage().versions() : List.of(place.version());
  }

  private void addSure(SeriesVersion version, List<Query> queries) {
    VersionTexts texts = new VersionTexts(version.cover(), version.ownPatches());
    for (NamedMail named : texts.namedMails()) {
      if (!named.isForeign() && queries.size() < MAX_THREADS) {
        add(new Query.Thread(named.id()), queries);
      }
    }
    texts.changeId().ifPresent(id -> add(new Query.SameChangeId(id), queries));
    if (version.date().isPresent() && !TitleWords.of(version.title()).words().isEmpty()) {
      Query.Span span = around(version.date().get(), TITLE_SPAN, wanted.after());
      add(new Query.SameTitle(version.title(), version.sender(), span), queries);
    }
  }

  private void addAuthor(SeriesVersion version, List<Query> queries) {
    boolean hasAddress = !version.sender().address().isEmpty();
    if (version.date().isPresent() && hasAddress) {
      Duration after = aim == Aim.ALL ? AUTHOR_SPAN : Duration.ofDays(1);
      Query.Span span = around(version.date().get(), AUTHOR_SPAN, after);
      add(new Query.SameAuthor(version.sender(), span), queries);
    }
  }

  private static Query.Span around(Instant date, Duration before, Duration after) {
    return new Query.Span(date.minus(before), date.plus(after));
  }

  private void add(Query query, List<Query> queries) {
    if (asked.add(query)) {
      queries.add(query);
    }
  }
}
