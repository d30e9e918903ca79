package dev.reroll.settings;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;

/** Parses configuration files one over the other. */
final class ConfigParser {
  private final ConfigPlaces places;

  ConfigParser(ConfigPlaces places) {
    this.places = places;
  }

  /**
   * Parses {@code texts}, and the worktree's own file where the repository has such files; one that
   * cannot be parsed counts as empty.
   */
  Config parse(ConfigTexts texts) {
    Config merged = new Config();
    for (int i = 0; i < texts.files().size(); i++) {
      merged = parse(texts.texts().get(i), texts.files().get(i), merged);
    }
    Optional<Path> worktree = places.worktreeFile();
    if (worktree.isPresent() && merged.getBoolean("extensions", "worktreeConfig", false)) {
      return parse(ConfigTexts.textOf(worktree.get()), worktree.get(), merged);
    }
    return merged;
  }

  private Config parse(String text, Path file, Config base) {
    try {
      IncludingConfig config = new IncludingConfig(base, file, places);
      config.fromText(new IncludeConditions(places).decide(text, file));
      return config;
    } catch (ConfigInvalidException broken) {
      return base;
    }
  }

  /**
   * Reads one configuration file and those that its {@code include.path} and {@code includeIf}
   * name.
   */
  private static final class IncludingConfig extends Config {
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
      // JGit does not say which file includes this one: it is the newest beside which the path
      // leads
      // to a file.
      for (Path includer : includers) {
        Path included = places.resolve(path, includer);
        if (Files.isRegularFile(included)) {
          includers.push(included);
          String text =
              new IncludeConditions(places).decide(ConfigTexts.textOf(included), included);
          return text.getBytes(StandardCharsets.UTF_8);
        }
      }
      return NOTHING;
    }
  }
}
