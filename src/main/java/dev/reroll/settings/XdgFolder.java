package dev.reroll.settings;

import java.nio.file.Path;
import java.util.Optional;

/** Finds the folders that the XDG Base Directory Specification names. */
final class XdgFolder {
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
