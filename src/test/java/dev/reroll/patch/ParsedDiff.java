package dev.reroll.patch;

import dev.reroll.bytes.Octets;
import dev.reroll.problem.Diagnostic;
import dev.reroll.problem.Locator;
import java.util.ArrayList;
import java.util.List;

/** Parses the diff of a test, and keeps what was said about it. */
record ParsedDiff(Patch patch, List<String> warnings) {
  private static final int START = 1000;

  static ParsedDiff of(Octets diff) {
    List<Diagnostic> found = new ArrayList<>();
    Patch patch = DiffParser.parse(diff, new Locator("v2.mbox", START), found::add);
    return new ParsedDiff(
        patch, found.stream().map(one -> one.where() + ": " + one.text()).toList());
  }

  static ParsedDiff of(String diff) {
    return of(Octets.utf8(diff));
  }

  static ParsedDiff lines(String... lines) {
    return of(String.join("\n", lines) + "\n");
  }

  /** Returns {@code change before after} for each file. */
  List<String> files() {
    return patch.files().stream()
        .map(file -> file.change() + " " + file.before() + " " + file.after())
        .toList();
  }

  /** Returns the lines of all hunks. */
  List<String> lines() {
    return patch.files().stream()
        .flatMap(file -> file.hunks().stream())
        .flatMap(hunk -> hunk.lines().stream())
        .map(line -> line.sign() + line.text().toString())
        .toList();
  }
}
