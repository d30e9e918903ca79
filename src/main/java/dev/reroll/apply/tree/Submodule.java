package dev.reroll.apply.tree;

import dev.reroll.bytes.Octets;
import java.util.Locale;
import java.util.Optional;

/** Writes and reads the line that stands for a submodule in a diff. */
public final class Submodule {
  private static final String START = "Subproject commit ";

  private Submodule() {}

  static Octets content(String commit) {
    return Octets.utf8(START + commit + "\n");
  }

  /** Finds the commit in {@code content}; empty where that is no such line. */
  public static Optional<String> commit(Octets content, ObjectFormat format) {
    int end = START.length() + format.idLength();
    if (!content.startsWith(START) || content.length() < end) {
      return Optional.empty();
    }
    String id = content.slice(START.length(), end).toString();
    boolean isHex = id.chars().allMatch(digit -> Character.digit(digit, 16) >= 0);
    return isHex ? Optional.of(id.toLowerCase(Locale.ROOT)) : Optional.empty();
  }
}
