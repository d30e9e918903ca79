package dev.reroll.cli.command;

import dev.reroll.app.compare.Comparison;
import dev.reroll.cli.manual.HelpText;
import dev.reroll.cli.option.ArchiveChoice;
import dev.reroll.cli.option.ColorChoice;
import dev.reroll.cli.option.CompareOptions;
import dev.reroll.cli.option.DiffArguments;
import dev.reroll.cli.option.Option;
import dev.reroll.cli.option.Options;
import dev.reroll.cli.option.OutputChoice;
import dev.reroll.cli.option.Screen;
import dev.reroll.cli.option.Syntax;
import dev.reroll.cli.option.TreeChoice;
import dev.reroll.cli.option.VersionChoice;
import dev.reroll.cli.terminal.ExitCode;
import dev.reroll.cli.terminal.Output;
import dev.reroll.cli.terminal.Report;
import dev.reroll.cli.terminal.Streams;
import dev.reroll.mail.Person;
import dev.reroll.problem.Refusal;
import dev.reroll.render.json.ReviewJson;
import dev.reroll.render.review.ReviewOptions;
import dev.reroll.render.review.ReviewText;
import dev.reroll.review.ReviewFilter;
import dev.reroll.review.result.ChangeKind;
import dev.reroll.review.result.Review;
import dev.reroll.settings.FlagSettings;
import dev.reroll.settings.GitSettings;
import dev.reroll.source.ShellWord;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Runs {@code reroll review}. */
public final class ReviewCommand implements Command {
  private static final Option.Flag SINCE_MINE =
      new Option.Flag(
          "--since-mine",
          "compare the newest version with the last one that I replied to or tagged");

  private static final Option.Value PATCH =
      new Option.Value("--patch N", "only patch N of the newer version");

  private static final Option.Value ONLY =
      new Option.Value(
          "--only KINDS",
          "only patches with such changes, with commas between: identical, context, tags, "
              + "message, white-space, comments, renames, code, dropped, new",
          "Such as --only code,new.");

  private static final Option.Flag MINE =
      new Option.Flag("--mine", "only my comments and tags; I am user.email");

  private static final Option.Flag ALL =
      new Option.Flag("--all", "also what is folded: noise, and new and dropped patches in full");

  private static final Option.Flag FLAGS =
      new Option.Flag(
          "--flags",
          "only what a maintainer asks for before merging: interfaces, trailers, tree and base"
              + " that differ",
          "Paths are those of reroll.flag.NAME.path in git's configuration, patterns such as"
              + " include/uapi/**; an empty one switches the flag off.");

  private static final Option.Value COMMENTS =
      new Option.Value(
          "--comments WHAT", "of each comment: short, the lines that tell most, or full");

  private static final Option.Flag NO_PATCH =
      new Option.Flag("-s, --no-patch", "nothing below the summary of all patches");

  private final Streams streams;
  private final Report report;

  /** Makes the command for one run. */
  public ReviewCommand(Streams streams, Report report) {
    this.streams = streams;
    this.report = report;
  }

  @Override
  public Syntax syntax() {
    return new Syntax("review")
        .section(
            "Which versions",
            CompareOptions.VERSIONS,
            CompareOptions.LATEST,
            SINCE_MINE,
            CompareOptions.SERIES)
        .section(ArchiveChoice.section())
        .section(
            "What is looked at",
            PATCH,
            ONLY,
            MINE,
            ALL,
            COMMENTS,
            FLAGS,
            NO_PATCH,
            CompareOptions.UNIFIED,
            CompareOptions.CREATION_FACTOR)
        .section(
            "Where it goes",
            TreeChoice.GITDIR,
            TreeChoice.NO_TREE,
            TreeChoice.REBASE,
            OutputChoice.JSON,
            OutputChoice.WIDTH,
            ColorChoice.COLOR,
            ColorChoice.ALWAYS,
            OutputChoice.NO_PAGER,
            OutputChoice.FILE,
            OutputChoice.EXIT_CODE.saying(
                "exit with 1 where a patch changed, came or went, or a flag is raised"),
            OutputChoice.QUIET,
            OutputChoice.DEBUG,
            OutputChoice.HELP);
  }

  @Override
  public String help() {
    return HelpText.of(syntax(), Help.HEAD, Help.TAIL);
  }

  @Override
  public ExitCode run(List<String> words) throws Refusal, IOException {
    Options options = Options.parse(syntax(), DiffArguments.rewrite(words));
    Screen screen = Screen.choose(options, streams, report);
    ReviewOptions layout =
        new ReviewOptions(
            screen.lines(true),
            screen.width(),
            options.has(ALL),
            !options.has(NO_PATCH),
            hasWholeComments(options),
            options.has(FLAGS));
    GitSettings settings = new GitSettings(streams.environment(), streams.workingFolder());
    Words request = new Words(options, settings);
    request.filter();
    Review review;
    try (VersionChoice choice = VersionChoice.open(streams, report, request.request(words))) {
      Comparison comparison = choice.compare();
      new Overview(report).sayVersions(comparison);
      new Overview(report).sayUnheard(comparison.versions());
      Review whole = comparison.review(new FlagSettings(settings).rules());
      request.check(whole);
      review = request.filter().apply(whole);
    }
    write(review, layout, screen.output(), options.has(OutputChoice.JSON));
    boolean different =
        !review.flags().isEmpty()
            || (!options.has(FLAGS)
                && review.patches().stream()
                    .anyMatch(patch -> patch.kind() != ChangeKind.IDENTICAL));
    return different && options.has(OutputChoice.EXIT_CODE) ? ExitCode.DIFFERENT : ExitCode.DONE;
  }

  private static boolean hasWholeComments(Options options) throws Refusal {
    String what = options.value(COMMENTS).orElse("short");
    if (!what.equals("full") && !what.equals("short")) {
      throw Refusal.unreadable(
          "--comments takes short and full, not '" + what + "'",
          "reroll review --comments=full MESSAGE-ID");
    }
    return what.equals("full");
  }

  private static void write(Review review, ReviewOptions layout, Output output, boolean isJson)
      throws Refusal, IOException {
    output.write(
        isJson
            ? stream -> ReviewJson.write(review, stream)
            : stream -> ReviewText.write(review, layout, stream));
  }

  /** Reads what {@code review} was given. */
  private static final class Words {

    private final Options options;
    private final GitSettings settings;

    Words(Options options, GitSettings settings) {
      this.options = options;
      this.settings = settings;
    }

    /** Returns what is asked for; {@code typed} are the words of the command line. */
    VersionChoice.Request request(List<String> typed) throws Refusal {
      Optional<Person> since =
          options.has(SINCE_MINE) ? Optional.of(me("--since-mine")) : Optional.empty();
      return VersionChoice.Request.of(options, typed, CompareOptions.selection(options, since));
    }

    ReviewFilter filter() throws Refusal {
      int patch = options.number(PATCH, 1, Integer.MAX_VALUE, 0);
      Optional<Person> mine = options.has(MINE) ? Optional.of(me("--mine")) : Optional.empty();
      return new ReviewFilter(
          patch == 0 ? OptionalInt.empty() : OptionalInt.of(patch), only(), mine);
    }

    /** Reads {@code --only code,new}; {@code white-space} is written as one word. */
    private Set<ChangeKind> only() throws Refusal {
      Set<ChangeKind> kinds = EnumSet.noneOf(ChangeKind.class);
      for (String word : options.value(ONLY).orElse("").split(",", -1)) {
        if (!word.isBlank()) {
          kinds.add(kind(word.strip().toLowerCase(Locale.ROOT)));
        }
      }
      if (kinds.isEmpty() && options.value(ONLY).isPresent()) {
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
          wished == 0
              || review.patches().stream().anyMatch(p -> ReviewFilter.numberOf(p) == wished);
      if (!isThere) {
        throw Refusal.unreadable(
            "no patch " + wished + " in " + review.after().label() + ", the last is " + last,
            "reroll review --patch "
                + last
                + " "
                + options.positionals().stream()
                    .map(ShellWord::of)
                    .collect(Collectors.joining(" ")));
      }
    }

    private Person me(String option) throws Refusal {
      Optional<String> address =
          settings.find("user.email").or(() -> settings.environment("EMAIL"));
      if (address.isEmpty() || address.get().isBlank()) {
        throw Refusal.unreadable(
            option + " needs to know who you are: user.email is not set",
            "git config --global user.email YOU@HOST");
      }
      return new Person(settings.find("user.name").orElse(address.get()), address.get());
    }
  }

  /** The words around the options in {@code reroll review --help}. */
  private static final class Help {
    static final String HEAD =
        """
        Show what changed between two versions, for a reviewer of the older one.

        Which patches must I re-read? Were my comments addressed, and are my tags
        still there? Prints a line for each patch with the kind of its change, then
        moved hunks, comments, tags, changelog and cover letter, then the changes
        without noise.

          reroll review 20260309.1@example.org
          reroll review thread.mbox -v 2 3

        Unlike reroll diff it leaves out what does not matter, and reads the replies
        in the thread.

        Usage: reroll review [OPTIONS] SERIES
               reroll review [OPTIONS] MAILBOX
               reroll review [OPTIONS] BEFORE AFTER

        SERIES is a message-id of any mail of the series, a URL that holds one, or - for
        the mail itself on standard input.
        """;

    static final String TAIL =
        """
        Kinds: context is what a rebase changes; white space, comments and renames are
        called so only if nothing else changed. A patch with the sign ≈ was paired by
        its title alone. +R -A +2T: a Reviewed-by more, an Acked-by less, two Tested-by
        more.

        Exit codes: 0 reviewed, 1 differences (only with --exit-code), 2 wrong usage or
        unreadable input, 3 nothing to compare, 4 a server was not reached.
        """;

    private Help() {}
  }
}
