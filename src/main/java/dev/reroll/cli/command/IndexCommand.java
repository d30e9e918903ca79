package dev.reroll.cli.command;

import dev.reroll.cli.manual.HelpText;
import dev.reroll.cli.option.Option;
import dev.reroll.cli.option.Options;
import dev.reroll.cli.option.OutputChoice;
import dev.reroll.cli.option.Syntax;
import dev.reroll.cli.terminal.ExitCode;
import dev.reroll.cli.terminal.ProgressLine;
import dev.reroll.cli.terminal.Report;
import dev.reroll.cli.terminal.Streams;
import dev.reroll.problem.Refusal;
import dev.reroll.settings.ArchiveSettings;
import dev.reroll.settings.CacheFolder;
import dev.reroll.settings.GitSettings;
import dev.reroll.source.Limits;
import dev.reroll.source.mirror.MirrorIndexing;
import dev.reroll.source.mirror.update.InboxUpdate.IndexReport;
import dev.reroll.source.mirror.update.IndexOptions;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs {@code reroll index}. */
public final class IndexCommand implements Command {
  private static final Option.Flag REBUILD =
      new Option.Flag("--rebuild", "forget what was indexed before, and read all again");

  private final Streams streams;
  private final Report report;

  /** Makes the command for one run. */
  public IndexCommand(Streams streams, Report report) {
    this.streams = streams;
    this.report = report;
  }

  @Override
  public Syntax syntax() {
    return new Syntax("index")
        .section("", REBUILD, OutputChoice.QUIET, OutputChoice.DEBUG, OutputChoice.HELP);
  }

  @Override
  public String help() {
    return HelpText.of(syntax(), Help.HEAD, Help.TAIL);
  }

  @Override
  public ExitCode run(List<String> words) throws Refusal {
    Options options = Options.parse(syntax(), words);
    if (options.has(OutputChoice.QUIET)) {
      report.beQuiet();
    }
    GitSettings settings = new GitSettings(streams.environment(), streams.workingFolder());
    List<Path> folders = folders(options.names(), settings);
    MirrorIndexing indexing =
        new MirrorIndexing(indexOptions(settings, options.has(OutputChoice.QUIET)));
    for (Path folder : folders) {
      for (IndexReport done : indexing.index(folder, options.has(REBUILD))) {
        report.remark(line(done));
      }
    }
    return ExitCode.DONE;
  }

  private List<Path> folders(List<String> names, GitSettings settings) throws Refusal {
    List<Path> folders = new ArrayList<>();
    for (String name : names) {
      folders.add(folder(name));
    }
    if (names.isEmpty()) {
      for (Path mirror : new ArchiveSettings(settings).mirrors()) {
        folders.add(streams.workingFolder().resolve(mirror));
      }
    }
    if (folders.isEmpty()) {
      throw Refusal.unreadable(
          "no mirror given, and none in reroll.mirror", "reroll index DIR", "reroll index --help");
    }
    return folders;
  }

  private IndexOptions indexOptions(GitSettings settings, boolean quiet) throws Refusal {
    Path cache =
        CacheFolder.find(settings)
            .orElseThrow(
                () ->
                    Refusal.unreadable(
                        "no folder for the index: neither XDG_CACHE_HOME nor HOME is set",
                        "XDG_CACHE_HOME=/var/tmp/cache reroll index DIR"));
    return new IndexOptions(cache, Limits.DEFAULT, ProgressLine.choose(streams, quiet), report);
  }

  private Path folder(String name) throws Refusal {
    try {
      return streams.workingFolder().resolve(name);
    } catch (InvalidPathException e) {
      throw Refusal.unreadable("cannot read mirror '" + name + "': not a file name");
    }
  }

  private static String line(IndexReport done) {
    String mails = done.mailCount() == 1 ? " mail, " : " mails, ";
    return done.inbox() + ": " + done.mailCount() + mails + done.newCount() + " new";
  }

  /** The words around the options in {@code reroll index --help}. */
  private static final class Help {
    static final String HEAD =
        """
        Build the index of local list mirrors, or bring it up to date.

        Which mails does my mirror have? The first use of a mirror reads all of it,
        which takes a while for a large list; this does it beforehand.

          reroll index ~/lists/io-uring
          reroll index ~/lists

        Every use of a mirror reads what is new by itself, so unlike git fetch this
        need not be run again.

        Usage: reroll index [OPTIONS] [DIR...]

        A DIR is a public-inbox mirror (INBOX/git/0.git, 1.git and so on), one epoch
        of it, or a folder of mirrors; without one, the mirrors that reroll.mirror
        names in git's configuration are read. The index is a file for each list in
        $XDG_CACHE_HOME/reroll/index, else ~/.cache/reroll/index. It can be deleted at
        any time. Mirrors are only read.
        """;

    static final String TAIL =
        """
        Exit codes: 0 indexed, 2 wrong usage, or a mirror that cannot be read, or an
        index that cannot be written.
        """;

    private Help() {}
  }
}
