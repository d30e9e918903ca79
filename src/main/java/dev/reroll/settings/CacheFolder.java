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
}
