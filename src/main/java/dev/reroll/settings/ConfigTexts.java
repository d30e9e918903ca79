package dev.reroll.settings;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The texts of the configuration files, the weakest first, before anyone has parsed them: this
 * class must not know the parser, so that it is loaded only where it is needed.
 */
final class ConfigTexts {
  private final List<Path> files = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();

  private ConfigTexts() {}

  /** Reads the files that there are; what cannot be read counts as not there. */
  static ConfigTexts read(ConfigPlaces places) {
    ConfigTexts read = new ConfigTexts();
    for (Path file : places.files()) {
      String text = textOf(file);
      if (!text.isEmpty()) {
        read.texts.add(text);
        read.files.add(file);
      }
    }
    return read;
  }

  /** Returns the text of {@code file}; empty where it cannot be read. */
  static String textOf(Path file) {
    if (!Files.isRegularFile(file)) {
      return "";
    }
    try (InputStream in = new FileInputStream(file.toFile())) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      return "";
    }
  }

  /**
   * Whether a file may set a variable of {@code section}, itself or through another one that it
   * includes or lets the worktree have.
   */
  boolean mention(String section) {
    for (String text : texts) {
      String lower = text.toLowerCase(Locale.ROOT);
      if (lower.contains(section)
          || lower.contains("include")
          || lower.contains("worktreeconfig")) {
        return true;
      }
    }
    return false;
  }

  /** Returns the files, the weakest first. */
  List<Path> files() {
    return List.copyOf(files);
  }

  /** Returns the text of each file, in the same order. */
  List<String> texts() {
    return List.copyOf(texts);
  }
}
