package dev.reroll.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;

/** Holds the texts of the configuration files, the weakest first, before anyone has parsed them. */
final class ConfigTexts {
  private final ConfigPlaces places;
  private final List<Path> files = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();

  private ConfigTexts(ConfigPlaces places) {
    this.places = places;
  }

  /** Reads the files that there are; what cannot be read counts as not there. */
  static ConfigTexts read(ConfigPlaces places) {
    ConfigTexts read = new ConfigTexts(places);
    for (Path file : places.files()) {
      String text = textOf(file);
      if (!text.isEmpty()) {
        read.texts.add(text);
        read.files.add(file);
      }
    }
    return read;
  }

  private static String textOf(Path file) {
    try {
      return Files.isRegularFile(file)
          ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
          : "";
    } catch (IOException unreadable) {
      return "";
    }
  }

  /** Says whether a file may set a variable of {@code section}, itself or by including another. */
  boolean mention(String section) {
    for (String text : texts) {
      String lower = text.toLowerCase(Locale.ROOT);
      if (lower.contains(section) || lower.contains("include")) {
        return true;
      }
    }
    return false;
  }

  /** Parses the files; one that cannot be parsed counts as empty. */
  Config parse() {
    Config merged = new Config();
    for (int i = 0; i < files.size(); i++) {
      merged = parse(texts.get(i), files.get(i), merged);
    }
    return merged;
  }

  private Config parse(String text, Path file, Config base) {
    try {
      IncludingConfig config = new IncludingConfig(base, file, places);
      config.fromText(text);
      return config;
    } catch (ConfigInvalidException broken) {
      return base;
    }
  }
}
