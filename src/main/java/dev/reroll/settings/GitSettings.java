package dev.reroll.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.jspecify.annotations.Nullable;

/**
 * Reads git's configuration: system, global, the repository that one stands in, and the environment
 * (git-config(1), "FILES" and "ENVIRONMENT"). Files are read when the first variable is asked for.
 *
 * <p>{@code include.path} is followed; {@code includeIf} is not.
 */
public final class GitSettings {
  private final Map<String, String> environment;
  private final Path workingFolder;
  private @Nullable Config config;

  /** Reads on behalf of a process with {@code environment} that stands in {@code workingFolder}. */
  public GitSettings(Map<String, String> environment, Path workingFolder) {
    this.environment = Map.copyOf(environment);
    this.workingFolder = workingFolder;
  }

  /**
   * Finds the last value of {@code key}, such as {@code color.diff.old}; a file that cannot be read
   * counts as empty.
   *
   * @param key section, where needed a subsection, and name, with dots between
   */
  public Optional<String> find(String key) {
    int first = key.indexOf('.');
    int last = key.lastIndexOf('.');
    String section = key.substring(0, first);
    String subsection = last > first ? key.substring(first + 1, last) : null;
    return Optional.ofNullable(config().getString(section, subsection, key.substring(last + 1)));
  }

  /** Finds a variable of the environment; an empty one counts as there. */
  public Optional<String> environment(String name) {
    return Optional.ofNullable(environment.get(name));
  }

  private Config config() {
    Config loaded = config;
    if (loaded == null) {
      loaded = load();
      config = loaded;
    }
    return loaded;
  }

  private Config load() {
    ConfigPlaces places = new ConfigPlaces(environment, workingFolder);
    Config merged = new Config();
    for (Path file : places.files()) {
      merged = read(file, merged, places);
    }
    return new EnvironmentConfig(environment).over(merged);
  }

  private static Config read(Path file, Config base, ConfigPlaces places) {
    if (!Files.isRegularFile(file)) {
      return base;
    }
    IncludingConfig config = new IncludingConfig(base, file, places);
    try {
      config.fromText(Files.readString(file, StandardCharsets.UTF_8));
      return config;
    } catch (IOException | ConfigInvalidException unreadable) {
      return base;
    }
  }
}
