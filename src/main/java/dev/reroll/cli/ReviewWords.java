package dev.reroll.cli;

import dev.reroll.mail.Person;
import dev.reroll.message.Refusal;
import dev.reroll.review.ReviewFilter;
import dev.reroll.review.result.ChangeKind;
import dev.reroll.review.result.Review;
import dev.reroll.settings.GitSettings;
import dev.reroll.source.ShellWord;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** Reads what {@code review} was given. */
final class ReviewWords {

  private final Options options;
  private final GitSettings settings;

  ReviewWords(Options options, GitSettings settings) {
    this.options = options;
    this.settings = settings;
  }

  /** Describes the options; their words are in {@link ReviewHelp}. */
  static CommandSpec spec() {
    return ArchiveChoice.describe(new Options.Description("review"))
        .values("-v", "--compare-versions")
        .flag("--latest")
        .flag("--since-mine")
        .value("--series")
        .value("--patch")
        .value("--only")
        .flag("--mine")
        .flag("--all")
        .flag("-s", "--no-patch")
        .value("-U", "--unified")
        .value("--creation-factor")
        .flag("--json")
        .value("--width")
        .value("--color")
        .flag("-c")
        .flag("--no-pager")
        .value("-o", "--output-diff")
        .flag("--exit-code")
        .value("-g", "--gitdir")
        .flag("--no-tree")
        .flag("--rebase")
        .spec();
  }

  /** Returns what is asked for; {@code typed} are the words of the command line. */
  VersionChoice.Request request(List<String> typed) throws Refusal {
    Optional<Person> since =
        options.has("--since-mine") ? Optional.of(me("--since-mine")) : Optional.empty();
    return VersionChoice.Request.of(options, typed, CompareOptions.selection(options, since));
  }

  ReviewFilter filter() throws Refusal {
    int patch = options.number("--patch", 1, Integer.MAX_VALUE, 0);
    Optional<Person> mine = options.has("--mine") ? Optional.of(me("--mine")) : Optional.empty();
    return new ReviewFilter(patch == 0 ? OptionalInt.empty() : OptionalInt.of(patch), only(), mine);
  }

  /** Reads {@code --only code,new}; {@code white-space} is written as one word. */
  private Set<ChangeKind> only() throws Refusal {
    Set<ChangeKind> kinds = EnumSet.noneOf(ChangeKind.class);
    for (String word : options.value("--only").orElse("").split(",", -1)) {
      if (!word.isBlank()) {
        kinds.add(kind(word.strip().toLowerCase(Locale.ROOT)));
      }
    }
    if (kinds.isEmpty() && options.value("--only").isPresent()) {
      throw notAKind("");
    }
    return kinds;
  }

  private static ChangeKind kind(String word) throws Refusal {
    String plain = word.equals("gone") ? "dropped" : word.replaceAll("[ _-]", "");
    for (ChangeKind kind : ChangeKind.values()) {
      if (kind.toString().replace(" ", "").equals(plain)) {
        return kind;
      }
    }
    throw notAKind(word);
  }

  private static Refusal notAKind(String word) {
    return Refusal.unreadable(
        "--only takes identical, context, tags, message, white-space, comments, renames, code,"
            + " dropped and new, not '"
            + word
            + "'",
        "reroll review --only code,new MESSAGE-ID");
  }

  /** Refuses a patch that {@code review} does not have, which would leave nothing to print. */
  void check(Review review) throws Refusal {
    int wished = filter().patch().orElse(0);
    int last = review.patches().stream().mapToInt(ReviewFilter::numberOf).max().orElse(0);
    boolean isThere =
        wished == 0 || review.patches().stream().anyMatch(p -> ReviewFilter.numberOf(p) == wished);
    if (!isThere) {
      throw Refusal.unreadable(
          "no patch " + wished + " in " + review.after().label() + ", the last is " + last,
          "reroll review --patch "
              + last
              + " "
              + options.positionals().stream().map(ShellWord::of).collect(Collectors.joining(" ")));
    }
  }

  private Person me(String option) throws Refusal {
    Optional<String> address = settings.find("user.email").or(() -> settings.environment("EMAIL"));
    if (address.isEmpty() || address.get().isBlank()) {
      throw Refusal.unreadable(
          option + " needs to know who you are: user.email is not set",
          "git config --global user.email YOU@HOST");
    }
    return new Person(settings.find("user.name").orElse(address.get()), address.get());
  }
}
