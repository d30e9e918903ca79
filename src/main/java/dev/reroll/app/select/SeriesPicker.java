package dev.reroll.app.select;

import dev.reroll.message.MessageId;
import dev.reroll.problem.Hint;
import dev.reroll.problem.Notice;
import dev.reroll.problem.Refusal;
import dev.reroll.series.Lineage;
import dev.reroll.series.Link;
import dev.reroll.series.SeriesVersion;
import dev.reroll.series.Slot;
import dev.reroll.series.VersionLabel;
import dev.reroll.source.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Picks the two versions of a found series to compare, and says what is not as one expects. */
final class SeriesPicker {
  private final FoundSeries found;
  private final Lineage lineage;
  private final List<Notice> remarks = new ArrayList<>();

  SeriesPicker(FoundSeries found) {
    this.found = found;
    this.lineage = found.lineage();
    remarks.addAll(found.search().remarks());
  }

  /** Returns the pair that {@code selection} names. */
  VersionPair pick(Selection selection) throws Refusal {
    SeriesVersion named = selection.takesNewest() ? lineage.newest() : found.version();
    if (selection.labels().size() == 2) {
      return pair(find(selection.labels().get(0)), find(selection.labels().get(1)));
    }
    if (selection.labels().size() == 1) {
      return withNamed(find(selection.labels().get(0)), named);
    }
    Optional<SeriesVersion> before = lineage.before(named);
    if (before.isEmpty()) {
      throw nothingBefore(named);
    }
    if (!selection.takesNewest()) {
      newer(named);
    }
    return pair(before.get(), named);
  }

  /** Pairs an asked version with the named one, or where it is that one, with the newest. */
  private VersionPair withNamed(SeriesVersion asked, SeriesVersion named) throws Refusal {
    SeriesVersion other = asked.equals(named) ? lineage.newest() : named;
    if (asked.equals(other)) {
      throw Refusal.nothingToCompare(
          asked.label() + " is the newest version found; " + there(),
          Hint.again(word(found.wanted())));
    }
    List<SeriesVersion> versions = lineage.versions();
    return versions.indexOf(asked) < versions.indexOf(other)
        ? pair(asked, other)
        : pair(other, asked);
  }

  private VersionPair pair(SeriesVersion before, SeriesVersion after) {
    guesses(before, after);
    gaps(before, after);
    partial(before);
    partial(after);
    return new VersionPair(before, after, VersionPair.link(lineage, before, after), remarks);
  }

  private SeriesVersion find(VersionLabel label) throws Refusal {
    Optional<SeriesVersion> version = lineage.find(label);
    if (version.isEmpty()) {
      throw Refusal.nothingToCompare(
          lineage.numbered(label).size() > 1
              ? Labels.noneOf(lineage, label) + "; " + there()
              : "no version " + label + " was found; " + there(),
          "reroll versions " + word(found.wanted()));
    }
    return version.get();
  }

  /** Announces each link on the way from one version to the other that is only a guess. */
  private void guesses(SeriesVersion before, SeriesVersion after) {
    Optional<SeriesVersion> at = Optional.of(after);
    while (at.isPresent() && !at.get().equals(before)) {
      Optional<Link> link = lineage.link(at.get());
      link.filter(Link::isGuess).ifPresent(this::guess);
      at = lineage.before(at.get());
    }
  }

  private void guess(Link link) {
    remarks.add(
        Notice.note(
            link.after()
                + " was linked to "
                + link.before()
                + " by content alone: "
                + link.strongest().detail()
                + "; --explain shows why"));
  }

  private void gaps(SeriesVersion before, SeriesVersion after) {
    if (lineage.before(after).filter(before::equals).isPresent()) {
      List<Integer> missing = lineage.missingBefore(after);
      if (!missing.isEmpty()) {
        remarks.add(Notice.note(numbers(missing) + " not found in " + places()));
      }
    }
  }

  private void newer(SeriesVersion named) {
    List<SeriesVersion> after = lineage.after(named);
    if (!after.isEmpty()) {
      String labels =
          after.stream().map(v -> v.label().toString()).collect(Collectors.joining(", "));
      String said =
          after.size() == 1 ? labels + " is newer" : "there are newer versions: " + labels;
      remarks.add(Notice.note(said).then(Hint.again("--latest " + word(found.wanted()))));
    }
  }

  private void partial(SeriesVersion version) {
    Map<String, List<String>> taken = new TreeMap<>();
    for (Slot slot : version.slots()) {
      slot.takenFrom()
          .ifPresent(
              from ->
                  taken
                      .computeIfAbsent(from.toString(), key -> new ArrayList<>())
                      .add(slot.ordinal() + "/" + version.slots().size()));
    }
    taken.forEach(
        (from, patches) ->
            remarks.add(
                Notice.note(
                    version.label()
                        + " is a partial reroll: "
                        + String.join(", ", patches)
                        + (patches.size() == 1 ? " is" : " are")
                        + " taken from "
                        + from)));
  }

  private Refusal nothingBefore(SeriesVersion version) {
    String what = "no version before " + version.label() + " was found in " + places();
    List<SeriesVersion> later = lineage.after(version);
    if (later.isEmpty()) {
      return Refusal.nothingToCompare(
          what,
          Hint.again("BEFORE " + word(found.wanted())),
          Hint.line("reroll versions --explain " + word(found.wanted())));
    }
    return Refusal.nothingToCompare(
        what + "; " + later.get(0).label() + " came later",
        Hint.again("--latest " + word(found.wanted())),
        Hint.line("reroll versions " + word(found.wanted())));
  }

  private String places() {
    return String.join(", ", found.search().archives());
  }

  private String there() {
    return "there " + (lineage.versions().size() == 1 ? "is " : "are ") + Labels.of(lineage);
  }

  private static String numbers(List<Integer> numbers) {
    String list = numbers.stream().map(n -> "v" + n).collect(Collectors.joining(", "));
    return list + (numbers.size() == 1 ? " was" : " were");
  }

  private static String word(MessageId id) {
    return ShellWord.of(id.value());
  }
}
