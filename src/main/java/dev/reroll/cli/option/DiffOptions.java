package dev.reroll.cli.option;

import dev.reroll.problem.Hint;
import dev.reroll.problem.Refusal;
import dev.reroll.source.ShellWord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Describes the options of {@code diff} to picocli, and reads what was given. */
public final class DiffOptions {
  /** {@code --explain}: the evidence for a lineage instead of a comparison. */
  public static final Option.Flag EXPLAIN =
      new Option.Flag(
          "--explain",
          "instead of a comparison, print why each version is taken to follow another, and "
              + "what was searched");

  /** {@code --left-only}: no patches that only the newer version has. */
  public static final Option.Flag LEFT_ONLY =
      new Option.Flag("--left-only", "leave out patches that only the newer version has");

  /** {@code --right-only}: no patches that only the older version has. */
  public static final Option.Flag RIGHT_ONLY =
      new Option.Flag("--right-only", "leave out patches that only the older version has");

  /** {@code -s}: one line for each patch. */
  public static final Option.Flag NO_PATCH =
      new Option.Flag("-s, --no-patch", "print one line for each patch, nothing below it");

  /** {@code -p}: the opposite of {@link #NO_PATCH}. */
  public static final Option.Flag PATCH =
      new Option.Flag("-p, -u, --patch", "print what changed below each pair; the default");

  /** {@code --abbrev}: the number of digits of ids. */
  public static final Option.Value ABBREV =
      new Option.Value(
          "--abbrev[=N]",
          "print N digits of each id, 0 for all; default 12, for commits what git shows",
          "From 4 to 40.");

  /** {@code --submodule}: accepted without effect, as in git range-diff. */
  public static final Option.Value SUBMODULE =
      new Option.Value("--submodule[=FORMAT]", "changes nothing, as in git range-diff");

  /** {@code --no-renames}: accepted without effect, as in git range-diff. */
  public static final Option.Flag NO_RENAMES =
      new Option.Flag("--no-renames", "changes nothing, as in git range-diff");

  /** {@code --notes}: the notes of commits to show. */
  public static final Option.Values NOTES =
      new Option.Values(
          "--notes[=REF]",
          "of commits show the notes of REF instead of the standard ones; a pattern such "
              + "as * will do",
          "As git does since 2.43: --notes --notes=REF shows both.");

  /** {@code --no-notes}: no notes of commits. */
  public static final Option.Flag NO_NOTES =
      new Option.Flag("--no-notes", "of commits show no notes");

  /** {@code --range-diff-opts}: options in one word, as in b4. */
  public static final Option.Value RANGE_DIFF_OPTS =
      new Option.Value(
          "--range-diff-opts OPTS",
          "options of git range-diff in one word, as b4 diff takes them",
          "Those that reroll diff has for how versions are compared, and those for colour.");

  /** {@code -n}: git's command instead of a comparison. */
  public static final Option.Flag NO_DIFF =
      new Option.Flag(
          "-n, --no-diff",
          "print git's own command instead, as b4 diff -n; for commits, and with "
              + "--write-refs");

  private static final int MIN_DIGITS = 4;
  private static final int MAX_DIGITS = 40;

  private final GivenWords given;
  private final int pathCount;

  private DiffOptions(GivenWords given, int pathCount) {
    this.given = given;
    this.pathCount = pathCount;
  }

  /** Reads the words behind {@code diff}; where none is an option, no parser is built. */
  public static DiffOptions parse(List<String> arguments) throws Refusal {
    int end = arguments.indexOf("--");
    return new DiffOptions(
        GivenWords.MailboxesOnly.are(arguments)
            ? new GivenWords.MailboxesOnly(arguments)
            : parsed(arguments),
        end < 0 ? 0 : arguments.size() - end - 1);
  }

  /** Reads the same words among those of another command. */
  public static DiffOptions of(GivenWords given) {
    return new DiffOptions(given, 0);
  }

  /** Returns what the parser makes of {@code arguments}. */
  static GivenWords parsed(List<String> arguments) throws Refusal {
    Syntax syntax = syntax();
    Set<String> known = new HashSet<>(syntax.names());
    known.addAll(DiffArguments.REWRITTEN);
    return Options.parse(syntax, DiffArguments.rewrite(OptionPrefixes.complete(arguments, known)));
  }

  /** Returns the options of {@code diff}. */
  public static Syntax syntax() {
    return new Syntax("diff")
        .section(
            "Which versions",
            CompareOptions.VERSIONS,
            CompareOptions.LATEST,
            EXPLAIN,
            CompareOptions.MAILBOXES,
            CompareOptions.SERIES)
        .section(ArchiveChoice.section())
        .section(howCompared())
        .section(whereItGoes());
  }

  private static Syntax.Section howCompared() {
    return new Syntax.Section(
        "How they are compared",
        List.of(
            CompareOptions.CREATION_FACTOR,
            LEFT_ONLY,
            RIGHT_ONLY,
            NO_PATCH,
            PATCH,
            CompareOptions.UNIFIED,
            ABBREV,
            SUBMODULE,
            NO_RENAMES,
            NOTES,
            NO_NOTES,
            TreeChoice.GITDIR,
            TreeChoice.NO_TREE,
            TreeChoice.REBASE,
            RANGE_DIFF_OPTS));
  }

  private static Syntax.Section whereItGoes() {
    return new Syntax.Section(
        "Where it goes",
        List.of(
            ColorChoice.COLOR,
            ColorChoice.ALWAYS,
            ColorChoice.NO_DUAL,
            ColorChoice.DUAL,
            OutputChoice.NO_PAGER,
            OutputChoice.JSON,
            OutputChoice.FILE,
            OutputChoice.EXIT_CODE,
            OutputChoice.QUIET,
            OutputChoice.DEBUG,
            TreeChoice.WRITE_REFS,
            NO_DIFF,
            OutputChoice.HELP));
  }

  /** Returns the options by name. */
  public GivenWords given() {
    return given;
  }

  /** Returns whether the flag {@code option} was given. */
  public boolean has(Option.Flag option) {
    return given.has(option);
  }

  Optional<String> value(Option.Value option) {
    return given.value(option);
  }

  /** Returns how many words stand behind {@code --}: paths, where commits stand before it. */
  public int pathCount() {
    return pathCount;
  }

  /** Returns the words that belong to no option as they are typed in a shell. */
  public List<String> quoted() {
    List<String> words = new ArrayList<>();
    for (String word : given.values(CompareOptions.MAILBOXES)) {
      words.add(ShellWord.of(word));
    }
    for (String word : given.positionals()) {
      words.add(ShellWord.of(word));
    }
    return words;
  }

  /** Returns the same words, with {@code --} before the paths. */
  public List<String> typed() {
    List<String> words = new ArrayList<>(quoted());
    if (pathCount > 0) {
      words.add(words.size() - pathCount, "--");
    }
    return words;
  }

  /**
   * Returns how many digits of ids {@code --abbrev} asks for, where it does; as git reads it, 0 is
   * all of them, and what is too little or too much is the least or the most.
   */
  public OptionalInt abbrev() throws Refusal {
    Optional<String> text = value(ABBREV);
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    if (!text.get().matches("-?\\d{1,9}")) {
      throw Refusal.unreadable(
          "--abbrev takes a number, not '" + text.get() + "'", Hint.again("--help"));
    }
    int digits = Integer.parseInt(text.get());
    return OptionalInt.of(
        digits == 0 ? MAX_DIGITS : Math.max(MIN_DIGITS, Math.min(MAX_DIGITS, digits)));
  }

  /** Completes long options that are written short, as git does: {@code --creat=60}. */
  private static final class OptionPrefixes {
    private OptionPrefixes() {}

    /**
     * Returns {@code words} with the beginning of one long option made whole; what begins none
     * stays.
     *
     * @throws Refusal where a word begins several of them
     */
    static List<String> complete(List<String> words, Set<String> known) throws Refusal {
      List<String> completed = new ArrayList<>(words);
      for (int i = 0; i < words.size() && !words.get(i).equals("--"); i++) {
        if (words.get(i).startsWith("--")) {
          completed.set(i, complete(words.get(i), known));
        }
      }
      return completed;
    }

    private static String complete(String word, Set<String> known) throws Refusal {
      int equals = word.indexOf('=');
      String name = equals < 0 ? word : word.substring(0, equals);
      if (known.contains(name)) {
        return word;
      }
      List<String> candidates = new ArrayList<>();
      for (String option : known) {
        if (option.startsWith(name)) {
          candidates.add(option);
        }
      }
      if (candidates.size() > 1) {
        candidates.sort(null);
        throw Refusal.unreadable(
            "'" + name + "' is ambiguous: " + String.join(", ", candidates), Hint.again("--help"));
      }
      return candidates.isEmpty() ? word : candidates.get(0) + word.substring(name.length());
    }
  }
}
