package dev.reroll.review.flags;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which paths a maintainer wants to hear of, by the name of the flag.
 *
 * <p>In a pattern {@code *} and {@code ?} stand for letters of one name, {@code **} for any letters
 * with slashes among them, and {@code **}{@code /} for no folder, too. One that begins with {@code
 * !} takes back what the others take. The first flag that takes a path has it.
 *
 * @param patterns the patterns of each flag; a flag without any is switched off
 */
public record FlagRules(Map<String, List<String>> patterns) {
  /** What user space is built with. */
  public static final String UAPI = "uapi";

  /** Those of Linux, and those of QEMU, git and PostgreSQL whose paths are nobody else's. */
  public static final FlagRules STANDARD = new FlagRules(standard());

  public FlagRules {
    patterns = new LinkedHashMap<>(patterns);
  }

  private static Map<String, List<String>> standard() {
    Map<String, List<String>> rules = new LinkedHashMap<>();
    rules.put(UAPI, List.of("**/include/uapi/**", "Documentation/netlink/specs/**", "!tools/**"));
    rules.put("kconfig", List.of("**/Kconfig", "**/Kconfig.*", "!tools/**"));
    rules.put("device-tree-binding", List.of("Documentation/devicetree/bindings/**"));
    rules.put("qapi", List.of("qapi/**.json", "qga/qapi-schema.json"));
    rules.put("imported-headers", List.of("linux-headers/**", "include/standard-headers/**"));
    rules.put("catalog", List.of("src/include/catalog/**"));
    rules.put("command-list", List.of("command-list.txt"));
    return rules;
  }

  /** Returns the same with other patterns for the flag {@code name}; none switch it off. */
  public FlagRules with(String name, List<String> other) {
    Map<String, List<String>> rules = new LinkedHashMap<>(patterns);
    rules.put(name, List.copyOf(other));
    return new FlagRules(rules);
  }

  /** Whether the flag {@code name} is in use. */
  boolean has(String name) {
    return !patterns.getOrDefault(name, List.of()).isEmpty();
  }

  /** Finds the flag that has {@code path}. */
  Optional<String> flagOf(String path) {
    for (Map.Entry<String, List<String>> rule : patterns.entrySet()) {
      if (takes(rule.getValue(), path)) {
        return Optional.of(rule.getKey());
      }
    }
    return Optional.empty();
  }

  private static boolean takes(List<String> patterns, String path) {
    boolean isTaken = false;
    for (String pattern : patterns) {
      if (pattern.startsWith("!") && matches(pattern.substring(1), path)) {
        return false;
      }
      isTaken |= !pattern.startsWith("!") && matches(pattern, path);
    }
    return isTaken;
  }

  private static boolean matches(String pattern, String path) {
    List<String> variants = new ArrayList<>(List.of(pattern));
    if (pattern.startsWith("**/")) {
      variants.add(pattern.substring(3));
    }
    return variants.stream().anyMatch(variant -> new Match(variant, path).isWhole());
  }

  /**
   * Holds a pattern against a path, from left to right; on a mismatch the last star takes one
   * letter more, so that the time is at most that of their lengths multiplied, twice.
   */
  private static final class Match {
    private final String pattern;
    private final String path;
    private int star = -1;
    private int starPath;
    private int stars = -1;
    private int starsPath;

    Match(String pattern, String path) {
      this.pattern = pattern;
      this.path = path;
    }

    boolean isWhole() {
      int p = 0;
      int s = 0;
      while (s < path.length() || p < pattern.length()) {
        if (pattern.startsWith("**", p)) {
          p += 2;
          stars = p;
          starsPath = s;
          star = -1;
        } else if (p < pattern.length() && pattern.charAt(p) == '*') {
          star = ++p;
          starPath = s;
        } else if (p < pattern.length() && s < path.length() && isSame(p, s)) {
          p++;
          s++;
        } else if (star >= 0 && starPath < path.length() && path.charAt(starPath) != '/') {
          p = star;
          s = ++starPath;
        } else if (stars >= 0 && starsPath < path.length()) {
          p = stars;
          s = ++starsPath;
          star = -1;
        } else {
          return false;
        }
      }
      return true;
    }

    private boolean isSame(int p, int s) {
      char wanted = pattern.charAt(p);
      return wanted == '?' ? path.charAt(s) != '/' : wanted == path.charAt(s);
    }
  }
}
