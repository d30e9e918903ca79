package dev.reroll.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jgit.lib.Config;

/**
 * Reads the variables that the environment sets: {@code GIT_CONFIG_COUNT} pairs of {@code
 * GIT_CONFIG_KEY_0} and {@code GIT_CONFIG_VALUE_0}, and over them what {@code git -c} hands on.
 */
final class EnvironmentConfig {
  /** Returns how many variables there are. */
  private static final String COUNT = "GIT_CONFIG_COUNT";

  private static final String KEY = "GIT_CONFIG_KEY_";
  private static final String PARAMETERS = "GIT_CONFIG_PARAMETERS";
  private static final int MAX_VARIABLES = 1000;

  private final Map<String, String> environment;

  EnvironmentConfig(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Whether a variable of {@code section}, in lower case, may be set. */
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
    int pairs = count.matches("\\d{1,4}") ? Math.min(MAX_VARIABLES, Integer.parseInt(count)) : 0;
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

  /**
   * A variable that {@code git -c} hands on in {@code GIT_CONFIG_PARAMETERS}: {@code
   * 'key'='value'}, or {@code 'key=value'} as git wrote it before 2.31, in the shell's quotes and
   * with blanks between. One without a value is true.
   */
  private record GivenVariable(String key, String value) {
    /** Reads all; none where they are not written as git writes them, which git refuses. */
    static List<GivenVariable> read(String text) {
      List<GivenVariable> variables = new ArrayList<>();
      int at = 0;
      while (at < text.length()) {
        if (text.charAt(at) == ' ') {
          at++;
          continue;
        }
        StringBuilder key = new StringBuilder();
        StringBuilder value = new StringBuilder();
        int end = unquote(text, at, key);
        boolean hasValue = end > at && end < text.length() && text.charAt(end) == '=';
        if (hasValue) {
          boolean isEmpty = end + 1 == text.length() || text.charAt(end + 1) == ' ';
          end = isEmpty ? end + 1 : unquote(text, end + 1, value);
          hasValue = !isEmpty;
        }
        boolean ends = end > at && (end == text.length() || text.charAt(end) == ' ');
        if (!ends || variables.size() == MAX_VARIABLES) {
          return List.of();
        }
        variables.add(hasValue ? new GivenVariable(key.toString(), value.toString()) : old(key));
        at = end;
      }
      return variables;
    }

    private static GivenVariable old(StringBuilder word) {
      int sign = word.indexOf("=");
      return sign < 0
          ? new GivenVariable(word.toString(), "true")
          : new GivenVariable(word.substring(0, sign), word.substring(sign + 1));
    }

    /** Reads a quoted word; returns where it ends, or -1 where there is none. */
    private static int unquote(String text, int start, StringBuilder word) {
      int at = start;
      while (at < text.length() && text.charAt(at) == '\'') {
        int end = text.indexOf('\'', at + 1);
        if (end < 0) {
          return -1;
        }
        word.append(text, at + 1, end);
        at = end + 1;
        boolean isEscaped = text.startsWith("\\'", at) || text.startsWith("\\!", at);
        if (isEscaped && text.startsWith("'", at + 2)) {
          word.append(text.charAt(at + 1));
          at += 2;
        } else {
          return at;
        }
      }
      return -1;
    }
  }
}
