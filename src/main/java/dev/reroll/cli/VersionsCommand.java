package dev.reroll.cli;

import dev.reroll.app.compare.VersionHistory;
import dev.reroll.app.select.SelectedLineage;
import dev.reroll.message.Refusal;
import dev.reroll.rangediff.PatchHistory;
import dev.reroll.render.json.TimelineJson;
import dev.reroll.render.text.MatrixText;
import dev.reroll.render.text.ScreenOptions;
import dev.reroll.render.text.TimelineText;
import dev.reroll.settings.GitSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Runs {@code reroll versions}. */
final class VersionsCommand implements Command {
  private final Streams streams;
  private final Report report;

  VersionsCommand(Streams streams, Report report) {
    this.streams = streams;
    this.report = report;
  }

  @Override
  public String help() {
    return VersionsHelp.TEXT;
  }

  @Override
  public CommandSpec options() {
    return ArchiveChoice.describe(new Options.Description("versions"))
        .value("--series")
        .flag("--explain")
        .flag("--json")
        .value("--color")
        .flag("-c")
        .value("--width")
        .flag("--no-pager")
        .value("-o", "--output-diff")
        .spec();
  }

  @Override
  public ExitCode run(List<String> words) throws Refusal, IOException {
    Options options = Options.parse(options(), OptionalValues.attach(words));
    if (options.has("--quiet")) {
      report.beQuiet();
    }
    GitSettings settings = new GitSettings(streams.environment(), streams.workingFolder());
    Output output = Output.choose(options, streams, settings, report);
    ColorChoice colors = new ColorChoice(options, settings, output.isForPerson());
    int width = new ScreenWidth(streams).choose(options, output);
    ScreenOptions screen = new ScreenOptions(colors.palette(), width);
    output.check();
    SelectedLineage view = lineage(options, words);
    view.remarks().forEach(report::remark);
    if (options.has("--explain")) {
      output.write(stream -> Explanation.write(view, stream));
      return ExitCode.DONE;
    }
    PatchHistory history = VersionHistory.of(view.lineage(), report);
    output.write(
        options.has("--json")
            ? stream -> TimelineJson.write(view.lineage(), view.named(), history, stream)
            : stream -> write(view, history, screen, stream));
    return ExitCode.DONE;
  }

  private static void write(
      SelectedLineage view, PatchHistory history, ScreenOptions screen, OutputStream stream)
      throws IOException {
    TimelineText.write(view.lineage(), view.named(), screen, stream);
    stream.write('\n');
    MatrixText.write(history, view.lineage(), screen, stream);
  }

  private SelectedLineage lineage(Options options, List<String> words) throws Refusal {
    VersionChoice.Request request =
        VersionChoice.Request.of(options, words, CompareOptions.selection(options));
    try (VersionChoice choice = VersionChoice.open(streams, report, request)) {
      return choice.lineage();
    }
  }
}
