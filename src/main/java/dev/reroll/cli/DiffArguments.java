package dev.reroll.cli;

import dev.reroll.message.Refusal;
import dev.reroll.series.VersionLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Rewrites the arguments of {@code diff} where git's and b4's ways differ from a parser's: an
 * optional value must be attached ({@code --color=never}), {@code -v N [M]} takes a second value
 * only if it is a label, and {@code --range-diff-opts} holds options of its own.
 */
final class DiffArguments {
  private static final Set<String> RANGE_DIFF_FLAGS =
      Set.of(
          "--no-dual-color",
          "--dual-color",
          "--left-only",
          "--right-only",
          "--no-patch",
          "-s",
          "--color",
          "--no-color",
          "--abbrev",
          "--no-abbrev");
  private static final Set<String> RANGE_DIFF_VALUES =
      Set.of("--creation-factor", "--unified", "-U", "--color", "--abbrev");

  private final List<String> given;
  private final List<String> rewritten = new ArrayList<>();
  private int index;

  private DiffArguments(List<String> given) {
    this.given = given;
  }

  static List<String> rewrite(List<String> given) throws Refusal {
    return new DiffArguments(given).rewrite();
  }

  private List<String> rewrite() throws Refusal {
    while (index < given.size()) {
      String word = given.get(index++);
      switch (word) {
        case "--" -> {
          rewritten.add(word);
          rewritten.addAll(given.subList(index, given.size()));
          index = given.size();
        }
        case "--color" -> rewritten.add("--color=always");
        case "--no-color" -> rewritten.add("--color=never");
        case "--abbrev" -> rewritten.add("--abbrev=12");
        case "--no-abbrev" -> rewritten.add("--abbrev=40");
        case "-v", "--compare-versions" -> versions(word);
        case "--range-diff-opts" -> rangeDiffOptions(value(word));
        default -> other(word);
      }
    }
    return rewritten;
  }

  private void other(String word) throws Refusal {
    String prefix = "--range-diff-opts=";
    if (word.startsWith(prefix)) {
      rangeDiffOptions(word.substring(prefix.length()));
    } else {
      rewritten.add(word);
    }
  }

  private void versions(String option) throws Refusal {
    rewritten.add("--compare-versions=" + value(option));
    if (index < given.size() && VersionLabel.parse(given.get(index)).isPresent()) {
      rewritten.add("--compare-versions=" + given.get(index++));
    }
  }

  private String value(String option) throws Refusal {
    if (index >= given.size()) {
      throw Refusal.unreadable(option + " needs a value", "reroll diff --help");
    }
    return given.get(index++);
  }

  private void rangeDiffOptions(String options) throws Refusal {
    List<String> words = ShellWords.split(options);
    for (String word : words) {
      int equals = word.indexOf('=');
      String name = equals > 0 ? word.substring(0, equals) : word;
      boolean isUnified = word.matches("-U\\d+");
      boolean known =
          equals > 0 ? RANGE_DIFF_VALUES.contains(name) : RANGE_DIFF_FLAGS.contains(name);
      boolean takesNext = RANGE_DIFF_VALUES.contains(name) && equals < 0;
      if (word.startsWith("-") && !known && !isUnified && !takesNext) {
        throw Refusal.unreadable(
            "'" + word + "' is not one of the range-diff options that reroll has",
            "they are --creation-factor=N, --left-only, --right-only, --no-patch, -UN, --abbrev=N,"
                + " --color, --no-color, --dual-color, --no-dual-color");
      }
    }
    rewritten.addAll(rewrite(words));
  }
}
