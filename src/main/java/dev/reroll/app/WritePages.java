package dev.reroll.app;

import dev.reroll.mail.MailItem;
import dev.reroll.mail.MailReader;
import dev.reroll.mail.Reply;
import dev.reroll.message.Diagnostic;
import dev.reroll.message.RawMessage;
import dev.reroll.message.Refusal;
import dev.reroll.review.Material.Talk;
import dev.reroll.series.LeftOut;
import dev.reroll.series.Lineage;
import dev.reroll.series.Link;
import dev.reroll.series.SeriesBag;
import dev.reroll.series.SeriesCollector;
import dev.reroll.series.SeriesVersion;
import dev.reroll.series.VersionLabel;
import dev.reroll.source.MailboxSource;
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
    List<Box> boxes = read(mailboxes);
    VersionPicker picker = new VersionPicker(wish, new CommandHint(mailboxes));
    VersionPair pair =
        boxes.size() == 1
            ? picker.pick(boxes.get(0).mailbox())
            : picker.pick(boxes.get(0).mailbox(), boxes.get(1).mailbox());
    return reviews(talk(boxes, pair)).review(pair, leftOut(boxes));
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
    List<Box> boxes = read(mailboxes);
    Mailbox all = new Mailbox(String.join(" ", mailboxes), bag(boxes));
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

  /** Holds what one mailbox gave, as items and as series. */
  private record Box(List<MailItem> items, Mailbox mailbox) {}

  private List<Box> read(List<String> mailboxes) throws Refusal {
    if (mailboxes.size() == 2) {
      BothSides<Box> both =
          BothSides.run(
              heard -> read(mailboxes.get(0), heard),
              heard -> read(mailboxes.get(1), heard),
              diagnostics);
      return List.of(both.before(), both.after());
    }
    List<Box> boxes = new ArrayList<>();
    for (String mailbox : mailboxes) {
      boxes.add(read(mailbox, diagnostics));
    }
    return boxes;
  }

  private Box read(String name, Consumer<Diagnostic> heard) throws Refusal {
    MailReader reader = new MailReader(heard);
    List<MailItem> items = new ArrayList<>();
    MailboxSource source =
        new MailboxSource(place.folder(), place.standardInput(), place.limits(), heard);
    for (RawMessage message : source.read(name)) {
      items.addAll(reader.read(message));
    }
    return new Box(items, new Mailbox(name, SeriesCollector.collect(items)));
  }

  private static SeriesBag bag(List<Box> boxes) {
    if (boxes.size() == 1) {
      return boxes.get(0).mailbox().bag();
    }
    List<MailItem> items = new ArrayList<>();
    boxes.forEach(box -> items.addAll(box.items()));
    return SeriesCollector.collect(items);
  }

  private static List<LeftOut> leftOut(List<Box> boxes) {
    return boxes.stream().flatMap(box -> box.mailbox().leftOut().stream()).toList();
  }

  /** Returns what was said in all mailboxes; mailboxes without replies are not linked for it. */
  private static Talk talk(List<Box> boxes, VersionPair pair) {
    boolean isSilent =
        boxes.stream().flatMap(box -> box.items().stream()).noneMatch(Reply.class::isInstance);
    if (isSilent && boxes.size() > 1) {
      SeriesBag newer = boxes.get(boxes.size() - 1).mailbox().bag();
      return new Talk(newer.conversation(), List.of(pair.before(), pair.after()));
    }
    SeriesBag bag = bag(boxes);
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
