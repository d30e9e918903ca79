package dev.reroll.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;

/** Reads one configuration file and those that its {@code include.path} names. */
final class IncludingConfig extends Config {
  private static final byte[] NOTHING = new byte[0];

  private final Path file;
  private final ConfigPlaces places;

  IncludingConfig(Config base, Path file, ConfigPlaces places) {
    super(base);
    this.file = file;
    this.places = places;
  }

  /** Returns the octets of an included file; none where it cannot be read, as git does. */
  @Override
  protected byte[] readIncludedConfig(String path) throws ConfigInvalidException {
    Path included = places.resolve(path, file);
    try {
      return Files.isRegularFile(included) ? Files.readAllBytes(included) : NOTHING;
    } catch (IOException unreadable) {
      return NOTHING;
    }
  }
}
