package dev.reroll.series;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes lineages as tests compare them: {@code v1 <- v2 (in reply to, same content)}. */
final class Linked {
  private Linked() {}

  /** Returns one line for each version: what it follows, and why. */
  static List<String> lines(SeriesBag bag) {
    List<String> lines = new ArrayList<>();
    for (Lineage lineage : bag.lineages()) {
      for (SeriesVersion version : lineage.versions()) {
        lines.add(
            lineage
                .link(version)
                .map(link -> link.before() + " <- " + link.after() + " (" + kinds(link) + ")")
                .orElse(version.label().toString()));
      }
    }
    return lines;
  }

  private static String kinds(Link link) {
    return link.evidence().stream()
        .map(evidence -> evidence.kind().toString())
        .collect(Collectors.joining(", "));
  }

  /** Returns the patches of a version: {@code 1 one (v2), 2 two}. */
  static String patches(SeriesVersion version) {
    return version.slots().stream()
        .map(
            slot ->
                slot.ordinal()
                    + " "
                    + slot.mail().map(mail -> mail.envelope().subject().title()).orElse("-")
                    + slot.takenFrom().map(from -> " (" + from + ")").orElse(""))
        .collect(Collectors.joining(", "));
  }
}
