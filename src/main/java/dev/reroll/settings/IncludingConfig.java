package dev.reroll.settings;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;

/**
 * Reads one configuration file and those that its {@code include.path} and {@code includeIf} name.
 */
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
        String text = new IncludeConditions(places).decide(ConfigTexts.textOf(included), included);
        return text.getBytes(StandardCharsets.UTF_8);
      }
    }
    return NOTHING;
  }
}
