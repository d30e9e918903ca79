package dev.reroll.render.text;

import dev.reroll.series.Evidence;
import dev.reroll.series.Lineage;
import dev.reroll.series.Link;
import dev.reroll.series.SeriesVersion;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Writes all that speaks for each link of a lineage.
 *
 * <pre>
 * v1, 2026-03-02: 20260302.1@example.org
 * v2, 2026-03-09: 20260309.1@example.org
 *   follows v1: linked, Link to v1: https://lists.example.org/20260302.1@example.org
 *   follows v1: same title and author
 * </pre>
 */
public final class EvidenceText {
  private EvidenceText() {}

  /** Writes the links of {@code lineage}, the oldest version first. */
  public static void write(Lineage lineage, OutputStream stream) throws IOException {
    for (SeriesVersion version : lineage.versions()) {
      String id = version.id().map(found -> ": " + found).orElse("");
      line(stream, version.label() + ", " + TimelineText.day(version) + id);
      line(stream, "  '" + version.title() + "', " + version.sender().name());
      Optional<Link> link = lineage.link(version);
      if (link.isPresent()) {
        write(link.get(), stream);
      }
    }
  }

  private static void write(Link link, OutputStream stream) throws IOException {
    for (Evidence evidence : link.evidence()) {
      line(stream, "  follows " + link.before() + ": " + LinkText.of(evidence));
    }
    if (link.isGuess()) {
      line(stream, "  no other evidence: this link is a guess");
    }
  }

  /** Mails are quoted here, so nothing in them may reach a terminal as a command. */
  private static void line(OutputStream stream, String text) throws IOException {
    stream.write((VisibleText.of(text) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Says in words why a version is held to follow another. */
  static final class LinkText {
    private LinkText() {}

    /** Returns the strongest evidence: {@code v1: same title and author}. */
    static String brief(Link link) {
      String guess = link.isGuess() ? " (a guess)" : "";
      return link.before() + guess + ": " + of(link.strongest());
    }

    /** Returns a piece of evidence with what was found; a title is seen anyway. */
    static String of(Evidence evidence) {
      boolean isSaid =
          evidence.detail().isEmpty() || evidence.kind() == Evidence.Kind.TITLE_AND_AUTHOR;
      return evidence.kind() + (isSaid ? "" : ", " + evidence.detail());
    }
  }
}
