package dev.reroll.cli;

import dev.reroll.app.CompareCommits;
import dev.reroll.app.CompareMailboxes;
import dev.reroll.app.CompareSeries;
import dev.reroll.app.RepositorySettings;
import dev.reroll.message.Refusal;
import dev.reroll.repo.GitRepository;
import dev.reroll.repo.commits.CommitView;
import dev.reroll.repo.place.RepositoryPlace;
import dev.reroll.repo.revisions.CommitPair;
import dev.reroll.source.ShellWord;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs {@code reroll diff} where at least one side is commits of a repository. */
final class CommitsDiff {
  private final Streams streams;
  private final Report report;
  private final DiffOptions options;
  private final List<String> names;

  CommitsDiff(Streams streams, Report report, DiffOptions options) {
    this.streams = streams;
    this.report = report;
    this.options = options;
    this.names = options.namesBeforePaths();
  }

  /** Finds the repository, where the names are about its commits. */
  Optional<GitRepository> open() throws Refusal {
    Optional<RepositoryPlace> place = TreeChoice.place(options.given(), streams);
    boolean isRange = MailboxName.hasRange(streams.workingFolder(), names);
    if (place.isEmpty() && isRange) {
      throw TreeChoice.none(
          streams,
          Refusal.unreadable(
              "'" + String.join("' '", names) + "': not in a git repository",
              "reroll diff -g DIR " + words(names)));
    }
    if (place.isEmpty()) {
      return Optional.empty();
    }
    GitRepository repository = RepositorySettings.open(place.get(), streams.environment());
    repository.checkCommitIds();
    if (areCommits(repository, isRange)) {
      return Optional.of(repository);
    }
    repository.close();
    return Optional.empty();
  }

  /** Whether the names are about commits; refuses what is neither that nor a mailbox or mail. */
  private boolean areCommits(GitRepository repository, boolean isRange) throws Refusal {
    if (names.size() < 3 || repository.areThree(names)) {
      return true;
    }
    for (String name : names.subList(0, isRange ? 2 : 3)) {
      if (isMailboxOrMail(name)) {
        return false;
      }
    }
    if (isRange || !options.paths().isEmpty()) {
      return true;
    }
    for (String name : names.subList(0, 3)) {
      if (!repository.areThree(List.of(name, name, name))) {
        throw GitRepository.unknown(name);
      }
    }
    return true;
  }

  private boolean isMailboxOrMail(String name) throws Refusal {
    return MailboxName.isMailbox(streams.workingFolder(), name)
        || (!RangeName.is(name) && MailboxName.seriesIn(name).isPresent());
  }

  /** Compares what the names name. */
  CompareCommits.Result compare(GitRepository repository, CompareMailboxes.Manner manner)
      throws Refusal {
    Optional<CommitPair> pair = pair(repository);
    List<String> paths = pair.isPresent() ? pair.get().paths() : options.paths();
    CommitView view = new CommitView(paths, options.given().values("--notes"), options.abbrev());
    CompareCommits comparing = new CompareCommits(repository, view, manner, report);
    if (pair.isPresent()) {
      return comparing.compare(comparing.of(pair.get().before()), comparing.of(pair.get().after()));
    }
    return comparing.compare(
        side(names.get(0), repository, comparing), side(names.get(1), repository, comparing));
  }

  /** Finds the two ranges that the names write; nothing where one of them is mail. */
  private Optional<CommitPair> pair(GitRepository repository) throws Refusal {
    if (names.size() == 2 && (isMailboxOrMail(names.get(0)) || isMailboxOrMail(names.get(1)))) {
      return Optional.empty();
    }
    boolean isAlone = names.size() == 1 && options.paths().isEmpty();
    if (isAlone && !names.get(0).contains("...")) {
      throw Refusal.unreadable(
          "'" + names.get(0) + "' is one range, and two are compared",
          "reroll diff OLD_BASE..OLD " + words(names),
          "reroll diff OLD...NEW");
    }
    return Optional.of(repository.pair(names, options.paths()));
  }

  private CompareCommits.Source side(
      String name, GitRepository repository, CompareCommits comparing) throws Refusal {
    SeriesSearch search = new SeriesSearch(streams, report, options.given());
    if (search.isMailbox(name)) {
      CompareSeries.NamedMails mails = new CompareSeries.NamedMails(name, search.read(name));
      return comparing.of(
          mails, options.value("--series"), options.versions().stream().findFirst());
    }
    return RangeName.is(name)
        ? comparing.of(
            repository
                .range(name)
                .orElseThrow(() -> Refusal.unreadable("not a commit range: '" + name + "'")))
        : comparing.of(search.findAlone(name));
  }

  /** Returns git's own command for the same comparison. */
  String command(GitRepository repository) throws Refusal {
    if (pair(repository).isEmpty()) {
      throw Refusal.unreadable(
          "-n prints a git command for commits, and mails have none",
          "reroll diff " + words(names));
    }
    String paths = options.paths().isEmpty() ? "" : " -- " + words(options.paths());
    return "git range-diff " + words(names) + paths + "\n";
  }

  private static String words(List<String> words) {
    return words.stream().map(ShellWord::of).collect(Collectors.joining(" "));
  }

  /** Says what speaks against the options where commits are compared. */
  void refuseWhatCannotBe() throws Refusal {
    Optional<String> wrong =
        Stream.of("--json", "--explain", "--latest", "--write-refs")
            .filter(options::has)
            .findFirst();
    if (wrong.isPresent()) {
      throw Refusal.unreadable(
          wrong.get() + " is for mails, not for commits", "reroll diff " + words(names));
    }
  }
}
