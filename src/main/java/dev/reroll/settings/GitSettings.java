package dev.reroll.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.Config;
import org.jspecify.annotations.Nullable;

/**
 * Reads git's configuration: system, global, the repository that one stands in, and the environment
 * (git-config(1), "FILES" and "ENVIRONMENT"). Files are read when the first variable is asked for,
 * and parsed only if they mention its section: most runs need none, and loading the parser takes as
 * long as a small comparison.
 *
 * <p>Includes are followed, also {@code includeIf}. The repository counts only where git would use
 * it ({@link RepositoryTrust}). Not for several threads at once.
 */
public final class GitSettings {
  private final Map<String, String> environment;
  private final ConfigPlaces places;
  private @Nullable ConfigTexts texts;
  private @Nullable Config config;

  /** Reads on behalf of a process with {@code environment} that stands in {@code workingFolder}. */
  public GitSettings(Map<String, String> environment, Path workingFolder) {
    this.environment = Map.copyOf(environment);
    this.places = new ConfigPlaces(this.environment, workingFolder);
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
    if (!mayHold(section)) {
      return Optional.empty();
    }
    String subsection = last > first ? key.substring(first + 1, last) : null;
    return Optional.ofNullable(config().getString(section, subsection, key.substring(last + 1)));
  }

  /** Returns all values of {@code key}, the weakest first; an empty one starts the list anew. */
  public List<String> findAll(String key) {
    int first = key.indexOf('.');
    int last = key.lastIndexOf('.');
    String section = key.substring(0, first);
    if (!mayHold(section)) {
      return List.of();
    }
    String subsection = last > first ? key.substring(first + 1, last) : null;
    List<String> values = new ArrayList<>();
    for (String value : config().getStringList(section, subsection, key.substring(last + 1))) {
      if (value == null || value.isEmpty()) {
        values.clear();
      } else {
        values.add(value);
      }
    }
    return values;
  }

  /** Returns the subsections of {@code section} in which anything is set. */
  public Set<String> subsections(String section) {
    return mayHold(section) ? config().getSubsections(section) : Set.of();
  }

  /**
   * Whether a variable may be set whose section is {@code section}; a dot at its end stands for the
   * bracket that a file has in its place. No file is parsed.
   */
  public boolean mentions(String section) {
    String name = section.endsWith(".") ? section.substring(0, section.length() - 1) : section;
    return new EnvironmentConfig(environment).mentions(section) || texts().mention("[" + name);
  }

  /** Finds a variable of the environment; an empty one counts as there. */
  public Optional<String> environment(String name) {
    return Optional.ofNullable(environment.get(name));
  }

  /** Finds the top of the working tree that one stands in. */
  Optional<Path> topLevel() {
    return places.topLevel();
  }

  private boolean mayHold(String section) {
    return new EnvironmentConfig(environment).mentions(section) || texts().mention(section);
  }

  private ConfigTexts texts() {
    ConfigTexts read = texts;
    if (read == null) {
      read = ConfigTexts.read(places);
      texts = read;
    }
    return read;
  }

  private Config config() {
    Config loaded = config;
    if (loaded == null) {
      Config files = new ConfigParser(places).parse(texts());
      loaded = new EnvironmentConfig(environment).over(files);
      config = loaded;
    }
    return loaded;
  }
}
