package dev.reroll.linking;

import dev.reroll.mail.PatchMail;
import dev.reroll.series.SeriesVersion;
import dev.reroll.series.VersionLabel;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the versions of a manifest's lineage among all versions of a list, without looking at
 * links: the manifest names labels, counts of patches and the first day, no message-ids.
 *
 * <p>Takes the row of versions, by time, that fit label for label and number for number, and of
 * several such rows the one whose titles agree best from one to the next (dynamic programming over
 * the author's versions).
 */
final class ManifestMatch {
  private final List<SeriesVersion> all;

  /**
   * Creates a search.
   *
   * @param all the versions of the list, by time
   */
  ManifestMatch(List<SeriesVersion> all) {
    this.all = all;
  }

  /** What must agree beside author, label and time: less where nothing is found so. */
  private enum Strictness {
    PATCHES_AND_COVER,
    PATCHES,
    NUMBER,
    LABEL
  }

  /** The best row that ends with one candidate. */
  private record Row(double score, List<SeriesVersion> versions) {
    Row plus(double more, SeriesVersion version) {
      List<SeriesVersion> longer = new ArrayList<>(versions);
      longer.add(version);
      return new Row(score + more, longer);
    }
  }

  /**
   * Returns the complete versions of {@code row}, in its order; none where they are not all there.
   */
  List<SeriesVersion> find(ManifestRow row) {
    for (Strictness strictness : Strictness.values()) {
      List<SeriesVersion> found = find(row, strictness);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  private List<SeriesVersion> find(ManifestRow row, Strictness strictness) {
    Set<String> names = namesOf(row.author());
    List<SeriesVersion> own =
        all.stream().filter(v -> isAuthor(names, v) && !isBefore(v, row)).toList();
    List<Row> rows = new ArrayList<>();
    for (SeriesVersion version : own) {
      boolean isFirst = !row.versions().get(0).complete() || isAbout(row.firstDate(), version);
      if (isFirst && fits(row.complete().get(0), version, strictness)) {
        rows.add(new Row(0, List.of(version)));
      }
    }
    List<ManifestRow.Version> complete = row.complete();
    for (ManifestRow.Version wanted : complete.subList(1, complete.size())) {
      rows =
          extended(
              rows, own.stream().filter(version -> fits(wanted, version, strictness)).toList());
    }
    return rows.stream()
        .map(found -> found.plus(2 * titlesAgree(row.title(), last(found)), last(found)))
        .max((one, other) -> Double.compare(one.score(), other.score()))
        .map(found -> found.versions().subList(0, row.complete().size()))
        .orElse(List.of());
  }

  private static List<Row> extended(List<Row> rows, List<SeriesVersion> candidates) {
    List<Row> extended = new ArrayList<>();
    for (SeriesVersion candidate : candidates) {
      Optional<Row> best = Optional.empty();
      for (Row row : rows) {
        if (isAfter(candidate, last(row))) {
          Row longer = row.plus(agreement(last(row), candidate), candidate);
          best =
              best.filter(known -> known.score() >= longer.score()).or(() -> Optional.of(longer));
        }
      }
      best.ifPresent(extended::add);
    }
    return extended;
  }

  /** Some mails keep the date of an older version. */
  private static boolean isAfter(SeriesVersion version, SeriesVersion older) {
    return !version.equals(older)
        && !version.date().orElseThrow().isBefore(older.date().orElseThrow());
  }

  private static SeriesVersion last(Row row) {
    return row.versions().get(row.versions().size() - 1);
  }

  /** Returns the names and addresses that {@code author} goes by in this list. */
  private Set<String> namesOf(String author) {
    Set<String> names = new HashSet<>(Set.of(author));
    for (int round = 0; round < 2; round++) {
      for (SeriesVersion version : all) {
        String name = version.sender().name().toLowerCase(Locale.ROOT);
        String address = version.sender().address().toLowerCase(Locale.ROOT);
        String local = address.replaceAll("@.*", "");
        if (names.contains(name) || names.contains(address) || local.equals(author)) {
          names.addAll(List.of(name, address));
        }
      }
    }
    return names;
  }

  private static boolean isAuthor(Set<String> names, SeriesVersion version) {
    String name = version.sender().name().toLowerCase(Locale.ROOT).replaceAll(" via .*", "");
    return names.contains(name)
        || names.contains(version.sender().address().toLowerCase(Locale.ROOT));
  }

  private static boolean isBefore(SeriesVersion version, ManifestRow row) {
    return dayOf(version).map(day -> day.isBefore(row.firstDate().minusDays(1))).orElse(true);
  }

  private static Optional<LocalDate> dayOf(SeriesVersion version) {
    return version.date().map(date -> LocalDate.ofInstant(date, ZoneOffset.UTC));
  }

  /** The manifest has the day of the sender's time zone. */
  private static boolean isAbout(LocalDate day, SeriesVersion version) {
    return dayOf(version)
        .filter(own -> !own.isBefore(day.minusDays(1)) && !own.isAfter(day.plusDays(1)))
        .isPresent();
  }

  private static boolean fits(
      ManifestRow.Version wanted, SeriesVersion version, Strictness strictness) {
    VersionLabel label = version.label();
    String tags =
        (label.rfc() ? "rfc-v" : "v") + label.number() + (label.resend() ? "-resend" : "");
    boolean sameCount = version.ownPatches().size() == wanted.patchCount();
    boolean sameCover = version.cover().isPresent() == wanted.hasCover();
    return switch (strictness) {
      case PATCHES_AND_COVER -> tags.equals(wanted.plainLabel()) && sameCount && sameCover;
      case PATCHES -> tags.equals(wanted.plainLabel()) && sameCount;
      case NUMBER -> tags.endsWith(wanted.plainLabel()) && sameCount;
      case LABEL -> tags.equals(wanted.plainLabel());
    };
  }

  private static double agreement(SeriesVersion one, SeriesVersion other) {
    Set<String> titles = titles(one);
    Set<String> shared = new HashSet<>(titles);
    shared.retainAll(titles(other));
    int fewer = Math.min(titles.size(), titles(other).size());
    return titlesAgree(one.title(), other) + (double) shared.size() / Math.max(1, fewer);
  }

  private static Set<String> titles(SeriesVersion version) {
    Set<String> titles = new HashSet<>();
    for (PatchMail patch : version.ownPatches()) {
      titles.add(patch.envelope().subject().title().toLowerCase(Locale.ROOT));
    }
    return titles;
  }

  /** Returns the part of the words that two titles have in common. */
  private static double titlesAgree(String title, SeriesVersion version) {
    Set<String> mine = words(title);
    Set<String> theirs = words(version.title());
    Set<String> shared = new HashSet<>(mine);
    shared.retainAll(theirs);
    return (double) shared.size() / Math.max(1, Math.max(mine.size(), theirs.size()));
  }

  private static Set<String> words(String title) {
    Set<String> words =
        new HashSet<>(List.of(title.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1)));
    words.remove("");
    return words;
  }
}
