package dev.reroll.cli.option;

import dev.reroll.problem.Hint;
import dev.reroll.problem.Refusal;
import dev.reroll.repo.commits.CommitView;
import dev.reroll.series.VersionLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Rewrites the arguments of {@code diff} where git's and b4's ways differ from a parser's: an
 * optional value must be attached ({@code --color=never}), {@code -v N [M]} takes a second value
 * only if it is a label, and {@code --range-diff-opts} holds options of its own.
 */
public final class DiffArguments {
  /** Long options that only this class knows. */
  static final List<String> REWRITTEN = List.of("--no-color", "--no-abbrev");

  private static final Set<String> SUBMODULE_FORMATS = Set.of("short", "log", "diff");

  private final List<String> given;
  private final List<String> rewritten = new ArrayList<>();
  private int index;

  private DiffArguments(List<String> given) {
    this.given = given;
  }

  /** Returns the words as the parser takes them. */
  public static List<String> rewrite(List<String> given) throws Refusal {
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
        case "--notes" -> rewritten.add("--notes=");
        case "--notes=" -> rewritten.add("--notes=refs/notes/");
        case "--no-notes" -> rewritten.add("--notes=" + CommitView.NO_NOTES);
        case "--abbrev" -> standardAbbrev();
        case "--no-abbrev" -> rewritten.add("--abbrev=40");
        case "--submodule" -> rewritten.add("--submodule=log");
        case "--dual-color" -> instead(word, "--no-dual-color");
        case "--no-dual-color" -> instead(word, "--dual-color");
        case "-p", "-u", "--patch" -> instead(word, "-s", "--no-patch");
        case "-v", "--compare-versions" -> versions(word);
        case "-m", "--compare-am-mboxes" -> mailboxes(word);
        case "--range-diff-opts" -> rewritten.addAll(rewrite(RangeDiffWords.of(value(word))));
        default -> other(word);
      }
    }
    return rewritten;
  }

  private void other(String word) throws Refusal {
    String prefix = "--range-diff-opts=";
    if (word.startsWith(prefix)) {
      rewritten.addAll(rewrite(RangeDiffWords.of(word.substring(prefix.length()))));
    } else {
      checkSubmodule(word);
      if (word.startsWith("-U") || word.startsWith("--unified")) {
        rewritten.removeAll(List.of("-s", "--no-patch"));
      }
      rewritten.add(word);
    }
  }

  /** Lets the ids have as many digits as without any option. */
  private void standardAbbrev() {
    for (int i = rewritten.size() - 1; i >= 0; i--) {
      if (rewritten.get(i).startsWith("--abbrev=")) {
        rewritten.remove(i);
      }
    }
  }

  /** Adds {@code word}, after which those of {@code others} that stand before it say nothing. */
  private void instead(String word, String... others) {
    rewritten.removeAll(List.of(others));
    rewritten.add(word);
  }

  private static void checkSubmodule(String word) throws Refusal {
    String prefix = "--submodule=";
    if (word.startsWith(prefix) && !SUBMODULE_FORMATS.contains(word.substring(prefix.length()))) {
      throw Refusal.unreadable(
          "--submodule takes short, log or diff, not '" + word.substring(prefix.length()) + "'",
          Hint.again("--help"));
    }
  }

  private void versions(String option) throws Refusal {
    rewritten.add("--compare-versions=" + value(option));
    if (index < given.size() && isLabel(given.get(index))) {
      rewritten.add("--compare-versions=" + given.get(index++));
    }
  }

  /** Whether a word is a version: {@code v3-mails} at the end is the mailbox that must follow. */
  private boolean isLabel(String word) {
    boolean mayBeName = word.indexOf('-') > 0 || word.indexOf('_') > 0;
    boolean isLast = given.subList(index + 1, given.size()).stream().allMatch(w -> isOption(w));
    return VersionLabel.parse(word).isPresent() && !(mayBeName && isLast);
  }

  private void mailboxes(String option) throws Refusal {
    rewritten.add(option);
    for (int count = 0; count < 2; count++) {
      if (index >= given.size() || isOption(given.get(index))) {
        throw Refusal.unreadable(
            option + " needs two mailboxes", Hint.again("-m BEFORE AFTER"), Hint.again("--help"));
      }
      rewritten.add(given.get(index++));
    }
  }

  private String value(String option) throws Refusal {
    if (index >= given.size()) {
      throw Refusal.unreadable(option + " needs a value", Hint.again("--help"));
    }
    return given.get(index++);
  }

  private static boolean isOption(String word) {
    return word.startsWith("-") && word.length() > 1;
  }

  /**
   * Reads the one word of {@code --range-diff-opts}: options of git range-diff, those that we have.
   */
  private static final class RangeDiffWords {
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
              Hint.again("--range-diff-opts='--creation-factor=80 -s' BEFORE AFTER"));
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
}
