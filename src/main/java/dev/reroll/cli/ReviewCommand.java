package dev.reroll.cli;

import dev.reroll.app.compare.Comparison;
import dev.reroll.message.Refusal;
import dev.reroll.render.json.ReviewJson;
import dev.reroll.render.review.ReviewOptions;
import dev.reroll.render.review.ReviewText;
import dev.reroll.render.text.TextOptions;
import dev.reroll.review.result.ChangeKind;
import dev.reroll.review.result.Review;
import dev.reroll.settings.GitSettings;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Runs {@code reroll review}. */
final class ReviewCommand implements Command {
  private final Streams streams;
  private final Report report;

  ReviewCommand(Streams streams, Report report) {
    this.streams = streams;
    this.report = report;
  }

  @Override
  public String help() {
    return ReviewHelp.TEXT;
  }

  @Override
  public CommandSpec options() {
    return ReviewWords.spec();
  }

  @Override
  public ExitCode run(List<String> words) throws Refusal, IOException {
    Options options = Options.parse(options(), DiffArguments.rewrite(words));
    if (options.has("--quiet")) {
      report.beQuiet();
    }
    GitSettings settings = new GitSettings(streams.environment(), streams.workingFolder());
    ReviewWords wish = new ReviewWords(options, settings);
    Output output = Output.choose(options, streams, settings, report);
    ColorChoice colors = new ColorChoice(options, settings, output.isForPerson());
    ReviewOptions manner =
        manner(options, colors, new ScreenWidth(streams).choose(options, output));
    output.check();
    wish.filter();
    Review review;
    try (VersionChoice choice = VersionChoice.open(streams, report, wish.request(words))) {
      Comparison comparison = choice.compare();
      new Overview(report).sayVersions(comparison);
      new Overview(report).sayUnheard(comparison.versions());
      Review whole = comparison.review();
      wish.check(whole);
      review = wish.filter().apply(whole);
    }
    write(review, manner, output, options.has("--json"));
    boolean different =
        review.patches().stream().anyMatch(patch -> patch.kind() != ChangeKind.IDENTICAL);
    return different && options.has("--exit-code") ? ExitCode.DIFFERENT : ExitCode.DONE;
  }

  private static ReviewOptions manner(Options options, ColorChoice colors, int width)
      throws Refusal {
    TextOptions text =
        new TextOptions(
            colors.palette(),
            colors.isColored(),
            colors.whitespace(),
            colors.filter(),
            TextOptions.PLAIN.abbrev(),
            true,
            true,
            true);
    return new ReviewOptions(text, width, options.has("--all"), !options.has("--no-patch"));
  }

  private static void write(Review review, ReviewOptions manner, Output output, boolean isJson)
      throws Refusal, IOException {
    output.write(
        isJson
            ? stream -> ReviewJson.write(review, stream)
            : stream -> ReviewText.write(review, manner, stream));
  }
}
