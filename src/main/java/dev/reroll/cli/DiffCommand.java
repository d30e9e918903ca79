package dev.reroll.cli;

import dev.reroll.app.compare.Comparison;
import dev.reroll.app.select.SelectedLineage;
import dev.reroll.app.select.VersionSource;
import dev.reroll.message.Refusal;
import dev.reroll.rangediff.RangeDiff;
import dev.reroll.render.json.ComparisonJson;
import dev.reroll.render.text.RangeDiffText;
import dev.reroll.render.text.TextOptions;
import dev.reroll.settings.GitSettings;
import dev.reroll.source.ShellWord;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Runs {@code reroll diff}. */
final class DiffCommand implements Command {
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
    VersionChoice.Request request =
        new VersionChoice.Request(
            options.given(), options.pathCount(), CompareOptions.selection(options.given()), false);
    try (VersionChoice choice = VersionChoice.open(streams, report, request)) {
      refuseWhatCannotBe(options, choice);
      return run(options, choice);
    }
  }

  private ExitCode run(DiffOptions options, VersionChoice choice) throws Refusal, IOException {
    GitSettings settings = new GitSettings(streams.environment(), streams.workingFolder());
    Output output = Output.choose(options.given(), streams, settings, report);
    ColorChoice colors = new ColorChoice(options.given(), settings, output.isForPerson());
    Shown shown = new Shown(output, text(options, colors), settings);
    output.check();
    if (options.has("--explain")) {
      SelectedLineage lineage = choice.lineage();
      lineage.remarks().forEach(report::remark);
      output.write(stream -> Explanation.write(lineage, stream));
      return ExitCode.DONE;
    }
    if (options.has("--no-diff") && choice.hasCommits()) {
      byte[] command = command(options, choice).getBytes(StandardCharsets.UTF_8);
      output.write(stream -> stream.write(command));
      return ExitCode.DONE;
    }
    Comparison comparison = choice.compare();
    new Overview(report).say(comparison);
    if (options.has("--no-diff")) {
      byte[] command = WrittenRefs.command(comparison).getBytes(StandardCharsets.UTF_8);
      output.write(stream -> stream.write(command));
      return ExitCode.DONE;
    }
    write(comparison, choice, options, shown);
    return exitCode(comparison.result(), options);
  }

  private void write(Comparison comparison, VersionChoice choice, DiffOptions options, Shown shown)
      throws Refusal, IOException {
    if (options.has("--json")) {
      shown.output().write(stream -> ComparisonJson.write(comparison.document(), stream));
      return;
    }
    IgnoredConfig ignored = new IgnoredConfig(report);
    if (choice.hasCommits()) {
      ignored.sayOfCommits(choice.repository(), shown.text());
    } else {
      ignored.sayOfBodies(comparison.result(), shown.text(), shown.settings());
    }
    shown.output().write(new Text(comparison.result(), shown.text()));
  }

  private static ExitCode exitCode(RangeDiff result, DiffOptions options) {
    boolean different = options.has("--exit-code") && result.hasDifferences();
    return different ? ExitCode.DIFFERENT : ExitCode.DONE;
  }

  private static void refuseWhatCannotBe(DiffOptions options, VersionChoice choice) throws Refusal {
    String command = "reroll diff " + String.join(" ", options.quoted());
    if (options.has("--left-only") && options.has("--right-only")) {
      throw Refusal.unreadable(
          "--left-only and --right-only cannot be used together", command + " --left-only");
    }
    if (options.has("--no-diff") && !options.has("--write-refs") && !choice.hasCommits()) {
      throw Refusal.unreadable(
          "-n prints a git command for commits, and mails have none",
          command,
          command + " -n --write-refs");
    }
    for (String option : List.of("--explain", "--write-refs")) {
      if (choice.hasCommits() && options.has(option)) {
        throw Refusal.unreadable(option + " is for mails, not for commits", command);
      }
    }
    if (options.has("--explain") && choice.sources().size() > 1) {
      throw Refusal.unreadable(
          "--explain takes one series or mailbox",
          "reroll diff " + ShellWord.of(choice.sources().get(1).text()),
          "reroll diff --help");
    }
  }

  /** Returns git's own command for the comparison of commits. */
  private static String command(DiffOptions options, VersionChoice choice) throws Refusal {
    for (VersionSource source : choice.sources()) {
      if (!(source instanceof VersionSource.OfCommits)) {
        throw Refusal.unreadable(
            "-n prints a git command for commits, and mails have none",
            "reroll diff " + String.join(" ", options.quoted()));
      }
    }
    return "git range-diff " + String.join(" ", options.typed()) + "\n";
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
