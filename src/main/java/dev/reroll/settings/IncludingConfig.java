package dev.reroll.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;

/** Reads one configuration file and those that its {@code include.path} names. */
final class IncludingConfig extends Config {
  private static final byte[] NOTHING = new byte[0];

  private final Deque<Path> includers = new ArrayDeque<>();
  private final ConfigPlaces places;

  IncludingConfig(Config base, Path file, ConfigPlaces places) {
    super(base);
    includers.push(file);
    this.places = places;
  }

  /** Returns the octets of an included file; none where it cannot be read, as git does. */
  @Override
  protected byte[] readIncludedConfig(String path) throws ConfigInvalidException {
    // JGit does not say which file includes this one: it is the newest beside which the path leads
    // to a file.
    for (Path includer : includers) {
      Path included = places.resolve(path, includer);
      if (Files.isRegularFile(included)) {
        includers.push(included);
        return octetsOf(included);
      }
    }
    return NOTHING;
  }

  private static byte[] octetsOf(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      return NOTHING;
    }
  }
}
