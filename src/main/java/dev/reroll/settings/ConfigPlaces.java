package dev.reroll.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knows where git's configuration files are (git-config(1), "FILES"). */
final class ConfigPlaces {
  private final Map<String, String> environment;
  private final Path workingFolder;

  ConfigPlaces(Map<String, String> environment, Path workingFolder) {
    this.environment = environment;
    this.workingFolder = workingFolder.toAbsolutePath();
  }

  /** Returns the files, the weakest first; some may not exist. */
  List<Path> files() {
    List<Path> files = new ArrayList<>();
    if (!isTrue(environment.getOrDefault("GIT_CONFIG_NOSYSTEM", ""))) {
      files.add(path(environment.getOrDefault("GIT_CONFIG_SYSTEM", "/etc/gitconfig")));
    }
    String global = environment.get("GIT_CONFIG_GLOBAL");
    if (global != null) {
      files.add(path(global));
    } else {
      addResolved(xdg(), "git/config", files);
      addResolved(home(), ".gitconfig", files);
    }
    Optional<Path> git = gitFolder();
    if (git.isPresent()) {
      files.add(commonFolder(git.get()).resolve("config"));
    }
    return files;
  }

  private static void addResolved(Optional<Path> folder, String name, List<Path> files) {
    if (folder.isPresent()) {
      files.add(folder.get().resolve(name));
    }
  }

  /** Finds the file that only the worktree has, which counts where an extension says so. */
  Optional<Path> worktreeFile() {
    return gitFolder().map(folder -> folder.resolve("config.worktree"));
  }

  /** Returns the file that {@code path} in {@code includer} means. */
  Path resolve(String path, Path includer) {
    if (path.startsWith("~/") && home().isPresent()) {
      return home().get().resolve(path.substring(2));
    }
    return includer.toAbsolutePath().resolveSibling(path);
  }

  /** Finds the top of the working tree: where git says that one stands in one. */
  Optional<Path> topLevel() {
    String given = environment.getOrDefault("GIT_WORK_TREE", "");
    if (!given.isEmpty()) {
      return Optional.of(path(given));
    }
    if (environment.containsKey("GIT_DIR")) {
      return Optional.of(workingFolder);
    }
    for (Path folder = workingFolder; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve(".git"))) {
        return Optional.of(folder);
      }
    }
    return Optional.empty();
  }

  private Optional<Path> home() {
    return folder("HOME");
  }

  private Optional<Path> xdg() {
    Optional<Path> given = folder("XDG_CONFIG_HOME");
    Optional<Path> home = home();
    return given.isEmpty() && home.isPresent() ? Optional.of(home.get().resolve(".config")) : given;
  }

  /** Finds the folder that a variable of the environment names. */
  private Optional<Path> folder(String variable) {
    String name = environment.getOrDefault(variable, "");
    return name.isEmpty() ? Optional.empty() : Optional.of(path(name));
  }

  private Optional<Path> gitFolder() {
    String given = environment.get("GIT_DIR");
    if (given != null) {
      return Optional.of(path(given));
    }
    for (Path folder = workingFolder; folder != null; folder = folder.getParent()) {
      Path candidate = folder.resolve(".git");
      if (Files.isDirectory(candidate)) {
        return Optional.of(candidate);
      }
      if (Files.isRegularFile(candidate)) {
        return pointer(candidate, "gitdir: ");
      }
      if (isBareRepository(folder)) {
        return Optional.of(folder);
      }
    }
    return Optional.empty();
  }

  private static boolean isBareRepository(Path folder) {
    return Files.isRegularFile(folder.resolve("HEAD"))
        && Files.isDirectory(folder.resolve("objects"))
        && Files.isDirectory(folder.resolve("refs"));
  }

  /** Returns the folder that a worktree shares with its repository. */
  private static Path commonFolder(Path gitFolder) {
    return pointer(gitFolder.resolve("commondir"), "").orElse(gitFolder);
  }

  /** Reads a file that holds nothing but {@code prefix} and a path. */
  private static Optional<Path> pointer(Path file, String prefix) {
    try {
      String text = Files.isRegularFile(file) ? Files.readString(file).strip() : "";
      return text.startsWith(prefix) && text.length() > prefix.length()
          ? Optional.of(file.resolveSibling(text.substring(prefix.length())).normalize())
          : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private Path path(String name) {
    return workingFolder.resolve(name);
  }

  private static boolean isTrue(String value) {
    return !value.isEmpty() && !value.equals("0") && !value.equals("false");
  }
}
