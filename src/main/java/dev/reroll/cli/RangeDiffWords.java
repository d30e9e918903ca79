package dev.reroll.cli;

import dev.reroll.message.Refusal;
import java.util.List;
import java.util.Set;

/**
 * Reads the one word of {@code --range-diff-opts}: options of git range-diff, those that we have.
 */
final class RangeDiffWords {
  private static final Set<String> FLAGS =
      Set.of(
          "--no-dual-color",
          "--dual-color",
          "--left-only",
          "--right-only",
          "--no-patch",
          "-s",
          "-p",
          "-u",
          "--patch",
          "--no-renames",
          "--submodule",
          "--color",
          "--no-color",
          "--abbrev",
          "--no-abbrev");
  private static final Set<String> VALUES = Set.of("--creation-factor", "--unified", "-U");
  private static final Set<String> ATTACHED_VALUES =
      Set.of("--creation-factor", "--unified", "--color", "--abbrev", "--submodule");

  private RangeDiffWords() {}

  /** Returns the options, split as a shell would; refuses one that we lack. */
  static List<String> of(String options) throws Refusal {
    List<String> words = ShellWords.split(options);
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (VALUES.contains(word)) {
        i++;
      } else if (!isKnown(word)) {
        throw Refusal.unreadable(
            "--range-diff-opts: '"
                + word
                + "' is not an option that reroll supports here: --creation-factor=N, --left-only,"
                + " --right-only, -s, --no-patch, -UN, --abbrev=N, --color=WHEN, --no-dual-color",
            "reroll diff --range-diff-opts='--creation-factor=80 -s' BEFORE AFTER");
      }
    }
    return words;
  }

  private static boolean isKnown(String word) {
    int equals = word.indexOf('=');
    return FLAGS.contains(word)
        || word.matches("-U\\d+")
        || (equals > 0 && ATTACHED_VALUES.contains(word.substring(0, equals)));
  }
}
