package dev.reroll.cli;

import dev.reroll.app.EndResultsInTree;
import dev.reroll.app.RepositoryTree;
import dev.reroll.app.TreeUse;
import dev.reroll.message.Refusal;
import dev.reroll.repo.RepositoryPlace;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Decides whether versions are applied to a tree: to that of {@code -g}, else to that of the
 * repository which one stands in, unless {@code --no-tree} is given.
 */
final class TreeChoice {
  private static final String HELP = "reroll diff --help";

  private TreeChoice() {}

  /** Finds the tree; nothing of it is opened yet. */
  static Optional<TreeUse> choose(GivenWords options, Streams streams) throws Refusal {
    boolean isWritten = options.has("--write-refs");
    Optional<RepositoryPlace> place =
        options.has("--no-tree") ? Optional.empty() : place(options, streams);
    boolean isRebased = options.has("--rebase");
    if (isRebased && (isWritten || place.isEmpty())) {
      throw isWritten
          ? Refusal.unreadable("--write-refs writes versions as they were sent, not rebased", HELP)
          : Refusal.unreadable(
              "--rebase needs a git tree", "reroll diff --rebase -g DIR BEFORE AFTER", HELP);
    }
    if (place.isEmpty()) {
      if (isWritten) {
        throw Refusal.unreadable(
            "--write-refs: no repository to write to", "reroll diff -g DIR --write-refs", HELP);
      }
      return Optional.empty();
    }
    boolean isNamed = options.value("--gitdir").isPresent();
    OptionalInt abbrev = DiffOptions.of(options).abbrev();
    return Optional.of(
        new RepositoryTree(
            place.get(),
            streams.environment(),
            new RepositoryTree.Wish(
                isNamed || isWritten || isRebased, isWritten, isRebased, abbrev)));
  }

  /** Finds the tree in which end results are compared; nothing of it is opened yet. */
  static Optional<EndResultsInTree> endResults(
      GivenWords options, Streams streams, Consumer<String> remarks) throws Refusal {
    if (options.has("--no-tree")) {
      return Optional.empty();
    }
    boolean asked = options.value("--gitdir").isPresent();
    return place(options, streams)
        .map(place -> new EndResultsInTree(place, streams.environment(), asked, remarks));
  }

  /**
   * Finds the repository that is named, else the one around.
   *
   * @throws Refusal where there is none of that name
   */
  static Optional<RepositoryPlace> place(GivenWords options, Streams streams) throws Refusal {
    Optional<String> named = options.value("--gitdir");
    if (named.isEmpty()) {
      return RepositoryPlace.around(streams.workingFolder(), streams.environment());
    }
    Path start = streams.workingFolder();
    Optional<RepositoryPlace> place = Optional.empty();
    try {
      place = RepositoryPlace.in(start.resolve(named.get()), start);
    } catch (InvalidPathException notEvenAPath) {
      // There is no such folder.
    }
    if (place.isEmpty()) {
      throw Refusal.unreadable("no git repository in '" + named.get() + "'", HELP);
    }
    return place;
  }
}
