package dev.reroll.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knows where git's configuration files are (git-config(1), "FILES"). */
final class ConfigPlaces {
  private final Map<String, String> environment;
  private final Path workingFolder;
  private final boolean hasRepository;
  private boolean hasLooked;
  private Optional<FoundRepository> found = Optional.empty();

  ConfigPlaces(Map<String, String> environment, Path workingFolder) {
    this(environment, workingFolder, true);
  }

  private ConfigPlaces(Map<String, String> environment, Path workingFolder, boolean hasRepository) {
    this.environment = environment;
    this.workingFolder = workingFolder.toAbsolutePath();
    this.hasRepository = hasRepository;
  }

  /** Returns the places that do not depend on where the user stands. */
  static ConfigPlaces withoutRepository(Map<String, String> environment, Path workingFolder) {
    return new ConfigPlaces(environment, workingFolder, false);
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
      files.add(FoundRepository.commonFolder(git.get()).resolve("config"));
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
    Optional<Path> inHome = atHome(path);
    return inHome.isPresent() ? inHome.get() : includer.toAbsolutePath().resolveSibling(path);
  }

  /** Finds what a path that begins with {@code ~/} means. */
  Optional<Path> atHome(String path) {
    Optional<Path> home = home();
    return path.startsWith("~/") && home.isPresent()
        ? Optional.of(home.get().resolve(path.substring(2)))
        : Optional.empty();
  }

  /** Finds the top of the working tree: where git says that one stands in one. */
  Optional<Path> topLevel() {
    String given = environment.getOrDefault("GIT_WORK_TREE", "");
    RepositoryTrust trust = new RepositoryTrust(environment, workingFolder);
    if (!given.isEmpty() && trust.ofSurroundings().isEmpty()) {
      return Optional.of(path(given));
    }
    if (environment.containsKey("GIT_DIR")) {
      return Optional.of(workingFolder);
    }
    return found().isPresent() ? found().get().workTree() : Optional.empty();
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

  /** Finds the repository that configuration is read from. */
  Optional<Path> gitFolder() {
    if (!hasRepository) {
      return Optional.empty();
    }
    String given = environment.get("GIT_DIR");
    if (given != null) {
      return Optional.of(path(given));
    }
    return found().isPresent() ? Optional.of(found().get().gitFolder()) : Optional.empty();
  }

  /** Finds the repository that the user stands in, unless git would refuse it. */
  private Optional<FoundRepository> found() {
    if (!hasLooked) {
      found = FoundRepository.find(workingFolder);
      if (found.isPresent()
          && new RepositoryTrust(environment, workingFolder).of(found.get()).isPresent()) {
        found = Optional.empty();
      }
      hasLooked = true;
    }
    return found;
  }

  private Path path(String name) {
    return workingFolder.resolve(name);
  }

  private static boolean isTrue(String value) {
    return !value.isEmpty() && !value.equals("0") && !value.equals("false");
  }
}
