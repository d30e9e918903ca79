package dev.reroll.cli.option;

import dev.reroll.app.compare.Comparison;
import dev.reroll.app.compare.VersionComparer;
import dev.reroll.app.prepare.TreeUse;
import dev.reroll.app.prepare.VersionPreparer;
import dev.reroll.app.select.Archives;
import dev.reroll.app.select.LineageSelector;
import dev.reroll.app.select.MailboxReader;
import dev.reroll.app.select.RangeReader;
import dev.reroll.app.select.SelectedLineage;
import dev.reroll.app.select.SelectedVersions;
import dev.reroll.app.select.Selection;
import dev.reroll.app.select.VersionSelector;
import dev.reroll.app.select.VersionSource;
import dev.reroll.cli.terminal.Report;
import dev.reroll.cli.terminal.Streams;
import dev.reroll.problem.Refusal;
import dev.reroll.repo.GitRepository;
import dev.reroll.settings.GitSettings;
import dev.reroll.source.Limits;
import dev.reroll.source.server.ServerAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a command is asked to compare, from the names that were typed to a finished comparison.
 * Every command that compares versions goes through here, so that each takes every source.
 */
public final class VersionChoice implements AutoCloseable, Archives.Chooser {
  /** How git writes yes; a name without a value is one, too. */
  private static final Set<String> TRUE = Set.of("true", "yes", "on", "1", "");

  private static final int STANDARD_CONTEXT = 3;

  private final Streams streams;
  private final Report report;
  private final Request request;
  private final SourceNames sources;

  private VersionChoice(Streams streams, Report report, Request request, SourceNames sources) {
    this.streams = streams;
    this.report = report;
    this.request = request;
    this.sources = sources;
  }

  /**
   * What a command was given.
   *
   * @param options its options, those that name archives and trees among them
   * @param pathCount how many of its words stand behind {@code --}
   * @param selection which versions
   * @param isWhole whether more is done than a range-diff, so that diffs are needed
   */
  public record Request(GivenWords options, int pathCount, Selection selection, boolean isWhole) {
    /** Reads the words {@code typed}, of which {@code options} were read. */
    public static Request of(GivenWords options, List<String> typed, Selection selection) {
      int end = typed.indexOf("--");
      return new Request(options, end < 0 ? 0 : typed.size() - end - 1, selection, true);
    }

    /** Returns the names of mailboxes and mails: all words that belong to no option. */
    public List<String> names() {
      List<String> names = new ArrayList<>(options.values(CompareOptions.MAILBOXES));
      names.addAll(options.positionals());
      return names;
    }

    /** Returns the words that belong to no option, but those behind {@code --}. */
    List<String> namesBeforePaths() {
      List<String> words = options.positionals();
      return words.subList(0, words.size() - pathCount);
    }

    /** Returns the words behind {@code --}: paths, where commits stand before it. */
    List<String> paths() {
      List<String> words = options.positionals();
      return words.subList(words.size() - pathCount, words.size());
    }
  }

  /**
   * Finds out what the names name.
   *
   * @throws Refusal where a name can be none of mailbox, mail and commits
   */
  public static VersionChoice open(Streams streams, Report report, Request request) throws Refusal {
    return new VersionChoice(streams, report, request, SourceNames.find(streams, request));
  }

  /** Whether a side is commits of a repository. */
  public boolean hasCommits() {
    return sources.ranges().isPresent();
  }

  /** Returns the repository of the commits. */
  public GitRepository repository() {
    return sources.ranges().orElseThrow().repository();
  }

  /** Returns how many names were typed, read as sources: one or two. */
  public List<VersionSource> sources() {
    return sources.list();
  }

  /** Returns how versions are compared, by the options and what git shows around a change. */
  public VersionComparer comparer() throws Refusal {
    int standard = hasCommits() ? repository().context() : STANDARD_CONTEXT;
    return CompareOptions.of(request.options(), standard);
  }

  /** Returns the two versions that were asked for, not yet prepared. */
  public SelectedVersions select() throws Refusal {
    return selector().select(sources.list(), request.selection());
  }

  /** Finds all versions of the series; the labels that were given do not count. */
  public SelectedLineage lineage() throws Refusal {
    return new LineageSelector(selector(), report).select(sources.list(), request.selection());
  }

  /** Finds all versions of the series, and the two that labels name. */
  public SelectedLineage lineageWithPair() throws Refusal {
    return new LineageSelector(selector(), report)
        .selectWithPair(sources.list(), request.selection());
  }

  /** Compares the two versions, in a tree where the options and the surroundings name one. */
  public Comparison compare() throws Refusal {
    VersionPreparer preparer = preparer();
    return comparer().compare(preparer.prepare(select()));
  }

  /** Compares the two versions as they were mailed. */
  public Comparison compareAsMailed() throws Refusal {
    VersionPreparer preparer = new VersionPreparer(Optional.empty(), report);
    return comparer().compare(preparer.prepare(select()));
  }

  /** Returns what prepares versions for these options; it parses each version once. */
  public VersionPreparer preparer() throws Refusal {
    Optional<TreeUse> tree =
        hasCommits() ? Optional.empty() : TreeChoice.choose(request.options(), streams);
    return new VersionPreparer(tree, report);
  }

  private VersionSelector selector() {
    GitSettings settings = new GitSettings(streams.environment(), streams.workingFolder());
    Optional<String> scissors = settings.find("mailinfo.scissors");
    boolean obeysScissors =
        scissors.isPresent() && TRUE.contains(scissors.get().toLowerCase(Locale.ROOT));
    MailboxReader reader =
        new MailboxReader(streams.workingFolder(), streams.in(), Limits.DEFAULT, obeysScissors);
    return new VersionSelector(reader, this, sources.ranges(), report);
  }

  /** Decides where a series is looked for; for the selector. */
  @Override
  public Archives choose(Optional<ServerAddress> named) throws Refusal {
    return new ArchiveChoice(streams, report, request.options()).choose(named);
  }

  /** Decides where the version before a draft is looked for; for the selector. */
  @Override
  public Archives forDrafts() throws Refusal {
    return new ArchiveChoice(streams, report, request.options()).forDrafts();
  }

  @Override
  public void close() {
    Optional<RangeReader> ranges = sources.ranges();
    if (ranges.isPresent()) {
      ranges.get().repository().close();
    }
  }
}
