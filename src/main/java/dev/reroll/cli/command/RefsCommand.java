package dev.reroll.cli.command;

import dev.reroll.app.tree.RepositorySettings;
import dev.reroll.cli.manual.HelpText;
import dev.reroll.cli.option.Option;
import dev.reroll.cli.option.Options;
import dev.reroll.cli.option.OutputChoice;
import dev.reroll.cli.option.Syntax;
import dev.reroll.cli.option.TreeChoice;
import dev.reroll.cli.terminal.ClosedPipe;
import dev.reroll.cli.terminal.ExitCode;
import dev.reroll.cli.terminal.Report;
import dev.reroll.cli.terminal.Streams;
import dev.reroll.problem.Refusal;
import dev.reroll.render.text.VisibleText;
import dev.reroll.repo.GitRepository;
import dev.reroll.repo.place.RepositoryPlace;
import dev.reroll.repo.write.SeriesRefs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Runs {@code reroll refs}. */
public final class RefsCommand implements Command {
  private static final int SHOWN_DIGITS = 12;

  private static final Option.Flag PRUNE = new Option.Flag("--prune", "remove the refs");

  private final Streams streams;
  private final Report report;

  /** Makes the command for one run. */
  public RefsCommand(Streams streams, Report report) {
    this.streams = streams;
    this.report = report;
  }

  @Override
  public Syntax syntax() {
    return new Syntax("refs")
        .section(
            "",
            PRUNE,
            TreeChoice.GITDIR.saying("of the repository in DIR, not of the current one"),
            OutputChoice.QUIET,
            OutputChoice.DEBUG,
            OutputChoice.HELP);
  }

  @Override
  public String help() {
    return HelpText.of(syntax(), Help.HEAD, Help.TAIL);
  }

  @Override
  public ExitCode run(List<String> words) throws Refusal, IOException {
    Options options = Options.parse(syntax(), words);
    if (options.has(OutputChoice.QUIET)) {
      report.beQuiet();
    }
    Optional<RepositoryPlace> place = TreeChoice.place(options, streams);
    if (place.isEmpty()) {
      throw TreeChoice.none(
          streams, Refusal.unreadable("not in a git repository", "reroll refs -g DIR"));
    }
    try (GitRepository repository = RepositorySettings.open(place.get(), streams.environment())) {
      SeriesRefs refs = repository.seriesRefs();
      List<SeriesRefs.Entry> entries = named(refs.list(), options.names());
      if (options.has(PRUNE)) {
        prune(refs, entries);
      } else {
        print(entries);
      }
    }
    return ExitCode.DONE;
  }

  /** Returns the entries of the series that are named. */
  private static List<SeriesRefs.Entry> named(List<SeriesRefs.Entry> all, List<String> names)
      throws Refusal {
    List<SeriesRefs.Entry> named = new ArrayList<>();
    for (String name : names) {
      String folder = name.endsWith("/") ? name : name + "/";
      List<SeriesRefs.Entry> found =
          all.stream()
              .filter(entry -> entry.name().equals(name) || entry.name().startsWith(folder))
              .toList();
      if (found.isEmpty()) {
        throw Refusal.nothingToCompare("no series '" + name + "' was written here", "reroll refs");
      }
      named.addAll(found);
    }
    return names.isEmpty() ? all : named;
  }

  private void prune(SeriesRefs refs, List<SeriesRefs.Entry> entries) throws Refusal {
    for (SeriesRefs.Entry entry : entries) {
      refs.remove(entry);
    }
    report.remark("removed " + entries.size() + (entries.size() == 1 ? " ref" : " refs"));
  }

  /** Titles come from mails, so nothing in them may reach a terminal as a command. */
  private static String visible(String lines) {
    return lines.lines().map(line -> VisibleText.of(line) + "\n").collect(Collectors.joining());
  }

  private void print(List<SeriesRefs.Entry> entries) throws IOException {
    StringBuilder text = new StringBuilder();
    for (SeriesRefs.Entry entry : entries) {
      String id = entry.id().substring(0, SHOWN_DIGITS);
      text.append(SeriesRefs.FOLDER).append(entry.name()).append("  ").append(id);
      text.append("  ").append(entry.subject()).append('\n');
    }
    String shown = streams.outIsTerminal() ? visible(text.toString()) : text.toString();
    ClosedPipe.guard(streams.out()).write(shown.getBytes(StandardCharsets.UTF_8));
  }

  /** The words around the options in {@code reroll refs --help}. */
  private static final class Help {
    static final String HEAD =
        """
        List the versions that were written as commits, or remove them.

        Which branches did reroll diff --write-refs leave here? Each version is a ref
        below refs/reroll, with the id and the title of its last commit.

          reroll refs
          reroll refs --prune
          reroll refs --prune io-limits-and-alarms

        Unlike git branch it shows and touches nothing but these refs. Git itself
        removes their commits when it next cleans up.

        Usage: reroll refs [OPTIONS] [SERIES...]

        SERIES is the first part of a name in the list; all are meant without one.
        """;

    static final String TAIL = "";

    private Help() {}
  }
}
