package dev.reroll.repo.place;

import dev.reroll.bytes.Octets;
import dev.reroll.patch.QuotedPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds repositories and their parts by looking at files only (gitrepository-layout(5)): a run that
 * merely stands in a repository loads nothing of JGit for it.
 */
public final class GitFolders {
  private static final String POINTER = "gitdir: ";

  /** As far git follows repositories that borrow from others that borrow. */
  private static final int MAX_DEPTH = 6;

  private GitFolders() {}

  /** Finds the repository that {@code folder} is in: its {@code .git}, or a bare one. */
  public static Optional<Path> find(Path folder) {
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

  /** Whether {@code folder} is a repository itself. */
  public static boolean isRepository(Path folder) {
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
  public static Path common(Path gitFolder) {
    return pointer(gitFolder.resolve("commondir"), "").orElse(gitFolder);
  }

  /**
   * Finds the top of the working tree around {@code folder}: where the {@code .git} is that leads
   * to {@code gitFolder}. Empty within {@code gitFolder} itself.
   */
  static Optional<Path> top(Path folder, Path gitFolder) {
    for (Path at = folder; at != null && !at.equals(gitFolder); at = at.getParent()) {
      Path inner = at.resolve(".git");
      if (inner.equals(gitFolder)
          || (isFile(inner) && pointer(inner, POINTER).filter(gitFolder::equals).isPresent())) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  /**
   * Returns the folders of objects: the repository's own, and those that it borrows from
   * (gitrepository-layout(5), "objects/info/alternates").
   *
   * @param more what {@code GIT_ALTERNATE_OBJECT_DIRECTORIES} has
   */
  public static List<Path> objects(Path gitFolder, List<Path> more) {
    Path own = common(gitFolder).resolve("objects");
    Map<Path, Path> byRealPath = new LinkedHashMap<>();
    byRealPath.put(real(own), own);
    for (Path folder : more) {
      addBorrowed(folder, 1, byRealPath);
    }
    addAlternates(own, 1, byRealPath);
    return List.copyOf(byRealPath.values());
  }

  private static void addAlternates(Path folder, int depth, Map<Path, Path> byRealPath) {
    Path file = folder.resolve("info/alternates");
    for (String line : depth > MAX_DEPTH ? List.<String>of() : lines(file)) {
      if (!line.isEmpty() && !line.startsWith("#")) {
        path(folder, line).ifPresent(named -> addBorrowed(named, depth, byRealPath));
      }
    }
  }

  private static void addBorrowed(Path folder, int depth, Map<Path, Path> byRealPath) {
    if (folder.toFile().isDirectory() && byRealPath.putIfAbsent(real(folder), folder) == null) {
      addAlternates(folder, depth + 1, byRealPath);
    }
  }

  /** Finds what a line of alternates names, which may be quoted as strings in C are. */
  static Optional<Path> path(Path folder, String text) {
    try {
      return Optional.of(folder.resolve(unquoted(text)).normalize());
    } catch (InvalidPathException notEvenAPath) {
      return Optional.empty();
    }
  }

  private static String unquoted(String text) {
    return text.startsWith("\"")
        ? QuotedPath.unquote(Octets.utf8(text)).decode(StandardCharsets.UTF_8)
        : text;
  }

  /** Returns the path without links, where something is there. */
  public static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException nothingThere) {
      return path.toAbsolutePath().normalize();
    }
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
