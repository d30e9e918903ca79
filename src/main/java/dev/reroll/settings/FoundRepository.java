package dev.reroll.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A repository that was found by looking from a folder upwards (gitrepository-layout(5)).
 *
 * @param gitFolder the repository itself, such as {@code .git}
 * @param workTree the folder that has a {@code .git}; none for a bare repository
 */
public record FoundRepository(Path gitFolder, Optional<Path> workTree) {
  private static final String POINTER = "gitdir: ";

  /** Finds the repository around {@code folder}: a {@code .git} in it or above it, or itself. */
  public static Optional<FoundRepository> find(Path folder) {
    for (Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
      Path inner = at.resolve(".git");
      if (inner.toFile().isFile()) {
        inner = pointer(inner, POINTER).orElse(inner);
      }
      if (isRepository(inner)) {
        return Optional.of(new FoundRepository(inner, Optional.of(at)));
      }
      if (isRepository(at)) {
        return Optional.of(new FoundRepository(at, Optional.empty()));
      }
    }
    return Optional.empty();
  }

  /** Returns what its owner must own: the repository, the working tree, and what leads there. */
  List<Path> parts() throws IOException {
    List<Path> parts = new ArrayList<>();
    if (workTree.isPresent()) {
      Path top = workTree.get().toRealPath();
      parts.add(top);
      parts.add(top.resolve(".git"));
    }
    parts.add(gitFolder);
    return parts;
  }

  /** Returns the folder that stands for the repository in {@code safe.directory}. */
  Path top() {
    return workTree.orElse(gitFolder);
  }

  private static boolean isRepository(Path folder) {
    Path head = folder.resolve("HEAD");
    if (!head.toFile().isFile() && !Files.isSymbolicLink(head)) {
      return false;
    }
    Path common = commonFolder(folder);
    return common.resolve("objects").toFile().isDirectory()
        && common.resolve("refs").toFile().isDirectory();
  }

  /** Returns the folder that a worktree shares with its repository. */
  static Path commonFolder(Path gitFolder) {
    return pointer(gitFolder.resolve("commondir"), "").orElse(gitFolder);
  }

  /** Reads a file that holds nothing but {@code prefix} and a path. */
  private static Optional<Path> pointer(Path file, String prefix) {
    try {
      String text = file.toFile().isFile() ? Files.readString(file).strip() : "";
      return text.startsWith(prefix) && text.length() > prefix.length()
          ? Optional.of(file.resolveSibling(text.substring(prefix.length())).normalize())
          : Optional.empty();
    } catch (IOException | InvalidPathException unreadable) {
      return Optional.empty();
    }
  }
}
