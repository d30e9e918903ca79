package dev.reroll.series;

import dev.reroll.message.MessageId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The versions of one piece of work, and why each is held to follow the one before it.
 *
 * @param title the newest version's title
 * @param versions by time, oldest first, each label once; never empty
 * @param links one for each version but the first, in their order: to the version that it follows,
 *     which is most often, but not always, the one right before it in time
 */
public record Lineage(String title, List<SeriesVersion> versions, List<Link> links) {
  public Lineage {
    versions = List.copyOf(versions);
    links = List.copyOf(links);
    if (versions.isEmpty()) {
      throw new IllegalArgumentException("a lineage has a version");
    }
    if (links.size() != versions.size() - 1) {
      throw new IllegalArgumentException(versions.size() + " versions, " + links.size() + " links");
    }
    for (int i = 0; i < links.size(); i++) {
      if (!links.get(i).after().equals(versions.get(i + 1).label())) {
        throw new IllegalArgumentException("the link of " + versions.get(i + 1).label());
      }
    }
  }

  /** Returns the newest version, by time. */
  public SeriesVersion newest() {
    return versions.get(versions.size() - 1);
  }

  /**
   * Finds the version that is called {@code label}. A bare number {@code vN} that no version has
   * means the RFC or the resend of that number, where there is just that.
   */
  public Optional<SeriesVersion> find(VersionLabel label) {
    return exactly(label).or(() -> onlyOneNumbered(label));
  }

  /** Finds the version that the mail {@code id}, a cover letter or patch, was sent for. */
  public Optional<SeriesVersion> holding(MessageId id) {
    return versions.stream().filter(version -> version.holds(id)).findFirst();
  }

  /** Finds the version that {@code version} follows: what a reviewer compares it with. */
  public Optional<SeriesVersion> before(SeriesVersion version) {
    for (Link link : links) {
      if (link.after().equals(version.label())) {
        return exactly(link.before());
      }
    }
    return Optional.empty();
  }

  /** Finds the link from {@code version} to the one that it follows; the first one has none. */
  public Optional<Link> link(SeriesVersion version) {
    return links.stream().filter(link -> link.after().equals(version.label())).findFirst();
  }

  /** Finds the versions that were sent later than {@code version}, oldest first. */
  public List<SeriesVersion> after(SeriesVersion version) {
    int index = versions.size() - 1;
    while (index >= 0 && !versions.get(index).label().equals(version.label())) {
      index--;
    }
    return versions.subList(index + 1, versions.size());
  }

  /**
   * Returns the numbers that must have been sent before {@code version} and were not found: 2 for a
   * v3 that follows v1, 1 and 2 for a v3 that follows none.
   */
  public List<Integer> missingBefore(SeriesVersion version) {
    int start = before(version).map(found -> found.label().number()).orElse(0);
    List<Integer> missing = new ArrayList<>();
    for (int number = start + 1; number < version.label().number(); number++) {
      if (!hasNumber(number)) {
        missing.add(number);
      }
    }
    return missing;
  }

  private boolean hasNumber(int number) {
    return versions.stream().anyMatch(version -> version.label().number() == number);
  }

  private Optional<SeriesVersion> exactly(VersionLabel label) {
    for (SeriesVersion version : versions) {
      if (version.label().equals(label)) {
        return Optional.of(version);
      }
    }
    return Optional.empty();
  }

  private Optional<SeriesVersion> onlyOneNumbered(VersionLabel label) {
    List<SeriesVersion> numbered = numbered(label);
    return numbered.size() == 1 ? Optional.of(numbered.get(0)) : Optional.empty();
  }

  /** Returns the versions that a bare number fits: v2a and v2b for v2; none for other labels. */
  public List<SeriesVersion> numbered(VersionLabel label) {
    return label.isBare()
        ? versions.stream().filter(version -> version.label().number() == label.number()).toList()
        : List.of();
  }
}
