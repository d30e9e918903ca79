package dev.reroll.repo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds repositories and their parts by looking at files only (gitrepository-layout(5)): a run that
 * merely stands in a repository loads nothing of JGit for it.
 */
final class GitFolders {
  private static final String POINTER = "gitdir: ";
  private static final int MOST_ALTERNATES = 16;

  private GitFolders() {}

  /** Finds the repository that {@code folder} is in: its {@code .git}, or a bare one. */
  static Optional<Path> find(Path folder) {
    Path top = folder.toAbsolutePath().normalize();
    for (Path at = top; at != null; at = at.getParent()) {
      Path inner = at.resolve(".git");
      if (isFile(inner)) {
        inner = pointer(inner, POINTER).orElse(inner);
      }
      if (isRepository(inner)) {
        return Optional.of(inner);
      }
      if (isRepository(at)) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  /** Says whether {@code folder} is a repository itself. */
  static boolean isRepository(Path folder) {
    Path head = folder.resolve("HEAD");
    if (!isFile(head) && !isDangling(folder)) {
      return false;
    }
    Path common = common(folder);
    return common.resolve("objects").toFile().isDirectory()
        && common.resolve("refs").toFile().isDirectory();
  }

  /** Asks the older way, which does not answer itself with an exception where there is nothing. */
  private static boolean isFile(Path path) {
    return path.toFile().isFile();
  }

  /** An old HEAD may be a link to a branch that has no commit yet. */
  private static boolean isDangling(Path folder) {
    return folder.resolve("objects").toFile().isDirectory()
        && Files.isSymbolicLink(folder.resolve("HEAD"));
  }

  /** Returns the folder that a worktree shares with its repository; else the repository itself. */
  static Path common(Path gitFolder) {
    return pointer(gitFolder.resolve("commondir"), "").orElse(gitFolder);
  }

  /** Returns the folders of objects: the repository's own, and those that it borrows from. */
  static List<Path> objects(Path gitFolder) {
    List<Path> folders = new ArrayList<>();
    folders.add(common(gitFolder).resolve("objects"));
    for (int i = 0; i < folders.size() && folders.size() < MOST_ALTERNATES; i++) {
      Path folder = folders.get(i);
      for (String line : lines(folder.resolve("info/alternates"))) {
        if (!line.isBlank() && !line.startsWith("#")) {
          folders.add(folder.resolve(line).normalize());
        }
      }
    }
    return folders;
  }

  private static List<String> lines(Path file) {
    try {
      return isFile(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  /** Reads a file that holds nothing but {@code prefix} and a path. */
  private static Optional<Path> pointer(Path file, String prefix) {
    try {
      String text = isFile(file) ? Files.readString(file).strip() : "";
      return text.startsWith(prefix) && text.length() > prefix.length()
          ? Optional.of(file.resolveSibling(text.substring(prefix.length())).normalize())
          : Optional.empty();
    } catch (IOException | InvalidPathException unreadable) {
      return Optional.empty();
    }
  }
}
