package dev.reroll.cli.option;

import dev.reroll.app.prepare.TreeUse;
import dev.reroll.app.tree.EndResultsInTree;
import dev.reroll.app.tree.RepositoryTree;
import dev.reroll.cli.terminal.Streams;
import dev.reroll.problem.Hint;
import dev.reroll.problem.Refusal;
import dev.reroll.repo.place.RepositoryPlace;
import dev.reroll.settings.FoundRepository;
import dev.reroll.settings.RepositoryTrust;
import dev.reroll.settings.RepositoryTrust.Distrust;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Decides whether versions are applied to a tree: to that of {@code -g}, else to that of the
 * repository which one stands in, unless {@code --no-tree} is given.
 */
public final class TreeChoice {
  /** {@code -g}: the repository. */
  public static final Option.Value GITDIR =
      new Option.Value(
          "-g, --gitdir DIR",
          "take commits from the repository in DIR, and apply mails to its trees");

  /** {@code --no-tree}: no repository, not even the current one. */
  public static final Option.Flag NO_TREE =
      new Option.Flag(
          "--no-tree",
          "compare mails as they were sent, also in a repository that has what they were made on");

  /** {@code --rebase}: the older version on the base of the newer one. */
  public static final Option.Flag REBASE =
      new Option.Flag(
          "--rebase",
          "rebase the older version onto the base of the newer one, so that no change of others"
              + " shows; needs a tree that has what they were made on",
          "Three-way merges are made in memory. A patch that conflicts is named, and compared as it"
              + " was mailed.");

  /** {@code --write-refs}: the versions as commits with refs. */
  public static final Option.Flag WRITE_REFS =
      new Option.Flag(
          "--write-refs",
          "write the versions as commits, for you to try, and show their ids:"
              + " refs/reroll/SERIES/VERSION");

  private static final Hint HELP = Hint.again("--help");

  private TreeChoice() {}

  /** Finds the tree; nothing of it is opened yet. */
  static Optional<TreeUse> choose(GivenWords options, Streams streams) throws Refusal {
    boolean isWritten = options.has(WRITE_REFS);
    Optional<RepositoryPlace> place =
        options.has(NO_TREE) ? Optional.empty() : place(options, streams);
    boolean isRebased = options.has(REBASE);
    if (isRebased && (isWritten || place.isEmpty())) {
      throw isWritten
          ? Refusal.unreadable("--write-refs writes versions as they were sent, not rebased", HELP)
          : none(
              streams,
              Refusal.unreadable(
                  "--rebase needs a git tree", Hint.again("--rebase -g DIR BEFORE AFTER"), HELP));
    }
    if (place.isEmpty()) {
      if (isWritten) {
        throw none(
            streams,
            Refusal.unreadable(
                "--write-refs: no repository to write to",
                Hint.again("-g DIR --write-refs"),
                HELP));
      }
      return Optional.empty();
    }
    boolean isNamed = options.value(GITDIR).isPresent();
    OptionalInt abbrev = DiffOptions.of(options).abbrev();
    return Optional.of(
        new RepositoryTree(
            place.get(),
            streams.environment(),
            new RepositoryTree.Request(
                isNamed || isWritten || isRebased, isWritten, isRebased, abbrev)));
  }

  /** Finds the tree in which end results are compared; nothing of it is opened yet. */
  public static Optional<EndResultsInTree> endResults(
      GivenWords options, Streams streams, Consumer<String> remarks) throws Refusal {
    if (options.has(NO_TREE)) {
      return Optional.empty();
    }
    boolean asked = options.value(GITDIR).isPresent();
    return place(options, streams)
        .map(place -> new EndResultsInTree(place, streams.environment(), asked, remarks));
  }

  /**
   * Finds the repository that is named, else the one around.
   *
   * @throws Refusal where there is none of that name, or one that git would not use there
   */
  public static Optional<RepositoryPlace> place(GivenWords options, Streams streams)
      throws Refusal {
    Optional<String> named = options.value(GITDIR);
    Path start = streams.workingFolder();
    if (named.isEmpty()) {
      return trust(streams).ofSurroundings().isEmpty()
          ? RepositoryPlace.around(start, streams.environment())
          : Optional.empty();
    }
    Optional<RepositoryPlace> place = Optional.empty();
    Optional<Distrust> distrust = Optional.empty();
    try {
      Path folder = start.resolve(named.get());
      place = RepositoryPlace.in(folder, start);
      distrust = place.isPresent() ? distrust(folder, place.get(), streams) : Optional.empty();
    } catch (InvalidPathException notEvenAPath) {
      // There is no such folder.
    }
    if (distrust.isPresent()) {
      throw refusal(distrust.get());
    }
    if (place.isEmpty()) {
      throw Refusal.unreadable("no git repository in '" + named.get() + "'", HELP);
    }
    return place;
  }

  /** Finds why git would not use the repository at {@code place}, found from {@code folder} on. */
  private static Optional<Distrust> distrust(Path folder, RepositoryPlace place, Streams streams) {
    Path gitFolder = place.gitFolder().toAbsolutePath().normalize();
    FoundRepository found =
        FoundRepository.find(folder)
            .filter(repository -> repository.gitFolder().equals(gitFolder))
            .orElse(new FoundRepository(gitFolder, Optional.empty()));
    return trust(streams).of(found);
  }

  private static RepositoryTrust trust(Streams streams) {
    return new RepositoryTrust(streams.environment(), streams.workingFolder());
  }

  /** Returns why there is no repository around: git would not use it, or else {@code otherwise}. */
  public static Refusal none(Streams streams, Refusal otherwise) {
    return trust(streams).ofSurroundings().map(TreeChoice::refusal).orElse(otherwise);
  }

  private static Refusal refusal(Distrust distrust) {
    return Refusal.unreadable(distrust.reason(), distrust.remedy());
  }
}
