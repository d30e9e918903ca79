package dev.reroll.cli;

import java.util.ArrayList;
import java.util.List;

/** Rewrites options whose value may be left out, which must be attached: {@code --color=never}. */
final class OptionalValues {
  private OptionalValues() {}

  /** Returns {@code words} with {@code --color} and {@code --no-color} as the parser takes them. */
  static List<String> attach(List<String> words) {
    List<String> attached = new ArrayList<>(words);
    int end = words.contains("--") ? words.indexOf("--") : words.size();
    attached
        .subList(0, end)
        .replaceAll(
            word ->
                switch (word) {
                  case "--color" -> "--color=always";
                  case "--no-color" -> "--color=never";
                  default -> word;
                });
    return attached;
  }
}
