package dev.reroll.cli;

import dev.reroll.app.PageHeadStart;
import dev.reroll.app.compare.CompareEndResults;
import dev.reroll.app.compare.Comparison;
import dev.reroll.app.prepare.VersionPreparer;
import dev.reroll.app.select.SelectedLineage;
import dev.reroll.app.select.SelectedVersions;
import dev.reroll.interdiff.Interdiff;
import dev.reroll.message.Refusal;
import dev.reroll.render.html.HtmlFile;
import dev.reroll.render.html.HtmlPage;
import dev.reroll.render.html.HtmlSite;
import dev.reroll.render.html.MailLinks;
import dev.reroll.render.html.PageContent;
import dev.reroll.render.html.PageOptions;
import dev.reroll.review.result.Review;
import dev.reroll.settings.GitSettings;
import dev.reroll.source.ShellWord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/** Runs {@code reroll html}. */
final class HtmlCommand implements Command {
  private final Streams streams;
  private final Report report;

  HtmlCommand(Streams streams, Report report) {
    this.streams = streams;
    this.report = report;
  }

  @Override
  public String help() {
    return HtmlHelp.TEXT;
  }

  @Override
  public CommandSpec options() {
    return ArchiveChoice.describe(new Options.Description("html"))
        .value("-o", "--output")
        .values("-v", "--compare-versions")
        .flag("--latest")
        .value("--series")
        .value("--creation-factor")
        .value("-U", "--unified")
        .value("--link-mask")
        .value("--most-unchanged")
        .value("-g", "--gitdir")
        .flag("--no-tree")
        .flag("--rebase")
        .spec();
  }

  @Override
  public ExitCode run(List<String> words) throws Refusal, IOException {
    Options options = Options.parse(options(), DiffArguments.rewrite(words));
    if (options.has("--quiet")) {
      report.beQuiet();
    }
    PageOptions page = page(options);
    Optional<String> target = options.value("-o").filter(name -> !name.equals("-"));
    PageHeadStart.begin();
    VersionChoice.Request request =
        VersionChoice.Request.of(options, words, CompareOptions.selection(options));
    try (VersionChoice choice = VersionChoice.open(streams, report, request)) {
      if (target.isPresent() && isFolder(target.get())) {
        return lineage(choice, page, target.get(), options);
      }
      Output output = output(target, request.names());
      output.check();
      return onePage(choice, page, output, options);
    }
  }

  private ExitCode onePage(VersionChoice choice, PageOptions page, Output output, Options options)
      throws Refusal, IOException {
    Comparison comparison = choice.compare();
    new Overview(report).say(comparison);
    new Overview(report).sayUnheard(comparison.versions());
    PageOptions remarked =
        page.withRemarks(comparison.versions().remarks())
            .withEndResult(Optional.of(endResult(comparison, options)));
    Review review = comparison.review();
    output.write(stream -> HtmlPage.write(review, remarked, stream));
    return ExitCode.DONE;
  }

  private PageOptions page(Options options) throws Refusal {
    GitSettings settings = new GitSettings(streams.environment(), streams.workingFolder());
    String mask =
        options
            .value("--link-mask")
            .or(() -> settings.find("reroll.linkmask"))
            .or(() -> settings.find("b4.linkmask"))
            .orElse(MailLinks.LORE.mask());
    if (!mask.isEmpty() && !MailLinks.isMask(mask)) {
      throw Refusal.unreadable(
          "'" + mask + "' is not an address with one %s for the message-id",
          "reroll html --link-mask=https://lore.kernel.org/r/%s -o FILE BEFORE AFTER");
    }
    int most =
        options.number(
            "--most-unchanged", 0, Integer.MAX_VALUE, PageOptions.STANDARD.mostUnchanged());
    return new PageOptions(new MailLinks(mask), most, List.of(), List.of(), Optional.empty());
  }

  private boolean isFolder(String target) {
    return target.endsWith("/") || Files.isDirectory(streams.workingFolder().resolve(target));
  }

  private Output output(Optional<String> target, List<String> mailboxes) throws Refusal {
    if (target.isPresent()) {
      return new FileOutput(streams.workingFolder().resolve(target.get()), target.get());
    }
    if (streams.outIsTerminal()) {
      String words = String.join(" ", mailboxes.stream().map(ShellWord::of).toList());
      throw Refusal.unreadable(
          "a page is for a browser, not for the terminal", "reroll html -o page.html " + words);
    }
    return new Output.StandardOutput(streams);
  }

  private Interdiff endResult(Comparison comparison, Options options) throws Refusal {
    return new CompareEndResults(
            comparison,
            comparison.context(),
            TreeChoice.endResults(options, streams, alreadySaid -> {}))
        .all();
  }

  private ExitCode lineage(VersionChoice choice, PageOptions page, String target, Options options)
      throws Refusal, IOException {
    SelectedLineage lineage = choice.lineageWithPair();
    VersionPreparer preparer = choice.preparer();
    List<Comparison> comparisons = new ArrayList<>();
    Set<String> remarks = new LinkedHashSet<>(lineage.remarks());
    for (SelectedVersions pair : lineage.pairs()) {
      Comparison comparison = choice.comparer().compare(preparer.prepare(pair));
      remarks.addAll(comparison.versions().remarks());
      comparisons.add(comparison);
    }
    remarks.forEach(report::remark);
    Path folder = streams.workingFolder().resolve(target);
    makeFolder(folder, target);
    List<PageContent> contents = new ArrayList<>();
    for (Comparison comparison : comparisons) {
      Interdiff endResult = endResult(comparison, options);
      contents.add(new PageContent(comparison.review(), Optional.of(endResult)));
    }
    List<HtmlFile> files = HtmlSite.write(lineage.lineage(), contents, page);
    for (HtmlFile file : files) {
      String name = target.endsWith("/") ? target + file.name() : target + "/" + file.name();
      new FileOutput(folder.resolve(file.name()), name).write(file.content()::writeTo);
    }
    report.remark(files.size() + " pages, begin with " + folder.resolve(files.get(0).name()));
    return ExitCode.DONE;
  }

  private static void makeFolder(Path folder, String target) throws Refusal {
    try {
      Files.createDirectories(folder);
    } catch (IOException failed) {
      throw Refusal.unreadable(
          "cannot make the folder '" + target + "': " + failed.getMessage(),
          "reroll html -o FILE BEFORE AFTER");
    }
  }
}
