package dev.reroll.linking;

import dev.reroll.series.Evidence;
import dev.reroll.series.Link;
import dev.reroll.series.SeriesVersion;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Collectors;

/** One link that the linker proposes. */
record Proposed(SeriesVersion before, SeriesVersion after, Link link) {
  String beforeId() {
    return before.id().orElseThrow().value();
  }

  String afterId() {
    return after.id().orElseThrow().value();
  }

  /** Whether the sender tied the two: by a link, an answer or a change-id. */
  boolean isByAuthor() {
    return link.strongest().kind().compareTo(Evidence.Kind.TITLE_AND_AUTHOR) < 0;
  }

  /** Returns the kinds of evidence in words. */
  String kinds() {
    return link.evidence().stream()
        .map(evidence -> evidence.kind().toString())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  String words() {
    return "  "
        + describe(before)
        + "\n  "
        + describe(after)
        + "\n    "
        + link.evidence().stream()
            .map(evidence -> evidence.kind() + ": " + evidence.detail())
            .collect(Collectors.joining("; "));
  }

  static String describe(SeriesVersion version) {
    String day =
        version.date().map(date -> LocalDate.ofInstant(date, ZoneOffset.UTC) + " ").orElse("");
    return version.label()
        + " "
        + day
        + version.ownPatches().size()
        + "/"
        + version.slots().size()
        + " '"
        + version.title()
        + "' <"
        + version.id().map(Object::toString).orElse("")
        + ">";
  }
}
