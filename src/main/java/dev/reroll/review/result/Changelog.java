package dev.reroll.review.result;

import dev.reroll.mail.Envelope;
import java.util.List;
import java.util.OptionalInt;

/**
 * What an author says of the changes in one version.
 *
 * @param heading as written: {@code Changes in v3:}; empty where there is none
 * @param version the version whose changes it tells, where the heading says so
 * @param lines the lines below the heading, without those that are empty at either end
 * @param mail the cover letter or patch that it stands in
 */
public record Changelog(String heading, OptionalInt version, List<String> lines, Envelope mail) {
  public Changelog {
    lines = List.copyOf(lines);
  }
}
