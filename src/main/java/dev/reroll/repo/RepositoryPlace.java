package dev.reroll.repo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Says where a repository is.
 *
 * @param gitFolder the repository itself, such as {@code .git}
 * @param workTree the top of the working tree, where it is not the usual one
 * @param workingFolder the folder that one stands in
 */
public record RepositoryPlace(Path gitFolder, Optional<Path> workTree, Path workingFolder) {
  /**
   * Finds the repository that one stands in: by {@code GIT_DIR}, else from the folder upwards.
   *
   * @param environment the environment's variables
   */
  public static Optional<RepositoryPlace> around(Path folder, Map<String, String> environment) {
    Optional<Path> gitFolder = gitFolder(folder, environment);
    if (gitFolder.isEmpty()) {
      return Optional.empty();
    }
    String top = environment.get("GIT_WORK_TREE");
    Optional<Path> workTree = top == null ? Optional.empty() : Optional.of(folder.resolve(top));
    return Optional.of(new RepositoryPlace(gitFolder.get(), workTree, folder));
  }

  private static Optional<Path> gitFolder(Path folder, Map<String, String> environment) {
    String named = environment.get("GIT_DIR");
    if (named == null) {
      return GitFolders.find(folder);
    }
    Path given = folder.resolve(named);
    return GitFolders.isRepository(given) ? Optional.of(given) : Optional.empty();
  }

  /** Finds the repository that {@code named} is, or that is in or above it. */
  public static Optional<RepositoryPlace> in(Path named, Path workingFolder) {
    if (!Files.isDirectory(named)) {
      return Optional.empty();
    }
    Optional<Path> found =
        GitFolders.isRepository(named) ? Optional.of(named) : GitFolders.find(named);
    return found.isPresent()
        ? Optional.of(new RepositoryPlace(found.get(), Optional.empty(), workingFolder))
        : Optional.empty();
  }
}
