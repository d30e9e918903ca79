package dev.reroll.repo.place;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder whose {@code .gitattributes} and {@code .mailmap} count for commits: that in which
 * {@code git log}, which {@code git range-diff} runs, stands once it has found its repository. It
 * is the top of the working tree only where one stands in that.
 */
public final class TreeTop {
  private final RepositoryPlace place;
  private final Settings settings;

  private TreeTop(RepositoryPlace place, Settings settings) {
    this.place = place;
    this.settings = settings;
  }

  /** Returns the folder; empty where the repository is bare, and none counts. */
  public static Optional<Path> of(RepositoryPlace place, Settings settings) {
    return new TreeTop(place, settings).find();
  }

  private Optional<Path> find() {
    Path start = place.origin().start();
    if (place.workTree().isPresent()) {
      Path named = place.workTree().get();
      // Git log is told the same, and a relative name then counts from where range-diff went.
      return Optional.of(enter(enter(start, named), named));
    }
    Optional<String> configured = settings.find("core.worktree");
    if (configured.isPresent()) {
      return Optional.of(enter(start, place.gitFolder().resolve(configured.get())));
    }
    return isBare() ? Optional.empty() : Optional.of(withoutSettings(start));
  }

  /** Goes to the top of a working tree from any folder of it; stays where one is elsewhere. */
  private static Path enter(Path from, Path top) {
    Path real = GitFolders.real(from.resolve(top));
    return GitFolders.real(from).startsWith(real) ? real : from;
  }

  private boolean isBare() {
    boolean isLinked = !GitFolders.common(place.gitFolder()).equals(place.gitFolder());
    boolean isStandingInside =
        !place.origin().isByVariable()
            && GitFolders.top(place.origin().start(), place.gitFolder()).isEmpty();
    return settings.isTrue("core.bare", isStandingInside) && !isLinked;
  }

  private Path withoutSettings(Path start) {
    return place.origin().isByVariable()
        ? start
        : GitFolders.top(start, place.gitFolder()).orElse(start);
  }
}
