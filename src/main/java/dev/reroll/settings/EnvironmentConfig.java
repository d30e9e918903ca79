package dev.reroll.settings;

import java.util.Locale;
import java.util.Map;
import org.eclipse.jgit.lib.Config;

/**
 * Reads the variables that the environment sets: {@code GIT_CONFIG_COUNT} pairs of {@code
 * GIT_CONFIG_KEY_0} and {@code GIT_CONFIG_VALUE_0}, and over them what {@code git -c} hands on.
 */
final class EnvironmentConfig {
  /** Says how many variables there are. */
  private static final String COUNT = "GIT_CONFIG_COUNT";

  private static final String KEY = "GIT_CONFIG_KEY_";
  private static final String PARAMETERS = "GIT_CONFIG_PARAMETERS";
  private static final int MOST = 1000;

  private final Map<String, String> environment;

  EnvironmentConfig(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Says whether a variable of {@code section}, in lower case, may be set. */
  boolean mentions(String section) {
    if (environment.getOrDefault(PARAMETERS, "").toLowerCase(Locale.ROOT).contains(section)) {
      return true;
    }
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
    int pairs = count.matches("\\d{1,4}") ? Math.min(MOST, Integer.parseInt(count)) : 0;
    Config config = base;
    for (int i = 0; i < pairs; i++) {
      config =
          with(
              config,
              environment.getOrDefault(KEY + i, ""),
              environment.getOrDefault("GIT_CONFIG_VALUE_" + i, ""));
    }
    for (GivenVariable variable : GivenVariable.read(environment.getOrDefault(PARAMETERS, ""))) {
      config = with(config, variable.key(), variable.value());
    }
    return config;
  }

  /** Lays a variable over {@code base}, so that values which were set before are still there. */
  private static Config with(Config base, String key, String value) {
    int first = key.indexOf('.');
    int last = key.lastIndexOf('.');
    if (first <= 0) {
      return base;
    }
    Config config = new Config(base);
    String subsection = last > first ? key.substring(first + 1, last) : null;
    config.setString(key.substring(0, first), subsection, key.substring(last + 1), value);
    return config;
  }
}
