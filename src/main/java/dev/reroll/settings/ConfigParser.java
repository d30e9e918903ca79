package dev.reroll.settings;

import java.nio.file.Path;
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
}
