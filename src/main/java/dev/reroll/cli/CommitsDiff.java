package dev.reroll.cli;

import dev.reroll.app.CompareCommits;
import dev.reroll.app.CompareMailboxes;
import dev.reroll.app.CompareSeries;
import dev.reroll.app.RepositorySettings;
import dev.reroll.message.Refusal;
import dev.reroll.repo.CommitRange;
import dev.reroll.repo.CommitView;
import dev.reroll.repo.GitRepository;
import dev.reroll.repo.RepositoryPlace;
import dev.reroll.source.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
    if (names.size() == 3) {
      return place.isPresent() ? withAllThree(place.get()) : Optional.empty();
    }
    if (place.isEmpty()) {
      throw TreeChoice.none(
          streams,
          Refusal.unreadable(
              "'" + String.join("' '", names) + "': not in a git repository",
              "reroll diff -g DIR " + words(names)));
    }
    GitRepository repository = RepositorySettings.open(place.get(), streams.environment());
    repository.checkCommitIds();
    return Optional.of(repository);
  }

  private Optional<GitRepository> withAllThree(RepositoryPlace place) throws Refusal {
    GitRepository repository = RepositorySettings.open(place, streams.environment());
    repository.checkCommitIds();
    if (names.stream().allMatch(repository::isCommit)) {
      return Optional.of(repository);
    }
    repository.close();
    return Optional.empty();
  }

  /** Compares what the names name. */
  CompareCommits.Result compare(GitRepository repository, CompareMailboxes.Manner manner)
      throws Refusal {
    CommitView view = new CommitView(options.paths(), options.given().values("--notes"), abbrev());
    CompareCommits comparing = new CompareCommits(repository, view, manner, report);
    List<CompareCommits.Source> sides = new ArrayList<>();
    Optional<List<CommitRange>> ranges = ranges();
    if (ranges.isPresent()) {
      ranges.get().forEach(range -> sides.add(comparing.of(range)));
    } else {
      for (String name : names) {
        sides.add(side(name, comparing));
      }
    }
    return comparing.compare(sides.get(0), sides.get(1));
  }

  /** Finds the two ranges that {@code A...B} or {@code BASE A B} write. */
  private Optional<List<CommitRange>> ranges() throws Refusal {
    if (names.size() == 3) {
      String base = names.get(0);
      return Optional.of(
          List.of(
              CommitRange.between(base, names.get(1)), CommitRange.between(base, names.get(2))));
    }
    if (names.size() == 2) {
      return Optional.empty();
    }
    Optional<List<CommitRange>> both = CommitRange.parseSymmetric(names.get(0));
    if (both.isEmpty()) {
      throw Refusal.unreadable(
          "'" + names.get(0) + "' is one range, and two are compared",
          "reroll diff OLD_BASE..OLD " + words(names),
          "reroll diff OLD...NEW");
    }
    return both;
  }

  private CompareCommits.Source side(String name, CompareCommits comparing) throws Refusal {
    SeriesSearch search = new SeriesSearch(streams, report, options.given());
    if (search.isMailbox(name)) {
      CompareSeries.NamedMails mails = new CompareSeries.NamedMails(name, search.read(name));
      return comparing.of(
          mails, options.value("--series"), options.versions().stream().findFirst());
    }
    Optional<CommitRange> range = RangeName.is(name) ? CommitRange.parse(name) : Optional.empty();
    if (range.isPresent()) {
      return comparing.of(range.get());
    }
    return comparing.of(search.findAlone(name));
  }

  private OptionalInt abbrev() throws Refusal {
    return options.value("--abbrev").isPresent()
        ? OptionalInt.of(options.number("--abbrev", 4, 40, 40))
        : OptionalInt.empty();
  }

  /** Returns git's own command for the same comparison. */
  String command() throws Refusal {
    if (ranges().isEmpty() && !names.stream().allMatch(RangeName::is)) {
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
