package dev.reroll.app;

import dev.reroll.message.Diagnostic;
import dev.reroll.message.Refusal;
import dev.reroll.review.material.Material.Talk;
import dev.reroll.series.Lineage;
import dev.reroll.series.Link;
import dev.reroll.series.SeriesBag;
import dev.reroll.series.SeriesVersion;
import dev.reroll.series.VersionLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds, compares and reviews the versions that pages are written about. */
public final class WritePages {
  private final CompareMailboxes.Place place;
  private final CompareMailboxes.Manner manner;
  private final Consumer<Diagnostic> diagnostics;

  /**
   * Readies the work; nothing is read yet.
   *
   * @param diagnostics is told of each bad spot in the mails, by one thread
   */
  public WritePages(
      CompareMailboxes.Place place,
      CompareMailboxes.Manner manner,
      Consumer<Diagnostic> diagnostics) {
    this.place = place;
    this.manner = manner;
    this.diagnostics = diagnostics;
  }

  /**
   * Reviews one pair of versions: two of one mailbox, or one of each of two.
   *
   * @param mailboxes one or two, the older version's first
   * @throws Refusal where one cannot be read, or there are no two versions
   */
  public ReviewedPair onePair(List<String> mailboxes, VersionWish wish) throws Refusal {
    MailboxReading read = MailboxReading.of(mailboxes, place, diagnostics);
    VersionPair pair = read.pick(new VersionPicker(wish, new CommandHint(mailboxes)));
    return reviews(talk(read, pair)).review(pair, read.leftOut());
  }

  /**
   * Reviews two versions of a series that was found by one of its mails.
   *
   * @throws Refusal where the lineage has no such version
   */
  public ReviewedPair onePair(FoundSeries found, SeriesWish wish) throws Refusal {
    VersionPair pair = new SeriesPicker(found).pick(wish);
    found.diagnosticsOf(pair.before()).forEach(diagnostics);
    found.diagnosticsOf(pair.after()).forEach(diagnostics);
    return reviews(talk(found.bag(), found.lineage())).review(pair, List.of());
  }

  /**
   * Reviews a whole lineage: each version with the one that it follows, and the pair that {@code
   * wish} names, if it names one.
   *
   * @param mailboxes one or more, which hold all versions together
   * @throws Refusal where one cannot be read, or there are no two versions
   */
  public ReviewedLineage lineage(List<String> mailboxes, VersionWish wish) throws Refusal {
    SeriesBag bag = MailboxReading.of(mailboxes, place, diagnostics).bag();
    Mailbox all = new Mailbox(String.join(" ", mailboxes), bag);
    CommandHint hint = new CommandHint(mailboxes);
    List<String> remarks = new ArrayList<>();
    Lineage lineage = new SeriesChooser(wish.series(), hint, remarks).choose(all, Optional.empty());
    boolean asks = lineage.links().isEmpty() || wish.before().isPresent();
    Optional<VersionPair> asked =
        asks ? Optional.of(new VersionPicker(wish, hint).pick(all)) : Optional.empty();
    return new ReviewedLineage(lineage, pairs(lineage, all.bag(), asked), remarks);
  }

  /**
   * Reviews the whole lineage of a series that was found by one of its mails.
   *
   * @throws Refusal where the lineage has no such version, or only one
   */
  public ReviewedLineage lineage(FoundSeries found, SeriesWish wish) throws Refusal {
    Lineage lineage = found.lineage();
    boolean asks = lineage.links().isEmpty() || !wish.labels().isEmpty();
    Optional<VersionPair> asked =
        asks ? Optional.of(new SeriesPicker(found).pick(wish)) : Optional.empty();
    return new ReviewedLineage(
        lineage, pairs(lineage, found.bag(), asked), found.search().remarks());
  }

  private List<ReviewedPair> pairs(Lineage lineage, SeriesBag bag, Optional<VersionPair> asked)
      throws Refusal {
    VersionReviews reviews = reviews(talk(bag, lineage));
    List<ReviewedPair> pairs = new ArrayList<>();
    for (Link link : lineage.links()) {
      VersionPair pair =
          new VersionPair(
              version(lineage, link.before()),
              version(lineage, link.after()),
              Optional.of(link),
              List.of());
      pairs.add(reviews.review(pair, List.of()));
    }
    if (asked.isPresent() && pairs.stream().noneMatch(pair -> isSame(pair, asked.get()))) {
      pairs.add(reviews.review(asked.get(), List.of()));
    }
    return pairs;
  }

  private static boolean isSame(ReviewedPair pair, VersionPair other) {
    VersionPair versions = pair.comparison().versions();
    return versions.before().label().equals(other.before().label())
        && versions.after().label().equals(other.after().label());
  }

  private VersionReviews reviews(Talk talk) {
    return new VersionReviews(manner, diagnostics, talk);
  }

  private static SeriesVersion version(Lineage lineage, VersionLabel label) {
    return lineage.versions().stream()
        .filter(version -> version.label().equals(label))
        .findFirst()
        .orElseThrow();
  }

  /** Returns what was said in all mailboxes; mailboxes without replies are not linked for it. */
  private static Talk talk(MailboxReading read, VersionPair pair) {
    if (read.isSilent()) {
      return new Talk(read.newest().conversation(), List.of(pair.before(), pair.after()));
    }
    SeriesBag bag = read.bag();
    List<SeriesVersion> known =
        bag.lineages().stream()
            .filter(lineage -> lineage.versions().stream().anyMatch(v -> isSame(v, pair.after())))
            .findFirst()
            .map(Lineage::versions)
            .orElse(List.of());
    return new Talk(bag.conversation(), known);
  }

  private static Talk talk(SeriesBag bag, Lineage lineage) {
    return new Talk(bag.conversation(), lineage.versions());
  }

  private static boolean isSame(SeriesVersion one, SeriesVersion other) {
    return one.label().equals(other.label()) && one.title().equals(other.title());
  }
}
