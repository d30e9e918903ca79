package dev.reroll.cli;

import dev.reroll.message.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Completes long options that are written short, as git does: {@code --creat=60}. */
final class OptionPrefixes {
  private OptionPrefixes() {}

  /**
   * Returns {@code words} with the beginning of one long option made whole; what begins none stays.
   *
   * @throws Refusal where a word begins several of them
   */
  static List<String> complete(List<String> words, Set<String> known) throws Refusal {
    List<String> completed = new ArrayList<>(words);
    for (int i = 0; i < words.size() && !words.get(i).equals("--"); i++) {
      if (words.get(i).startsWith("--")) {
        completed.set(i, complete(words.get(i), known));
      }
    }
    return completed;
  }

  private static String complete(String word, Set<String> known) throws Refusal {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    if (known.contains(name)) {
      return word;
    }
    List<String> candidates = new ArrayList<>();
    for (String option : known) {
      if (option.startsWith(name)) {
        candidates.add(option);
      }
    }
    if (candidates.size() > 1) {
      candidates.sort(null);
      throw Refusal.unreadable(
          "'" + name + "' is ambiguous: " + String.join(", ", candidates), "reroll diff --help");
    }
    return candidates.isEmpty() ? word : candidates.get(0) + word.substring(name.length());
  }
}
