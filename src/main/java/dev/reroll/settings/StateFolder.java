package dev.reroll.settings;

import dev.reroll.settings.CacheFolder.XdgFolder;
import java.nio.file.Path;
import java.util.Optional;

/** Knows where programs keep what must outlive them (XDG Base Directory Specification). */
public final class StateFolder {
  private StateFolder() {}

  /** Finds {@code XDG_STATE_HOME}, else {@code ~/.local/state}; a relative path does not count. */
  public static Optional<Path> find(GitSettings settings) {
    return XdgFolder.find(settings, "XDG_STATE_HOME", Path.of(".local", "state"));
  }
}
