package dev.reroll.cli;

import dev.reroll.align.CreationFactor;
import dev.reroll.app.CompareEndResults;
import dev.reroll.app.CompareMailboxes;
import dev.reroll.app.FoundSeries;
import dev.reroll.app.PageHeadStart;
import dev.reroll.app.ReviewedLineage;
import dev.reroll.app.ReviewedPair;
import dev.reroll.app.SeriesWish;
import dev.reroll.app.VersionWish;
import dev.reroll.app.WritePages;
import dev.reroll.interdiff.Interdiff;
import dev.reroll.message.Refusal;
import dev.reroll.render.html.HtmlFile;
import dev.reroll.render.html.HtmlPage;
import dev.reroll.render.html.HtmlSite;
import dev.reroll.render.html.MailLinks;
import dev.reroll.render.html.PageContent;
import dev.reroll.render.html.PageOptions;
import dev.reroll.series.SearchPlan;
import dev.reroll.series.VersionLabel;
import dev.reroll.settings.GitSettings;
import dev.reroll.source.Limits;
import dev.reroll.source.ShellWord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** Runs {@code reroll html}. */
final class HtmlCommand implements Command {
  private static final int STANDARD_CONTEXT = 3;

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
    List<String> names = names(options);
    VersionWish wish = wish(options);
    PageOptions page = page(options);
    WritePages pages = pages(options);
    Optional<String> target = options.value("-o").filter(name -> !name.equals("-"));
    PageHeadStart.begin();
    if (target.isPresent() && isFolder(target.get())) {
      return lineage(lineage(pages, names, wish, options), page, target.get(), options);
    }
    Output output = output(target, names);
    output.check();
    ReviewedPair pair = onePair(pages, names, wish, options);
    new Overview(report).say(pair.comparison());
    PageOptions remarked =
        page.withRemarks(pair.comparison().versions().remarks())
            .withEndResult(Optional.of(endResult(pair, options)));
    output.write(stream -> HtmlPage.write(pair.review(), remarked, stream));
    return ExitCode.DONE;
  }

  private ReviewedPair onePair(
      WritePages pages, List<String> names, VersionWish wish, Options options) throws Refusal {
    return MailboxName.areMailboxes(streams.workingFolder(), names)
        ? pages.onePair(names, wish)
        : pages.onePair(found(names, wish, options), inSeries(wish));
  }

  private ReviewedLineage lineage(
      WritePages pages, List<String> names, VersionWish wish, Options options) throws Refusal {
    return MailboxName.areMailboxes(streams.workingFolder(), names)
        ? pages.lineage(names, wish)
        : pages.lineage(found(names, wish, options), inSeries(wish));
  }

  /** Finds the series that a mail names; for a folder, and for labels, with all its versions. */
  private FoundSeries found(List<String> names, VersionWish wish, Options options) throws Refusal {
    if (names.size() > 1) {
      throw Refusal.unreadable(
          "html takes one SERIES, or one or two mailboxes, not a SERIES and something else",
          "reroll html -o FILE " + ShellWord.of(mail(names)));
    }
    boolean all = options.value("-o").filter(this::isFolder).isPresent();
    SearchPlan.Aim aim = all ? SearchPlan.Aim.ALL : inSeries(wish).aim();
    return new SeriesSearch(streams, report, options).find(names.get(0), aim);
  }

  /** Returns the first name that is no mailbox. */
  private String mail(List<String> names) {
    Path start = streams.workingFolder();
    return names.stream()
        .filter(name -> !MailboxName.isMailbox(start, name))
        .findFirst()
        .orElse(names.get(0));
  }

  private static SeriesWish inSeries(VersionWish wish) {
    return new SeriesWish(
        Stream.concat(wish.before().stream(), wish.after().stream()).toList(), false);
  }

  private List<String> names(Options options) throws Refusal {
    List<String> mailboxes = options.names();
    if (mailboxes.isEmpty()) {
      throw Refusal.unreadable(
          "no series given", "reroll html -o FILE BEFORE AFTER", "reroll html --help");
    }
    if (mailboxes.size() > 2) {
      throw Refusal.unreadable(
          "'" + mailboxes.get(2) + "' is one mailbox too many, two can be compared",
          "reroll html --help");
    }
    return mailboxes;
  }

  private static VersionWish wish(Options options) throws Refusal {
    List<VersionLabel> labels = new ArrayList<>();
    for (String word : options.values("-v")) {
      Optional<VersionLabel> label = VersionLabel.parse(word);
      if (label.isEmpty() || labels.size() == 2) {
        String problem =
            label.isEmpty() ? "'" + word + "' is no version" : "more than two versions given";
        throw Refusal.unreadable(
            problem, "reroll html -o FILE MAILBOX -v 1 2", "reroll html --help");
      }
      labels.add(label.get());
    }
    Optional<VersionLabel> before = labels.stream().findFirst();
    Optional<VersionLabel> after = labels.stream().skip(1).findFirst();
    return new VersionWish(before, after, options.value("--series"));
  }

  private WritePages pages(Options options) throws Refusal {
    int factor =
        options.number("--creation-factor", 0, Integer.MAX_VALUE, CreationFactor.DEFAULT.percent());
    int context = options.number("--unified", 0, Integer.MAX_VALUE, STANDARD_CONTEXT);
    return new WritePages(
        new CompareMailboxes.Place(streams.workingFolder(), streams.in(), Limits.DEFAULT),
        new CompareMailboxes.Manner(new CreationFactor(factor), context)
            .in(TreeChoice.choose(options, streams)),
        report);
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
          "'" + mask + "' is no address with one %s in it for the message-id",
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

  private Interdiff endResult(ReviewedPair pair, Options options) throws Refusal {
    int context = options.number("--unified", 0, Integer.MAX_VALUE, STANDARD_CONTEXT);
    return new CompareEndResults(
            pair.comparison(), context, TreeChoice.endResults(options, streams, alreadySaid -> {}))
        .all();
  }

  private ExitCode lineage(
      ReviewedLineage reviewed, PageOptions page, String target, Options options)
      throws Refusal, IOException {
    Set<String> remarks = new LinkedHashSet<>(reviewed.remarks());
    reviewed.pairs().forEach(pair -> remarks.addAll(pair.comparison().versions().remarks()));
    remarks.forEach(report::remark);
    Path folder = streams.workingFolder().resolve(target);
    makeFolder(folder, target);
    List<PageContent> contents = new ArrayList<>();
    for (ReviewedPair pair : reviewed.pairs()) {
      contents.add(new PageContent(pair.review(), Optional.of(endResult(pair, options))));
    }
    List<HtmlFile> files = HtmlSite.write(reviewed.lineage(), contents, page);
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
