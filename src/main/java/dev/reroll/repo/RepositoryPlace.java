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
    Optional<Path> workTree =
        Optional.ofNullable(environment.get("GIT_WORK_TREE")).map(folder::resolve);
    String named = environment.get("GIT_DIR");
    if (named != null) {
      Path given = folder.resolve(named);
      return GitFolders.isRepository(given)
          ? Optional.of(new RepositoryPlace(given, workTree, folder))
          : Optional.empty();
    }
    return found(folder, folder).map(at -> new RepositoryPlace(at.gitFolder, workTree, folder));
  }

  /** Finds the repository that {@code named} is, or that is in or above it. */
  public static Optional<RepositoryPlace> in(Path named, Path workingFolder) {
    if (!Files.isDirectory(named)) {
      return Optional.empty();
    }
    return GitFolders.isRepository(named)
        ? Optional.of(new RepositoryPlace(named, Optional.empty(), workingFolder))
        : found(named, workingFolder);
  }

  private static Optional<RepositoryPlace> found(Path folder, Path workingFolder) {
    return GitFolders.find(folder)
        .map(found -> new RepositoryPlace(found, Optional.empty(), workingFolder));
  }
}
