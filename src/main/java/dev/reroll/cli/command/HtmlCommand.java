package dev.reroll.cli.command;

import dev.reroll.app.compare.CompareEndResults;
import dev.reroll.app.compare.Comparison;
import dev.reroll.app.prepare.VersionPreparer;
import dev.reroll.app.select.SelectedLineage;
import dev.reroll.app.select.SelectedVersions;
import dev.reroll.cli.manual.HelpText;
import dev.reroll.cli.option.ArchiveChoice;
import dev.reroll.cli.option.CompareOptions;
import dev.reroll.cli.option.DiffArguments;
import dev.reroll.cli.option.Option;
import dev.reroll.cli.option.Options;
import dev.reroll.cli.option.OutputChoice;
import dev.reroll.cli.option.Syntax;
import dev.reroll.cli.option.TreeChoice;
import dev.reroll.cli.option.VersionChoice;
import dev.reroll.cli.terminal.ExitCode;
import dev.reroll.cli.terminal.FileOutput;
import dev.reroll.cli.terminal.Output;
import dev.reroll.cli.terminal.Report;
import dev.reroll.cli.terminal.Streams;
import dev.reroll.interdiff.Interdiff;
import dev.reroll.problem.Notice;
import dev.reroll.problem.Refusal;
import dev.reroll.render.html.HtmlPage;
import dev.reroll.render.html.HtmlSite;
import dev.reroll.render.html.HtmlSite.HtmlFile;
import dev.reroll.render.html.HtmlSite.PageContent;
import dev.reroll.render.html.MailLinks;
import dev.reroll.render.html.PageOptions;
import dev.reroll.review.flags.FlagRules;
import dev.reroll.review.result.Review;
import dev.reroll.settings.ArchiveSettings;
import dev.reroll.settings.FlagSettings;
import dev.reroll.settings.GitSettings;
import dev.reroll.source.ShellWord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs {@code reroll html}. */
public final class HtmlCommand implements Command {
  private static final Option.Value OUTPUT =
      new Option.Value(
          "-o, --output FILE",
          "write to FILE; to a folder, if it is one or ends in /; without it, to standard "
              + "output",
          "A folder gets the whole lineage: index.html with all versions and what each made of each patch, and a page such as v1-v2.html for each version and the one that it follows.");

  private static final Option.Value LINK_MASK =
      new Option.Value(
          "--link-mask MASK",
          "link to mails at MASK, with %s for the message-id; empty for no links; default "
              + "reroll.linkmask, then b4.linkmask, then https://lore.kernel.org/r/%s");

  private static final Option.Value MOST_UNCHANGED =
      new Option.Value(
          "--most-unchanged LINES",
          "leave unchanged lines out where a page would have more than LINES of them; "
              + "default 20000");

  private final Streams streams;
  private final Report report;

  /** Makes the command for one run. */
  public HtmlCommand(Streams streams, Report report) {
    this.streams = streams;
    this.report = report;
  }

  @Override
  public Syntax syntax() {
    return new Syntax("html")
        .section("", OUTPUT)
        .section(
            "Which versions",
            CompareOptions.VERSIONS.saying(
                "compare version N with M, or with the newest; with a folder, write this page too"),
            CompareOptions.LATEST,
            CompareOptions.SERIES)
        .section(ArchiveChoice.section())
        .section(
            "What is shown",
            CompareOptions.CREATION_FACTOR,
            CompareOptions.UNIFIED,
            TreeChoice.GITDIR,
            TreeChoice.NO_TREE,
            TreeChoice.REBASE,
            LINK_MASK,
            MOST_UNCHANGED)
        .section("", OutputChoice.QUIET, OutputChoice.DEBUG, OutputChoice.HELP);
  }

  @Override
  public String help() {
    return HelpText.of(syntax(), Help.HEAD, Help.TAIL);
  }

  @Override
  public ExitCode run(List<String> words) throws Refusal, IOException {
    Options options = Options.parse(syntax(), DiffArguments.rewrite(words));
    if (options.has(OutputChoice.QUIET)) {
      report.beQuiet();
    }
    PageOptions page = page(options);
    Optional<String> target = options.value(OUTPUT).filter(name -> !name.equals("-"));
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
        page.withRemarks(Notice.lines(comparison.versions().remarks()))
            .withEndResult(Optional.of(endResult(comparison, options)));
    Review review = comparison.review(flagRules());
    output.write(stream -> HtmlPage.write(review, remarked, stream));
    return ExitCode.DONE;
  }

  private FlagRules flagRules() {
    return new FlagSettings(new GitSettings(streams.environment(), streams.workingFolder()))
        .rules();
  }

  private PageOptions page(Options options) throws Refusal {
    GitSettings settings = new GitSettings(streams.environment(), streams.workingFolder());
    String mask =
        options
            .value(LINK_MASK)
            .or(() -> settings.find("reroll.linkmask"))
            .or(() -> new ArchiveSettings(settings).linkMask())
            .orElse(MailLinks.LORE.mask());
    if (!mask.isEmpty() && !MailLinks.isMask(mask)) {
      throw Refusal.unreadable(
          "'" + mask + "' is not an address with one %s for the message-id",
          "reroll html --link-mask=https://lore.kernel.org/r/%s -o FILE BEFORE AFTER");
    }
    int most =
        options.number(MOST_UNCHANGED, 0, Integer.MAX_VALUE, PageOptions.STANDARD.maxUnchanged());
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
    Map<String, Notice> notices = new LinkedHashMap<>();
    lineage.remarks().forEach(notice -> notices.put(notice.line(), notice));
    for (SelectedVersions pair : lineage.pairs()) {
      Comparison comparison = choice.comparer().compare(preparer.prepare(pair));
      comparison.versions().remarks().forEach(notice -> notices.put(notice.line(), notice));
      comparisons.add(comparison);
    }
    notices.values().forEach(report::notice);
    Path folder = streams.workingFolder().resolve(target);
    makeFolder(folder, target);
    FlagRules rules = flagRules();
    List<PageContent> contents = new ArrayList<>();
    for (Comparison comparison : comparisons) {
      Interdiff endResult = endResult(comparison, options);
      contents.add(new PageContent(comparison.review(rules), Optional.of(endResult)));
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

  /** The words around the options in {@code reroll html --help}. */
  private static final class Help {
    static final String HEAD =
        """
        Write a page that shows what changed between two versions of a patch series.

        What changed, in a form that can be mailed, attached to a test's result, or put
        on any web server? Each page is one file that loads nothing and can be read
        without script.

          reroll html -o review.html v1.mbox v2.mbox
          reroll html -o review/ thread.mbox
          reroll html -o review/ 20260810.1@example.org

        Unlike reroll diff it also shows what kind of change each patch went through,
        what became of tags and comments, and shows the patches side by side.

        Usage: reroll html [OPTIONS] -o FILE SERIES|MAILBOX [-v N [M]]
               reroll html [OPTIONS] -o FILE BEFORE AFTER
               reroll html [OPTIONS] -o DIR/ SERIES|MAILBOX [-v N [M]]

        SERIES and mailboxes are what reroll diff takes. With a folder behind -o the
        whole lineage is written: index.html with all versions and what each made of
        each patch, and a page for each version and the one that it follows, such as
        v1-v2.html.
        """;

    static final String TAIL =
        """
        Exit codes: 0 written, 2 wrong usage or unreadable input, 3 nothing to
        compare, 4 a server was not reached.
        """;

    private Help() {}
  }
}
