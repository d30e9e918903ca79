package dev.reroll.review.flags;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The paths that raise a flag, as glob patterns by the name of the flag.
 *
 * <p>{@code *} and {@code ?} match within one name, {@code **} also matches slashes, and a leading
 * {@code **}{@code /} matches no folder, too. A pattern that begins with {@code !} excludes paths.
 * A path belongs to the first flag that matches it.
 *
 * @param patterns the patterns of each flag; a flag without patterns is switched off
 */
public record FlagRules(Map<String, List<String>> patterns) {
  /** The flag for interfaces to user space. */
  public static final String UAPI = "uapi";

  /** The rules of Linux, and those of QEMU, git and PostgreSQL with unambiguous paths. */
  public static final FlagRules STANDARD = new FlagRules(standard());

  public FlagRules {
    patterns = Collections.unmodifiableMap(new LinkedHashMap<>(patterns));
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

  /** Returns the same with other patterns for the flag {@code name}; no pattern switches it off. */
  public FlagRules with(String name, List<String> other) {
    Map<String, List<String>> rules = new LinkedHashMap<>(patterns);
    rules.put(name, List.copyOf(other));
    return new FlagRules(rules);
  }

  /** Whether the flag {@code name} is in use. */
  boolean has(String name) {
    return !patterns.getOrDefault(name, List.of()).isEmpty();
  }

  /** Finds the flag that {@code path} belongs to. */
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
   * The match of a pattern with a path, from left to right. On a mismatch the last star takes one
   * more character; only the last star of each kind is retried.
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
