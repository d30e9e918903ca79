package dev.reroll.cli.option;

import dev.reroll.app.select.RangeReader;
import dev.reroll.app.select.VersionSource;
import dev.reroll.app.tree.RepositorySettings;
import dev.reroll.cli.terminal.Streams;
import dev.reroll.problem.Hint;
import dev.reroll.problem.Refusal;
import dev.reroll.repo.GitRepository;
import dev.reroll.repo.commits.CommitView;
import dev.reroll.repo.place.RepositoryPlace;
import dev.reroll.repo.revisions.CommitPair;
import dev.reroll.source.MailboxSource;
import dev.reroll.source.ShellWord;
import dev.reroll.source.server.SeriesName;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the names on a command line name: mailboxes, mails, or commits of a repository.
 *
 * @param list one or two sources, the older version's first
 * @param ranges reads the commits among them; its repository is open. Empty where there are none
 */
record SourceNames(List<VersionSource> list, Optional<RangeReader> ranges) {
  SourceNames {
    list = List.copyOf(list);
  }

  /**
   * Finds out what the names of {@code request} name.
   *
   * @throws Refusal where one can name nothing, or there are too many
   */
  static SourceNames find(Streams streams, VersionChoice.Request request) throws Refusal {
    return new Finder(streams, request).find();
  }

  /** The way from names to sources. */
  private record Finder(Streams streams, VersionChoice.Request request) {
    SourceNames find() throws Refusal {
      if (MailboxName.mayBeCommits(streams.workingFolder(), request.namesBeforePaths())) {
        Optional<GitRepository> repository = repository();
        if (repository.isPresent()) {
          return ofCommits(repository.get());
        }
      }
      return ofMails();
    }

    private List<String> names() {
      return request.namesBeforePaths();
    }

    private SourceNames ofMails() throws Refusal {
      if (request.names().isEmpty()) {
        throw Refusal.unreadable(
            "no series or mailbox given", Hint.again("BEFORE AFTER"), Hint.again("--help"));
      }
      if (request.names().size() > 2) {
        throw Refusal.unreadable(
            "'" + request.names().get(2) + "' is one name too many, two can be compared",
            Hint.again(words(request.names().subList(0, 2))));
      }
      boolean areMailboxes = MailboxName.areMailboxes(streams.workingFolder(), request.names());
      List<VersionSource> sources = new ArrayList<>();
      for (String name : request.names()) {
        sources.add(areMailboxes ? new VersionSource.InMailbox(name) : mails(name));
      }
      return new SourceNames(sources, Optional.empty());
    }

    /** Returns the mailbox or the mail that {@code name} names. */
    private VersionSource mails(String name) throws Refusal {
      if (MailboxName.isMailbox(streams.workingFolder(), name)) {
        return new VersionSource.InMailbox(name);
      }
      Optional<SeriesName> mail = MailboxName.seriesIn(name);
      if (mail.isEmpty()) {
        throw Refusal.unreadable(
            "'" + name + "' is neither a file nor a message-id nor a URL with one",
            Hint.again("MESSAGE-ID"),
            Hint.again("BEFORE.mbox AFTER.mbox"));
      }
      return new VersionSource.OfMail(name, mail.get());
    }

    /** Opens the repository, where the names are about its commits. */
    private Optional<GitRepository> repository() throws Refusal {
      Optional<RepositoryPlace> place = TreeChoice.place(request.options(), streams);
      boolean isRange = MailboxName.hasRange(streams.workingFolder(), names());
      if (place.isEmpty()) {
        if (isRange) {
          throw TreeChoice.none(
              streams,
              Refusal.unreadable(
                  "'" + String.join("' '", names()) + "': not in a git repository",
                  Hint.again("-g DIR " + words(names()))));
        }
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
      List<String> names = names();
      if (names.size() < 3 || repository.areThree(names)) {
        return true;
      }
      for (String name : names.subList(0, isRange ? 2 : 3)) {
        if (isMailboxOrMail(name)) {
          return false;
        }
      }
      if (isRange || !request.paths().isEmpty()) {
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

    private SourceNames ofCommits(GitRepository repository) throws Refusal {
      List<String> names = names();
      List<VersionSource> sources = new ArrayList<>();
      List<String> paths = request.paths();
      if (names.size() == 2 && (isMailboxOrMail(names.get(0)) || isMailboxOrMail(names.get(1)))) {
        for (String name : names) {
          sources.add(isMailboxOrMail(name) ? mails(name) : range(name, repository));
        }
      } else {
        CommitPair pair = pair(repository);
        sources.add(new VersionSource.OfCommits(pair.before()));
        sources.add(new VersionSource.OfCommits(pair.after()));
        paths = pair.paths();
      }
      GivenWords options = request.options();
      CommitView view =
          new CommitView(
              paths,
              options.values(DiffOptions.NOTES),
              DiffOptions.of(options).abbrev(),
              request.isWhole());
      return new SourceNames(sources, Optional.of(new RangeReader(repository, view)));
    }

    private static VersionSource range(String name, GitRepository repository) throws Refusal {
      return new VersionSource.OfCommits(
          repository
              .range(name)
              .orElseThrow(() -> Refusal.unreadable("not a commit range: '" + name + "'")));
    }

    private CommitPair pair(GitRepository repository) throws Refusal {
      boolean isAlone = names().size() == 1 && request.paths().isEmpty();
      if (isAlone && !names().get(0).contains("...")) {
        throw Refusal.unreadable(
            "'" + names().get(0) + "' is one range, but two are needed",
            Hint.again("OLD_BASE..OLD " + words(names())),
            Hint.again("OLD...NEW"));
      }
      return repository.pair(names(), request.paths());
    }
  }

  private static String words(List<String> words) {
    return String.join(" ", words.stream().map(ShellWord::of).toList());
  }

  /**
   * Tells what a positional argument names: an existing path first, then a URL, then a message-id.
   */
  private static final class MailboxName {
    private MailboxName() {}

    /**
     * Whether all {@code names} are mailboxes, seen from {@code start}, or nothing that anyone
     * knows; refuses empty names and - twice.
     */
    static boolean areMailboxes(Path start, List<String> names) throws Refusal {
      boolean all = true;
      int inputCount = 0;
      for (String name : names) {
        if (name.isEmpty()) {
          throw Refusal.unreadable("a mailbox has an empty name", Hint.again("BEFORE AFTER"));
        }
        inputCount += name.equals(MailboxSource.STANDARD_INPUT) ? 1 : 0;
        all &= isMailbox(start, name) || seriesIn(name).isEmpty();
      }
      if (inputCount > 1) {
        throw Refusal.unreadable(
            "standard input can be only one of the two sides", Hint.again("v1.mbox - < v2.mbox"));
      }
      return all;
    }

    /**
     * Whether {@code names} may be about commits: one looks like a range and is no file, or there
     * are three, or more.
     */
    static boolean mayBeCommits(Path start, List<String> names) {
      return names.size() >= 3 || hasRange(start, names);
    }

    /** Whether one of {@code names} looks like a range and is no file. */
    static boolean hasRange(Path start, List<String> names) {
      boolean has = false;
      for (String name : names) {
        has |= RangeName.is(name) && !isMailbox(start, name);
      }
      return has;
    }

    /** Whether the name is that of a file or folder, or of standard input. */
    static boolean isMailbox(Path start, String name) {
      return name.equals(MailboxSource.STANDARD_INPUT) || exists(start, name);
    }

    /**
     * Finds the mail that {@code name} names; files come first, so callers look for them before.
     *
     * @throws Refusal where it is a web address without a message-id
     */
    static Optional<SeriesName> seriesIn(String name) throws Refusal {
      Optional<SeriesName> series = SeriesName.find(name);
      if (series.isEmpty() && SeriesName.isAddress(name)) {
        throw Refusal.unreadable(
            "no message-id in the address '" + name + "'", Hint.again("MESSAGE-ID"));
      }
      return series;
    }

    private static boolean exists(Path start, String name) {
      try {
        return Files.exists(start.resolve(name));
      } catch (InvalidPathException notEvenAPath) {
        return false;
      }
    }
  }
}
