package dev.reroll.app;

import dev.reroll.mail.Person;
import dev.reroll.message.Diagnostic;
import dev.reroll.message.RawMessage;
import dev.reroll.message.Refusal;
import dev.reroll.patch.DiffParser;
import dev.reroll.patch.Patch;
import dev.reroll.review.Reviewer;
import dev.reroll.review.material.Material;
import dev.reroll.review.result.Review;
import dev.reroll.review.tags.OwnWords;
import dev.reroll.series.Conversation;
import dev.reroll.series.Lineage;
import dev.reroll.series.SeriesBag;
import dev.reroll.series.SeriesVersion;
import dev.reroll.series.VersionLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Compares two versions, and says what that means to a reviewer. */
public final class ReviewSeries {
  private final CompareMailboxes.Place place;
  private final CompareMailboxes.Manner manner;
  private final Consumer<Diagnostic> diagnostics;

  /**
   * Readies a review.
   *
   * @param diagnostics is told of each bad spot in the mails
   */
  public ReviewSeries(
      CompareMailboxes.Place place,
      CompareMailboxes.Manner manner,
      Consumer<Diagnostic> diagnostics) {
    this.place = place;
    this.manner = manner;
    this.diagnostics = diagnostics;
  }

  /**
   * Holds a comparison and what it means.
   *
   * @param comparison what was compared, with what the user should know of it
   * @param review what it means
   */
  public record Reviewed(Comparison comparison, Review review) {}

  /**
   * Says which versions are asked for.
   *
   * @param labels none, one or two labels, as for {@link SeriesWish} and {@link VersionWish}
   * @param latest whether the newest version takes the place of the one that a mail belongs to
   * @param series which series of a mailbox, as for {@link VersionWish}
   * @param since of whom the older version is the last that has an answer or a tag
   */
  public record Wish(
      List<VersionLabel> labels, boolean latest, Optional<String> series, Optional<Person> since) {
    public Wish {
      labels = List.copyOf(labels);
    }

    /** Returns the same for a series that was searched for. */
    public SeriesWish inSeries() {
      return new SeriesWish(labels, latest || since.isPresent());
    }

    VersionWish inMailbox() {
      Optional<VersionLabel> before = labels.stream().findFirst();
      Optional<VersionLabel> after = labels.stream().skip(1).findFirst();
      return new VersionWish(before, after, series);
    }
  }

  /**
   * Reviews versions of a series that was found by one of its mails.
   *
   * @throws Refusal where the lineage has no such version
   */
  public Reviewed review(FoundSeries found, Wish wish) throws Refusal {
    VersionPair picked = new SeriesPicker(found).pick(wish.inSeries());
    VersionPair pair = since(picked, wish, found.lineage(), found.bag());
    found.diagnosticsOf(pair.before()).forEach(diagnostics);
    found.diagnosticsOf(pair.after()).forEach(diagnostics);
    return review(pair, found.bag());
  }

  /**
   * Reviews the versions that two mails belong to, because the user says so.
   *
   * @throws Refusal where both belong to the same version
   */
  public Reviewed review(BothSides<FoundSeries> named) throws Refusal {
    SeriesVersion before = named.before().version();
    SeriesVersion after = named.after().version();
    if (before.equals(after)) {
      throw Refusal.nothingToCompare(
          "both mails are of " + before.label(), "reroll review " + named.after().wanted());
    }
    named.before().diagnosticsOf(before).forEach(diagnostics);
    named.after().diagnosticsOf(after).forEach(diagnostics);
    List<String> remarks = named.before().search().remarks();
    return review(new VersionPair(before, after, Optional.empty(), remarks), named.after().bag());
  }

  /**
   * Reviews two versions that are among {@code messages}, which were read from {@code mailbox}.
   *
   * @throws Refusal where they do not hold two versions
   */
  public Reviewed review(String mailbox, List<RawMessage> messages, Wish wish) throws Refusal {
    MailboxReading read =
        new MailboxReading(List.of(MailboxReading.Box.of(mailbox, messages, diagnostics)));
    VersionPair picked = read.pick(new VersionPicker(wish.inMailbox(), hint(List.of(mailbox))));
    SeriesBag bag = read.bag();
    return review(since(picked, wish, lineageOf(picked, bag), bag), bag);
  }

  /**
   * Reviews a version in each of two mailboxes.
   *
   * @throws Refusal where one of them cannot be read, or holds no version
   */
  public Reviewed review(String before, String after, Wish wish) throws Refusal {
    List<String> names = List.of(before, after);
    MailboxReading read = MailboxReading.of(names, place, diagnostics);
    VersionPair pair = read.pick(new VersionPicker(wish.inMailbox(), hint(names)));
    if (!read.isSilent()) {
      return review(pair, read.bag());
    }
    // What nobody answered needs no other versions, so the mailboxes are not linked for it.
    return review(pair, read.newest().conversation(), List.of(pair.before(), pair.after()));
  }

  private static CommandHint hint(List<String> mailboxes) {
    return new CommandHint(mailboxes);
  }

  private Reviewed review(VersionPair pair, SeriesBag bag) throws Refusal {
    List<SeriesVersion> versions = new ArrayList<>(lineageOf(pair, bag).versions());
    versions.removeIf(version -> version.equals(pair.before()) || version.equals(pair.after()));
    versions.add(pair.before());
    versions.add(pair.after());
    return review(pair, bag.conversation(), versions);
  }

  private Reviewed review(VersionPair pair, Conversation said, List<SeriesVersion> versions)
      throws Refusal {
    Material.Talk talk = new Material.Talk(said, versions);
    ReviewedPair reviewed = new VersionReviews(manner, diagnostics, talk).review(pair, List.of());
    return new Reviewed(reviewed.comparison(), reviewed.review());
  }

  /**
   * Reviews {@code comparison}, whose bad spots were told when it was made.
   *
   * @param context unchanged lines around each change that it shows
   * @param talk what was said about any version of the series
   */
  public static Review review(Comparison comparison, int context, Material.Talk talk) {
    VersionPair versions = comparison.versions();
    Optional<BothSides<TreePatches>> inTree = comparison.inTree();
    return Reviewer.review(
        new Material(
            inTree.isEmpty()
                ? parsed(versions.before())
                : new Material.Version(versions.before(), inTree.get().before().patches()),
            inTree.isEmpty()
                ? parsed(versions.after())
                : new Material.Version(versions.after(), inTree.get().after().patches()),
            comparison.result(),
            comparison.twins(),
            context,
            talk));
  }

  private static Lineage lineageOf(VersionPair pair, SeriesBag bag) {
    return bag.lineages().stream()
        .filter(lineage -> lineage.versions().contains(pair.after()))
        .findFirst()
        .orElseGet(() -> new Lineage(pair.after().title(), List.of(pair.after()), List.of()));
  }

  /** Takes for the older version the last one that the wished person had a word on. */
  private static VersionPair since(VersionPair picked, Wish wish, Lineage lineage, SeriesBag bag)
      throws Refusal {
    if (wish.since().isEmpty()) {
      return picked;
    }
    OwnWords words = new OwnWords(wish.since().get(), bag.conversation());
    int newest = lineage.versions().indexOf(picked.after());
    for (int i = newest - 1; i >= 0; i--) {
      SeriesVersion version = lineage.versions().get(i);
      if (words.areOn(version)) {
        return new VersionPair(
            version,
            picked.after(),
            VersionPair.link(lineage, version, picked.after()),
            picked.remarks());
      }
    }
    throw Refusal.nothingToCompare(
        "no answer or tag of "
            + wish.since().get()
            + " was found for a version before "
            + picked.after().label());
  }

  private static Material.Version parsed(SeriesVersion version) {
    List<Patch> patches =
        version.patches().stream()
            .map(mail -> DiffParser.parse(mail.diff(), mail.diffWhere(), alreadyTold -> {}))
            .toList();
    return new Material.Version(version, patches);
  }
}
