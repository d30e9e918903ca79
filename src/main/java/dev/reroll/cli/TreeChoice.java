package dev.reroll.cli;

import dev.reroll.app.RepositoryTree;
import dev.reroll.app.TreeUse;
import dev.reroll.message.Refusal;
import dev.reroll.repo.RepositoryPlace;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Decides whether versions are applied to a tree: to that of {@code -g}, else to that of the
 * repository which one stands in, unless {@code --no-tree} is given.
 */
final class TreeChoice {
  private TreeChoice() {}

  /** Finds the tree; nothing of it is opened yet. */
  static Optional<TreeUse> choose(GivenWords options, Streams streams) throws Refusal {
    if (options.has("--no-tree")) {
      return Optional.empty();
    }
    Optional<RepositoryPlace> place = place(options, streams);
    boolean asked = options.value("--gitdir").isPresent();
    return place.isPresent()
        ? Optional.of(new RepositoryTree(place.get(), streams.environment(), asked))
        : Optional.empty();
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
      throw Refusal.unreadable("no git repository in '" + named.get() + "'", "reroll diff --help");
    }
    return place;
  }
}
