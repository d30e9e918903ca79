package dev.reroll.settings;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;

/**
 * Reads the {@code .b4-config} that a project keeps at the top of its tree: {@code b4.*} only,
 * since whoever wrote the tree is not the user.
 */
final class TreeConfig {
  private static final String NAME = ".b4-config";

  private final Config config;

  private TreeConfig(Config config) {
    this.config = config;
  }

  /** Reads the file of the tree at {@code top}; none, or one that cannot be parsed, is empty. */
  static TreeConfig read(Optional<Path> top) {
    String text = top.map(folder -> ConfigTexts.textOf(folder.resolve(NAME))).orElse("");
    Config config = new Config();
    try {
      if (!text.isEmpty()) {
        config.fromText(text);
      }
    } catch (ConfigInvalidException broken) {
      return new TreeConfig(new Config());
    }
    return new TreeConfig(config);
  }

  /** Finds the value of {@code b4.name}. */
  Optional<String> find(String name) {
    return Optional.ofNullable(config.getString("b4", null, name));
  }
}
