package dev.reroll.settings;

import java.nio.file.Path;
import java.util.Optional;

/** Knows where programs keep what must outlive them (XDG Base Directory Specification). */
public final class StateFolder {
  private StateFolder() {}

  /** Finds {@code XDG_STATE_HOME}, else {@code ~/.local/state}; a relative path does not count. */
  public static Optional<Path> find(GitSettings settings) {
    return settings
        .environment("XDG_STATE_HOME")
        .filter(name -> !name.isEmpty())
        .map(Path::of)
        .filter(Path::isAbsolute)
        .or(
            () ->
                settings
                    .environment("HOME")
                    .filter(home -> !home.isEmpty())
                    .map(home -> Path.of(home).resolve(".local").resolve("state")));
  }
}
