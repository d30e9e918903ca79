package dev.reroll.cli;

import dev.reroll.app.CompareMailboxes;
import dev.reroll.app.Comparison;
import dev.reroll.app.VersionWish;
import dev.reroll.message.Refusal;
import dev.reroll.rangediff.RangeDiff;
import dev.reroll.render.RangeDiffText;
import dev.reroll.render.TextOptions;
import dev.reroll.series.VersionLabel;
import dev.reroll.settings.GitSettings;
import dev.reroll.source.Limits;
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
    refuseWhatCannotBe(options);
    GitSettings settings = new GitSettings(streams.environment(), streams.workingFolder());
    Output output = Output.choose(options, streams, settings);
    TextOptions text = text(options, new ColorChoice(options, settings, output.isForPerson()));
    output.check();
    Comparison comparison = compare(options);
    new Overview(report).say(comparison);
    output.write(new Text(comparison.result(), text));
    boolean different = comparison.result().hasDifferences();
    return different && options.has("--exit-code") ? ExitCode.DIFFERENT : ExitCode.DONE;
  }

  private static void refuseWhatCannotBe(DiffOptions options) throws Refusal {
    List<String> mailboxes = options.mailboxes();
    if (options.has("--no-diff")) {
      throw Refusal.unreadable(
          "-n prints a git command for commits, and mails have none", command(mailboxes));
    }
    if (options.has("--left-only") && options.has("--right-only")) {
      throw Refusal.unreadable(
          "--left-only and --right-only cannot be used together",
          command(mailboxes) + " --left-only");
    }
  }

  private static String command(List<String> mailboxes) {
    return "reroll diff " + String.join(" ", mailboxes.stream().map(ShellWord::of).toList());
  }

  private Comparison compare(DiffOptions options) throws Refusal {
    List<String> mailboxes = options.mailboxes();
    MailboxName.check(streams.workingFolder(), mailboxes);
    CompareMailboxes.Manner manner =
        new CompareMailboxes.Manner(
            options.creationFactor(),
            options.number("--unified", 0, Integer.MAX_VALUE, STANDARD_CONTEXT));
    CompareMailboxes comparing =
        new CompareMailboxes(
            new CompareMailboxes.Place(streams.workingFolder(), streams.in(), Limits.DEFAULT),
            report);
    VersionWish wish = wish(options);
    return mailboxes.size() == 1
        ? comparing.compare(mailboxes.get(0), wish, manner)
        : comparing.compare(mailboxes.get(0), mailboxes.get(1), wish, manner);
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
        options.number("--abbrev", 4, 40, STANDARD_ABBREV),
        !options.has("--no-patch"),
        !options.has("--right-only"),
        !options.has("--left-only"));
  }
}
