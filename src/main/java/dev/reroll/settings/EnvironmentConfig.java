package dev.reroll.settings;

import java.util.Locale;
import java.util.Map;
import org.eclipse.jgit.lib.Config;

/**
 * Reads the variables that the environment sets: {@code GIT_CONFIG_COUNT} pairs of {@code
 * GIT_CONFIG_KEY_0} and {@code GIT_CONFIG_VALUE_0}.
 */
final class EnvironmentConfig {
  /** Says how many variables there are. */
  private static final String COUNT = "GIT_CONFIG_COUNT";

  private static final String KEY = "GIT_CONFIG_KEY_";
  private static final int MOST = 1000;

  private final Map<String, String> environment;

  EnvironmentConfig(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Says whether a variable of {@code section}, in lower case, may be set. */
  boolean mentions(String section) {
    if (!environment.containsKey(COUNT)) {
      return false;
    }
    for (Map.Entry<String, String> variable : environment.entrySet()) {
      if (variable.getKey().startsWith(KEY)
          && variable.getValue().toLowerCase(Locale.ROOT).startsWith(section)) {
        return true;
      }
    }
    return false;
  }

  /** Returns {@code base} with the environment's variables laid over it. */
  Config over(Config base) {
    String count = environment.getOrDefault(COUNT, "0");
    if (!count.matches("\\d{1,4}")) {
      return base;
    }
    Config config = new Config(base);
    for (int i = 0; i < Math.min(MOST, Integer.parseInt(count)); i++) {
      set(
          config,
          environment.getOrDefault(KEY + i, ""),
          environment.getOrDefault("GIT_CONFIG_VALUE_" + i, ""));
    }
    return config;
  }

  private static void set(Config config, String key, String value) {
    int first = key.indexOf('.');
    int last = key.lastIndexOf('.');
    if (first > 0) {
      String subsection = last > first ? key.substring(first + 1, last) : null;
      config.setString(key.substring(0, first), subsection, key.substring(last + 1), value);
    }
  }
}
