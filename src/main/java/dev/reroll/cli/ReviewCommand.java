package dev.reroll.cli;

import dev.reroll.app.CompareMailboxes;
import dev.reroll.app.ReviewSeries;
import dev.reroll.app.ReviewSeries.Reviewed;
import dev.reroll.message.RawMessage;
import dev.reroll.message.Refusal;
import dev.reroll.render.json.ReviewJson;
import dev.reroll.render.review.ReviewOptions;
import dev.reroll.render.review.ReviewText;
import dev.reroll.render.text.TextOptions;
import dev.reroll.review.result.ChangeKind;
import dev.reroll.review.result.Review;
import dev.reroll.settings.GitSettings;
import dev.reroll.source.Limits;
import dev.reroll.source.MailboxSource;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
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
    Reviewed reviewed = review(wish, options);
    new Overview(report).sayVersions(reviewed.comparison());
    wish.check(reviewed.review());
    Review review = wish.filter().apply(reviewed.review());
    if (options.has("--json")) {
      output.write(stream -> ReviewJson.write(review, stream));
    } else {
      output.write(stream -> ReviewText.write(review, manner, stream));
    }
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

  private Reviewed review(ReviewWords wish, Options options) throws Refusal {
    List<String> names = wish.names();
    CompareMailboxes.Place place =
        new CompareMailboxes.Place(streams.workingFolder(), streams.in(), Limits.DEFAULT);
    ReviewSeries reviewing =
        new ReviewSeries(place, wish.manner().in(TreeChoice.choose(options, streams)), report);
    SeriesSearch search = new SeriesSearch(streams, report, options);
    boolean areMailboxes = MailboxName.areMailboxes(streams.workingFolder(), names);
    if (names.size() == 2) {
      return areMailboxes
          ? reviewing.review(names.get(0), names.get(1), wish.versions())
          : reviewing.review(search.findBoth(names.get(0), names.get(1)));
    }
    String name = names.get(0);
    if (!areMailboxes) {
      return reviewing.review(search.find(name, wish.versions().inSeries().aim()), wish.versions());
    }
    List<RawMessage> messages = place.read(name, report);
    Optional<RawMessage> piped =
        name.equals(MailboxSource.STANDARD_INPUT) ? SeriesSearch.only(messages) : Optional.empty();
    return piped.isPresent()
        ? reviewing.review(
            search.find(piped.get(), wish.versions().inSeries().aim()), wish.versions())
        : reviewing.review(name, messages, wish.versions());
  }
}
