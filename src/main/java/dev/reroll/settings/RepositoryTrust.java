package dev.reroll.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.Config;

/**
 * The rules by which git refuses a repository that it found (git-config(1), "safe.directory" and
 * "safe.bareRepository"): its configuration can name programs to run, so it must be the user's own,
 * or one that the user's own configuration calls safe. A repository that {@code GIT_DIR} names is
 * not asked about.
 */
public final class RepositoryTrust {
  private static final LinkOption NOT_BEHIND_LINKS = LinkOption.NOFOLLOW_LINKS;

  private final Map<String, String> environment;
  private final Path workingFolder;

  /**
   * Judges for a user.
   *
   * @param environment the environment's variables
   * @param workingFolder where relative paths of the user's configuration begin
   */
  public RepositoryTrust(Map<String, String> environment, Path workingFolder) {
    this.environment = environment;
    this.workingFolder = workingFolder;
  }

  /**
   * Why a repository is not used.
   *
   * @param reason in git's words
   * @param top the repository's folder
   * @param remedy the command that lets it be used
   */
  public record Distrust(String reason, Path top, String remedy) {}

  /** Finds what is wrong with the repository that the user stands in, unless it is named. */
  public Optional<Distrust> ofSurroundings() {
    if (environment.containsKey("GIT_DIR")) {
      return Optional.empty();
    }
    Optional<FoundRepository> found = FoundRepository.find(workingFolder);
    return found.isPresent() ? of(found.get()) : Optional.empty();
  }

  /** Finds what is wrong with a repository. */
  public Optional<Distrust> of(FoundRepository found) {
    Path top = real(found.top());
    if (found.workTree().isEmpty() && isBareRefused(top)) {
      return Optional.of(
          new Distrust(
              "cannot use bare repository '" + top + "' (safe.bareRepository is 'explicit')",
              top,
              "export GIT_DIR='" + top + "'"));
    }
    if (isOwn(found) || own().isSafe(top)) {
      return Optional.empty();
    }
    return Optional.of(
        new Distrust(
            "detected dubious ownership in repository at '" + top + "'",
            top,
            "git config --global --add safe.directory '" + top + "'"));
  }

  /** A bare repository in a {@code .git} belongs to a working tree. */
  private boolean isBareRefused(Path folder) {
    String path = folder + "/";
    boolean isInner =
        path.endsWith("/.git/")
            || path.contains("/.git/worktrees/")
            || path.contains("/.git/modules/");
    return !isInner && own().refusesBare();
  }

  private SafeSettings own() {
    return new SafeSettings(environment, workingFolder);
  }

  private boolean isOwn(FoundRepository found) {
    try {
      int user = user();
      for (Path part : found.parts()) {
        int owner = owner(part, NOT_BEHIND_LINKS);
        if (owner != user && !(user == 0 && owner == sudoer())) {
          return false;
        }
      }
      return true;
    } catch (UnsupportedOperationException | IllegalArgumentException noOwners) {
      // A file system without owners, such as Windows': nobody else's folder can be told there.
      return true;
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static int owner(Path path, LinkOption... options) throws IOException {
    return (Integer) Files.getAttribute(path, "unix:uid", options);
  }

  /** Returns the number of the user, whom a process and the files that it makes belong to. */
  private static int user() throws IOException {
    Path process = Path.of("/proc/self");
    if (process.toFile().exists()) {
      return owner(process);
    }
    Path made = Files.createTempFile("reroll", "");
    try {
      return owner(made);
    } finally {
      Files.delete(made);
    }
  }

  /** Returns the number of the user who became root by sudo; -1 where nobody did. */
  private int sudoer() {
    String number = environment.getOrDefault("SUDO_UID", "");
    return number.matches("\\d{1,9}") ? Integer.parseInt(number) : -1;
  }

  private static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException unreadable) {
      return folder;
    }
  }

  /**
   * The variables {@code safe.*}, which count only where no repository can set them: in the
   * system's and the user's files, and in the environment (git-config(1), "safe.directory"). They
   * are read where a repository is another user's, or bare, and nowhere else.
   */
  private static final class SafeSettings {
    private static final String SECTION = "safe";

    private final ConfigPlaces places;
    private final Path workingFolder;
    private final Config config;

    SafeSettings(Map<String, String> environment, Path workingFolder) {
      this.places = ConfigPlaces.withoutRepository(environment, workingFolder);
      this.workingFolder = workingFolder;
      EnvironmentConfig variables = new EnvironmentConfig(environment);
      ConfigTexts texts = ConfigTexts.read(places);
      this.config =
          variables.mentions(SECTION) || texts.mention(SECTION)
              ? variables.over(new ConfigParser(places).parse(texts))
              : new Config();
    }

    /** Whether bare repositories are refused, unless they are named. */
    boolean refusesBare() {
      return "explicit".equals(config.getString(SECTION, null, "bareRepository"));
    }

    /** Whether the user calls the repository at {@code top} safe, whoever owns it. */
    boolean isSafe(Path top) {
      boolean safe = false;
      for (String value : config.getStringList(SECTION, null, "directory")) {
        if (value == null || value.isEmpty()) {
          safe = false;
        } else {
          safe |= value.equals("*") || names(value, top);
        }
      }
      return safe;
    }

    /** Whether a value means {@code top} or, with {@code /*} at its end, a folder above it. */
    private boolean names(String value, Path top) {
      try {
        boolean isAbove = value.endsWith("/*");
        String name = isAbove ? value.substring(0, value.length() - 1) : value;
        Optional<Path> atHome = places.atHome(name);
        Path path = atHome.isPresent() ? atHome.get() : Path.of(name);
        if (!path.isAbsolute() && !value.equals(".")) {
          return false;
        }
        Path folder = workingFolder.resolve(path).toRealPath();
        return isAbove ? top.startsWith(folder) && !top.equals(folder) : top.equals(folder);
      } catch (IOException | InvalidPathException notThere) {
        return false;
      }
    }
  }
}
