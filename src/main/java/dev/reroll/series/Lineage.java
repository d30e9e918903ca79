package dev.reroll.series;

import java.util.List;
import java.util.Optional;

/**
 * Holds the versions of one piece of work.
 *
 * @param title the newest version's title
 * @param versions by label, oldest first; never empty
 */
public record Lineage(String title, List<SeriesVersion> versions) {
  public Lineage {
    versions = List.copyOf(versions);
    if (versions.isEmpty()) {
      throw new IllegalArgumentException("a lineage has a version");
    }
  }

  /** Returns the newest version, by label. */
  public SeriesVersion newest() {
    return versions.get(versions.size() - 1);
  }

  /**
   * Finds the version that is called {@code label}. A bare number {@code vN} that no version has
   * means the RFC or the resend of that number, where there is just that.
   */
  public Optional<SeriesVersion> find(VersionLabel label) {
    return versions.stream()
        .filter(version -> version.label().equals(label))
        .findFirst()
        .or(() -> onlyOneNumbered(label));
  }

  /** Finds the version before {@code version}. */
  public Optional<SeriesVersion> before(SeriesVersion version) {
    int index = versions.indexOf(version);
    return index > 0 ? Optional.of(versions.get(index - 1)) : Optional.empty();
  }

  private Optional<SeriesVersion> onlyOneNumbered(VersionLabel label) {
    boolean isBare = !label.rfc() && !label.resend() && label.repetition() == 0;
    List<SeriesVersion> numbered =
        versions.stream().filter(version -> version.label().number() == label.number()).toList();
    return isBare && numbered.size() == 1 ? Optional.of(numbered.get(0)) : Optional.empty();
  }
}
