package dev.reroll.settings;

import java.nio.file.Path;
import java.util.Optional;

/** Knows where programs keep what they can make again (XDG Base Directory Specification). */
public final class CacheFolder {
  private CacheFolder() {}

  /**
   * Finds our folder in {@code XDG_CACHE_HOME}, else in {@code ~/.cache}; a relative path does not
   * count. It may not exist yet.
   */
  public static Optional<Path> find(GitSettings settings) {
    return XdgFolder.find(settings, "XDG_CACHE_HOME", Path.of(".cache"))
        .map(folder -> folder.resolve("reroll"));
  }

  /** Finds the folders that the XDG Base Directory Specification names. */
  static final class XdgFolder {
    private XdgFolder() {}

    /** Finds what {@code variable} holds, else {@code inHome}; a relative path does not count. */
    static Optional<Path> find(GitSettings settings, String variable, Path inHome) {
      return settings
          .environment(variable)
          .filter(name -> !name.isEmpty())
          .map(Path::of)
          .filter(Path::isAbsolute)
          .or(
              () ->
                  settings
                      .environment("HOME")
                      .filter(home -> !home.isEmpty())
                      .map(home -> Path.of(home).resolve(inHome)));
    }
  }
}
