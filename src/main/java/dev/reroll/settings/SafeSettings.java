package dev.reroll.settings;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.Config;

/**
 * The variables {@code safe.*}, which count only where no repository can set them: in the system's
 * and the user's files, and in the environment (git-config(1), "safe.directory"). They are read
 * where a repository is another user's, or bare, and nowhere else.
 */
final class SafeSettings {
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
