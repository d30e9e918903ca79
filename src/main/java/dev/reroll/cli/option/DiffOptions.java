package dev.reroll.cli.option;

import dev.reroll.cli.command.DiffCommand;
import dev.reroll.problem.Refusal;
import dev.reroll.source.ShellWord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Describes the options of {@code diff} to picocli, and reads what was given. */
public final class DiffOptions {
  private static final List<List<String>> VALUES =
      List.of(
          List.of("--series"),
          List.of("--creation-factor"),
          List.of("-U", "--unified"),
          List.of("--abbrev"),
          List.of("--submodule"),
          List.of("--color"),
          List.of("--range-diff-opts"),
          List.of("-g", "--gitdir"),
          List.of("-o", "--output-diff"));

  private static final List<List<String>> FLAGS =
      List.of(
          List.of("--left-only"),
          List.of("--right-only"),
          List.of("-s", "--no-patch"),
          List.of("-p", "-u", "--patch"),
          List.of("--no-renames"),
          List.of("-c"),
          List.of("--no-dual-color"),
          List.of("--dual-color"),
          List.of("--exit-code"),
          List.of("-q", "--quiet"),
          List.of("--no-pager"),
          List.of("-n", "--no-diff"),
          List.of("--no-tree"),
          List.of("--rebase"),
          List.of("--write-refs"),
          List.of("--latest"),
          List.of("--explain"),
          List.of("--json"),
          List.of("--offline"),
          List.of("--online"),
          List.of("-C", "--no-cache"),
          List.of("--debug"),
          List.of("-h", "--help"));

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
    CommandSpec spec = spec();
    Set<String> known = new HashSet<>(spec.optionsMap().keySet());
    known.addAll(DiffArguments.REWRITTEN);
    return Options.parse(spec, DiffArguments.rewrite(OptionPrefixes.complete(arguments, known)));
  }

  /** Describes the options; their words are in {@link DiffCommand.Help}. */
  public static CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("reroll diff");
    for (List<String> names : VALUES) {
      spec.addOption(option(names, String.class).arity("1").build());
    }
    for (List<String> names : FLAGS) {
      spec.addOption(option(names, boolean.class).build());
    }
    spec.addOption(several("--mbox").arity("1").build());
    spec.addOption(several("--mirror").arity("1").build());
    spec.addOption(several("--notes").arity("1").build());
    spec.addOption(option(List.of("--no-notes"), boolean.class).build());
    spec.addOption(several("-v", "--compare-versions").arity("1").build());
    spec.addOption(several("-m", "--compare-am-mboxes").arity("2").build());
    spec.addPositional(
        PositionalParamSpec.builder()
            .arity("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .build());
    return spec;
  }

  private static OptionSpec.Builder option(List<String> names, Class<?> type) {
    return OptionSpec.builder(names.toArray(new String[0])).type(type);
  }

  private static OptionSpec.Builder several(String... names) {
    return OptionSpec.builder(names).type(List.class).auxiliaryTypes(String.class);
  }

  /** Returns the options by name. */
  public GivenWords given() {
    return given;
  }

  /** Returns whether the flag {@code option} was given. */
  public boolean has(String option) {
    return given.has(option);
  }

  Optional<String> value(String option) {
    return given.value(option);
  }

  /** Returns how many words stand behind {@code --}: paths, where commits stand before it. */
  public int pathCount() {
    return pathCount;
  }

  /** Returns the words that belong to no option as they are typed in a shell. */
  public List<String> quoted() {
    List<String> words = new ArrayList<>(given.values("-m"));
    words.addAll(given.positionals());
    words.replaceAll(ShellWord::of);
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
    Optional<String> text = value("--abbrev");
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    if (!text.get().matches("-?\\d{1,9}")) {
      throw Refusal.unreadable(
          "--abbrev takes a number, not '" + text.get() + "'", "reroll diff --help");
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
            "'" + name + "' is ambiguous: " + String.join(", ", candidates), "reroll diff --help");
      }
      return candidates.isEmpty() ? word : candidates.get(0) + word.substring(name.length());
    }
  }
}
