package dev.reroll.linking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What people who read both versions of a link said about it: a table of older id, newer id, {@code
 * right}, {@code wrong} or {@code unsure}, and why.
 */
final class Verdicts {
  private final Map<String, Verdict> byPair = new HashMap<>();

  /**
   * What was said.
   *
   * @param word {@code right}, {@code wrong} or {@code unsure}
   * @param reason why
   */
  record Verdict(String word, String reason) {}

  static Verdicts read(Path table) throws IOException {
    Verdicts verdicts = new Verdicts();
    for (String line : Files.readAllLines(table)) {
      String[] columns = line.split("\t", -1);
      if (!line.startsWith("#") && columns.length >= 4) {
        verdicts.byPair.put(columns[0] + " " + columns[1], new Verdict(columns[2], columns[3]));
      }
    }
    return verdicts;
  }

  Optional<Verdict> of(Proposed link) {
    return Optional.ofNullable(byPair.get(link.beforeId() + " " + link.afterId()));
  }
}
