package dev.reroll.repo.place;

import dev.reroll.bytes.Octets;
import dev.reroll.patch.QuotedPath;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a repository is.
 *
 * @param gitFolder the repository itself, such as {@code .git}
 * @param workTree what {@code GIT_WORK_TREE} names, relative to the working folder
 * @param workingFolder the folder that one stands in
 * @param origin how it was found
 */
public record RepositoryPlace(
    Path gitFolder, Optional<Path> workTree, Path workingFolder, Origin origin) {
  private static final String BORROWED = "GIT_ALTERNATE_OBJECT_DIRECTORIES";

  /**
   * How a repository was found.
   *
   * @param start the folder from which it was looked for
   * @param isByVariable whether {@code GIT_DIR} named it
   * @param borrowed what {@code GIT_ALTERNATE_OBJECT_DIRECTORIES} has
   */
  public record Origin(Path start, boolean isByVariable, String borrowed) {}

  /** Names a repository that was looked for in {@code workingFolder}. */
  public RepositoryPlace(Path gitFolder, Optional<Path> workTree, Path workingFolder) {
    this(gitFolder, workTree, workingFolder, new Origin(workingFolder, false, ""));
  }

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
    Optional<Path> workTree = top == null ? Optional.empty() : Optional.of(Path.of(top));
    Origin origin =
        new Origin(
            folder.toAbsolutePath().normalize(),
            environment.containsKey("GIT_DIR"),
            environment.getOrDefault(BORROWED, ""));
    return Optional.of(new RepositoryPlace(gitFolder.get(), workTree, folder, origin));
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
    Path folder = named.toAbsolutePath().normalize();
    boolean isRepository = GitFolders.isRepository(folder);
    Optional<Path> found = isRepository ? Optional.of(folder) : GitFolders.find(folder);
    Path start = isRepository && folder.endsWith(".git") ? folder.resolveSibling("") : folder;
    return found.isPresent()
        ? Optional.of(
            new RepositoryPlace(
                found.get(), Optional.empty(), workingFolder, new Origin(start, false, "")))
        : Optional.empty();
  }

  /** Returns the folders of objects: the repository's own, and those that it borrows from. */
  public List<Path> objects() {
    List<Path> more = new ArrayList<>();
    if (!origin.borrowed().isEmpty()) {
      Path start = origin.start();
      Path top = origin.isByVariable() ? start : GitFolders.top(start, gitFolder).orElse(start);
      for (String named : split(origin.borrowed())) {
        GitFolders.path(top, named).ifPresent(more::add);
      }
    }
    return GitFolders.objects(gitFolder, more);
  }

  /** Splits paths at colons (git(1), the variable); quoted ones may hold some. */
  private static List<String> split(String paths) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    while (start < paths.length()) {
      String rest = paths.substring(start);
      Octets quoted = Octets.wrap(rest.getBytes(StandardCharsets.ISO_8859_1));
      int end = rest.startsWith("\"") ? QuotedPath.endOfQuoted(quoted) : rest.indexOf(':');
      parts.add(end < 0 ? rest : rest.substring(0, end));
      start += end < 0 ? rest.length() : end + (rest.startsWith("\"") ? 0 : 1);
      start += rest.startsWith("\"") && paths.startsWith(":", start) ? 1 : 0;
    }
    parts.removeIf(String::isEmpty);
    return parts;
  }
}
