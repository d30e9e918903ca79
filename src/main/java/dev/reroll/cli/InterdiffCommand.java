package dev.reroll.cli;

import dev.reroll.app.compare.CompareEndResults;
import dev.reroll.app.compare.Comparison;
import dev.reroll.interdiff.Interdiff;
import dev.reroll.interdiff.MissingPatch;
import dev.reroll.interdiff.UntoldFile;
import dev.reroll.message.Refusal;
import dev.reroll.render.json.InterdiffJson;
import dev.reroll.render.text.InterdiffText;
import dev.reroll.render.text.LeftOutWords;
import dev.reroll.settings.GitSettings;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Runs {@code reroll interdiff}. */
final class InterdiffCommand implements Command {
  private final Streams streams;
  private final Report report;

  InterdiffCommand(Streams streams, Report report) {
    this.streams = streams;
    this.report = report;
  }

  @Override
  public String help() {
    return InterdiffHelp.TEXT;
  }

  @Override
  public CommandSpec options() {
    return InterdiffWords.spec();
  }

  @Override
  public ExitCode run(List<String> arguments) throws Refusal, IOException {
    InterdiffWords words = InterdiffWords.parse(arguments);
    if (words.options().has("--quiet")) {
      report.beQuiet();
    }
    GitSettings settings = new GitSettings(streams.environment(), streams.workingFolder());
    Output output = Output.choose(words.options(), streams, settings, report);
    ColorChoice colors = new ColorChoice(words.options(), settings, output.isForPerson());
    InterdiffText.Manner manner =
        new InterdiffText.Manner(
            words.text(colors),
            new ScreenWidth(streams).choose(words.options(), output),
            words.parts());
    output.check();
    try (VersionChoice choice = VersionChoice.open(streams, report, words.request())) {
      Comparison comparison = choice.compareAsMailed();
      new Overview(report).sayNames(comparison);
      return write(comparison, words, output, manner);
    }
  }

  private ExitCode write(
      Comparison comparison, InterdiffWords words, Output output, InterdiffText.Manner manner)
      throws Refusal, IOException {
    CompareEndResults comparing =
        new CompareEndResults(
            comparison,
            comparison.context(),
            TreeChoice.endResults(words.options(), streams, report::remark));
    Interdiff interdiff =
        words.patch().isPresent() ? comparing.ofPatch(words.patch().getAsInt()) : comparing.all();
    if (words.options().has("--json")) {
      output.write(stream -> InterdiffJson.write(document(comparison, interdiff), stream));
      refuseNothing(interdiff, comparison, words);
    } else {
      refuseNothing(interdiff, comparison, words);
      output.write(stream -> InterdiffText.write(interdiff, manner, stream));
    }
    return end(interdiff, words);
  }

  private ExitCode end(Interdiff interdiff, InterdiffWords words) {
    if (!interdiff.isComplete()) {
      sayPart(interdiff, words);
      return ExitCode.PARTIAL;
    }
    if (interdiff.files().isEmpty()) {
      report.remark("the end results are the same");
      return ExitCode.DONE;
    }
    return words.options().has("--exit-code") ? ExitCode.DIFFERENT : ExitCode.DONE;
  }

  private static InterdiffJson.Document document(Comparison comparison, Interdiff interdiff) {
    return new InterdiffJson.Document(
        comparison.versions().before(),
        comparison.versions().after(),
        comparison.versions().link(),
        interdiff);
  }

  /** Refuses where not one file could be compared. */
  private void refuseNothing(Interdiff interdiff, Comparison comparison, InterdiffWords words)
      throws Refusal {
    List<UntoldFile> leftOut = interdiff.untold();
    if (leftOut.isEmpty() || interdiff.comparedCount().orElse(0) > 0) {
      return;
    }
    sayLeftOut(interdiff);
    throw Refusal.nothingToCompare(
        "the end results of "
            + comparison.versions().before().label()
            + " and "
            + comparison.versions().after().label()
            + " cannot be compared from the mails alone: "
            + leftOut.get(0).path()
            + ": "
            + LeftOutWords.of(leftOut.get(0).why()),
        inTree(words));
  }

  private void sayLeftOut(Interdiff interdiff) {
    for (UntoldFile file : interdiff.untold()) {
      report.warning(file.path() + ": " + LeftOutWords.of(file.why()));
    }
  }

  /** Says that the result is not all, which the result itself says, too. */
  private void sayPart(Interdiff interdiff, InterdiffWords words) {
    sayLeftOut(interdiff);
    for (MissingPatch patch : interdiff.missing()) {
      report.warning("the result is not complete: " + LeftOutWords.of(patch));
    }
    if (!interdiff.untold().isEmpty()) {
      report.warning(LeftOutWords.count(interdiff));
      report.remark("hint: " + inTree(words));
    }
  }

  private static String inTree(InterdiffWords words) {
    return "reroll interdiff -g DIR " + String.join(" ", words.named().quoted());
  }
}
