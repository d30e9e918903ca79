package dev.reroll.cli;

import dev.reroll.app.CompareCommits;
import dev.reroll.app.CompareMailboxes;
import dev.reroll.app.Comparison;
import dev.reroll.app.VersionWish;
import dev.reroll.message.Refusal;
import dev.reroll.rangediff.RangeDiff;
import dev.reroll.render.json.ComparisonJson;
import dev.reroll.render.text.RangeDiffText;
import dev.reroll.render.text.TextOptions;
import dev.reroll.repo.GitRepository;
import dev.reroll.series.VersionLabel;
import dev.reroll.settings.GitSettings;
import dev.reroll.source.Limits;
import dev.reroll.source.MailboxSource;
import dev.reroll.source.ShellWord;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** Runs {@code reroll diff}. */
final class DiffCommand implements Command {
  private static final int STANDARD_CONTEXT = 3;
  private static final int STANDARD_ABBREV = 12;

  private final Streams streams;
  private final Report report;

  DiffCommand(Streams streams, Report report) {
    this.streams = streams;
    this.report = report;
  }

  /** Writes the comparison as text. */
  private record Text(RangeDiff comparison, TextOptions options) implements Output.Writing {
    @Override
    public void to(OutputStream stream) throws IOException {
      RangeDiffText.write(comparison, options, stream);
    }
  }

  /** How the result is shown, and by whose settings. */
  private record Shown(Output output, TextOptions text, GitSettings settings) {}

  @Override
  public String help() {
    return DiffHelp.TEXT;
  }

  @Override
  public CommandSpec options() {
    return DiffOptions.spec();
  }

  @Override
  public ExitCode run(List<String> arguments) throws Refusal, IOException {
    DiffOptions options = DiffOptions.parse(arguments);
    if (options.has("--help")) {
      ClosedPipe.guard(streams.out()).write(DiffHelp.TEXT.getBytes(StandardCharsets.UTF_8));
      return ExitCode.DONE;
    }
    if (options.has("--quiet")) {
      report.beQuiet();
    }
    Optional<ExitCode> ofCommits = commits(options);
    if (ofCommits.isPresent()) {
      return ofCommits.get();
    }
    refuseWhatCannotBe(options);
    GitSettings settings = new GitSettings(streams.environment(), streams.workingFolder());
    Output output = Output.choose(options.given(), streams, settings, report);
    Shown shown =
        new Shown(
            output,
            text(options, new ColorChoice(options.given(), settings, output.isForPerson())),
            settings);
    output.check();
    List<String> mailboxes = options.mailboxes();
    if (isAboutSeries(options, mailboxes)) {
      SeriesSearch search = new SeriesSearch(streams, report, options.given());
      SeriesDiff diff = new SeriesDiff(search, report, options);
      return options.has("--explain")
          ? diff.explain(output)
          : finish(diff.compare(comparing(options), wish(options)), options, shown);
    }
    CompareMailboxes comparing = comparing(options);
    VersionWish wish = wish(options);
    Comparison comparison =
        mailboxes.size() == 1
            ? comparing.compare(mailboxes.get(0), wish)
            : comparing.compare(mailboxes.get(0), mailboxes.get(1), wish);
    return finish(comparison, options, shown);
  }

  /** Compares commits, where such are named. */
  private Optional<ExitCode> commits(DiffOptions options) throws Refusal, IOException {
    if (!MailboxName.mayBeCommits(streams.workingFolder(), options.namesBeforePaths())) {
      return Optional.empty();
    }
    CommitsDiff commits = new CommitsDiff(streams, report, options);
    Optional<GitRepository> repository = commits.open();
    if (repository.isEmpty()) {
      return Optional.empty();
    }
    try (GitRepository open = repository.get()) {
      return Optional.of(compare(commits, open, options));
    }
  }

  private ExitCode compare(CommitsDiff commits, GitRepository repository, DiffOptions options)
      throws Refusal, IOException {
    commits.refuseWhatCannotBe();
    refuseBothSides(options, options.namesBeforePaths());
    GitSettings settings = new GitSettings(streams.environment(), streams.workingFolder());
    Output output = Output.choose(options.given(), streams, settings, report);
    ColorChoice colors = new ColorChoice(options.given(), settings, output.isForPerson());
    TextOptions text = text(options, colors);
    output.check();
    if (options.has("--no-diff")) {
      byte[] command = commits.command(repository).getBytes(StandardCharsets.UTF_8);
      output.write(stream -> stream.write(command));
      return ExitCode.DONE;
    }
    CompareCommits.Result result =
        commits.compare(repository, manner(options, repository.context()));
    new Overview(report).say(result);
    new IgnoredConfig(report).sayOfCommits(repository, text);
    output.write(new Text(result.comparison(), text));
    return exitCode(result.comparison(), options);
  }

  /** Says whether a mail is named rather than a mailbox; one on standard input may be either. */
  private boolean isAboutSeries(DiffOptions options, List<String> names) throws Refusal {
    return !MailboxName.areMailboxes(streams.workingFolder(), names)
        || (names.size() == 1 && names.get(0).equals(MailboxSource.STANDARD_INPUT))
        || options.has("--explain");
  }

  private ExitCode finish(Comparison comparison, DiffOptions options, Shown shown)
      throws Refusal, IOException {
    Output output = shown.output();
    new Overview(report).say(comparison);
    if (options.has("--no-diff")) {
      byte[] command = WrittenRefs.command(comparison).getBytes(StandardCharsets.UTF_8);
      output.write(stream -> stream.write(command));
      return ExitCode.DONE;
    }
    if (options.has("--json")) {
      output.write(stream -> ComparisonJson.write(comparison.document(), stream));
    } else {
      new IgnoredConfig(report).sayOfBodies(comparison.result(), shown.text(), shown.settings());
      output.write(new Text(comparison.result(), shown.text()));
    }
    return exitCode(comparison.result(), options);
  }

  private static ExitCode exitCode(RangeDiff result, DiffOptions options) {
    boolean different = options.has("--exit-code") && result.hasDifferences();
    return different ? ExitCode.DIFFERENT : ExitCode.DONE;
  }

  private static void refuseWhatCannotBe(DiffOptions options) throws Refusal {
    List<String> mailboxes = options.mailboxes();
    if (options.has("--no-diff") && !options.has("--write-refs")) {
      throw Refusal.unreadable(
          "-n prints a git command for commits, and mails have none",
          command(mailboxes),
          command(mailboxes) + " -n --write-refs");
    }
    refuseBothSides(options, mailboxes);
  }

  private static void refuseBothSides(DiffOptions options, List<String> names) throws Refusal {
    if (options.has("--left-only") && options.has("--right-only")) {
      throw Refusal.unreadable(
          "--left-only and --right-only cannot be used together", command(names) + " --left-only");
    }
  }

  private static String command(List<String> mailboxes) {
    return "reroll diff " + String.join(" ", mailboxes.stream().map(ShellWord::of).toList());
  }

  private CompareMailboxes comparing(DiffOptions options) throws Refusal {
    return new CompareMailboxes(
        new CompareMailboxes.Place(streams.workingFolder(), streams.in(), Limits.DEFAULT),
        manner(options, STANDARD_CONTEXT).in(TreeChoice.choose(options.given(), streams)),
        report);
  }

  private static CompareMailboxes.Manner manner(DiffOptions options, int context) throws Refusal {
    return new CompareMailboxes.Manner(
        options.creationFactor(), options.number("--unified", 0, Integer.MAX_VALUE, context));
  }

  private static VersionWish wish(DiffOptions options) throws Refusal {
    List<VersionLabel> versions = options.versions();
    Optional<VersionLabel> before = versionAt(0, versions);
    Optional<VersionLabel> after = versionAt(1, versions);
    return new VersionWish(before, after, options.value("--series"));
  }

  private static Optional<VersionLabel> versionAt(int index, List<VersionLabel> versions) {
    return index < versions.size() ? Optional.of(versions.get(index)) : Optional.empty();
  }

  private static TextOptions text(DiffOptions options, ColorChoice colors) throws Refusal {
    boolean dual = !options.has("--no-dual-color");
    return new TextOptions(
        colors.palette(),
        dual && colors.isColored(),
        colors.whitespace(),
        colors.filter(),
        options.abbrev().orElse(STANDARD_ABBREV),
        !options.has("--no-patch"),
        !options.has("--right-only"),
        !options.has("--left-only"));
  }
}
