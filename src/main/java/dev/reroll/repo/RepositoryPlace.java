package dev.reroll.repo;

import dev.reroll.jgit.QuietGit;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.RepositoryCache;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.jspecify.annotations.Nullable;

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
      return isRepository(given)
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
    return isRepository(named)
        ? Optional.of(new RepositoryPlace(named, Optional.empty(), workingFolder))
        : found(named, workingFolder);
  }

  private static Optional<RepositoryPlace> found(Path folder, Path workingFolder) {
    @Nullable File found =
        new FileRepositoryBuilder()
            .setFS(QuietGit.files())
            .findGitDir(folder.toAbsolutePath().normalize().toFile())
            .getGitDir();
    return found == null
        ? Optional.empty()
        : Optional.of(new RepositoryPlace(found.toPath(), Optional.empty(), workingFolder));
  }

  private static boolean isRepository(Path folder) {
    return RepositoryCache.FileKey.isGitRepository(folder.toFile(), QuietGit.files());
  }

  /** Returns what JGit needs to open it. */
  FileRepositoryBuilder builder() {
    FileRepositoryBuilder builder = new FileRepositoryBuilder().setGitDir(gitFolder.toFile());
    return workTree.map(top -> builder.setWorkTree(top.toFile())).orElse(builder);
  }
}
