package dev.reroll.repo.place;

import java.util.List;
import java.util.Optional;

/** Looks up git's configuration, system and user included; whoever opens a repository has it. */
public interface Settings {
  /** Finds the last value of {@code key}, such as {@code core.abbrev}. */
  Optional<String> find(String key);

  /** Returns all values of {@code key}, the weakest first. */
  List<String> findAll(String key);

  /** Finds a variable of the environment; an empty one counts as there. */
  Optional<String> environment(String name);

  /** Whether {@code key} is true; {@code standard} where it is not set. */
  default boolean isTrue(String key, boolean standard) {
    Optional<String> value = find(key);
    if (value.isEmpty()) {
      return standard;
    }
    return switch (value.get().toLowerCase(java.util.Locale.ROOT)) {
      case "false", "no", "off", "0" -> false;
      default -> true;
    };
  }

  /** Returns the whole number that {@code key} is; {@code standard} where it is none. */
  default int number(String key, int standard) {
    return find(key)
        .filter(text -> text.matches("\\d{1,9}"))
        .map(Integer::parseInt)
        .orElse(standard);
  }
}
