package dev.reroll.series;

import dev.reroll.message.MessageId;
import dev.reroll.message.Octets;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the mails that the text of a cover letter or patch names: {@code Link to v2: https://…},
 * {@code [1] https://…}, {@code Supersedes: <id>}.
 *
 * <p>An archive's address is one that has a message id as a part of its path; which host it is at
 * does not matter. An id without an address counts only behind a key that asks for one, for it
 * looks like a person's address. A number such as {@code v2} counts where it stands on the line, or
 * on the one above where the line has none.
 */
final class NamedMails {
  private static final int MOST_NAMED = 64;
  private static final String ENDS_ADDRESS = " \t<>()[]{}\"'`,;|";
  private static final List<String> ID_KEYS =
      List.of("supersedes:", "obsoletes:", "replaces:", "message-id:", "previous version:");
  private static final List<String> FOREIGN_WORDS =
      List.of("based-on", "based on", "depend", "prerequisite", "on top of", "closes:", "fixes:");

  private final List<NamedMail> found = new ArrayList<>();
  private String above = "";

  private NamedMails() {}

  /** Returns the mails that {@code text} names, in the order of their lines. */
  static List<NamedMail> in(Octets text) {
    NamedMails mails = new NamedMails();
    int start = 0;
    while (start < text.length() && mails.found.size() < MOST_NAMED) {
      int end = text.endOfLine(start);
      String line = text.slice(start, end).decode(StandardCharsets.UTF_8).strip();
      mails.read(line);
      mails.above = line.isEmpty() ? mails.above : line;
      start = end;
    }
    return mails.found;
  }

  private void read(String line) {
    int at = line.indexOf("://");
    while (at >= 0 && found.size() < MOST_NAMED) {
      int end = at;
      while (end < line.length() && ENDS_ADDRESS.indexOf(line.charAt(end)) < 0) {
        end++;
      }
      add(idIn(line.substring(at + 3, end)), line);
      at = line.indexOf("://", end);
    }
    String lower = line.toLowerCase(Locale.ROOT);
    if (!line.contains("://") && ID_KEYS.stream().anyMatch(lower::startsWith)) {
      for (String word : line.substring(line.indexOf(':') + 1).split("[\\s<>,]+", -1)) {
        if (found.size() < MOST_NAMED) {
          add(word, line);
        }
      }
    }
  }

  /** Returns the part of the path that looks like a message id; empty where none does. */
  private static String idIn(String address) {
    String[] parts = address.split("[/?#]", -1);
    for (int i = 1; i < parts.length; i++) {
      String part = decoded(parts[i]);
      if (part.indexOf('@') > 0) {
        return part;
      }
    }
    return "";
  }

  private static String decoded(String part) {
    if (part.indexOf('%') < 0) {
      return part;
    }
    try {
      return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException damaged) {
      return part;
    }
  }

  private void add(String word, String line) {
    int end = word.length();
    while (end > 0 && ".:".indexOf(word.charAt(end - 1)) >= 0) {
      end--;
    }
    String id = word.substring(0, end);
    int at = id.indexOf('@');
    if (at > 0 && at < id.length() - 1) {
      String lower = line.toLowerCase(Locale.ROOT);
      boolean isForeign = FOREIGN_WORDS.stream().anyMatch(lower::contains);
      found.add(new NamedMail(new MessageId(id), versions(line), line, isForeign));
    }
  }

  private Set<Integer> versions(String line) {
    Set<Integer> here = versionsIn(line);
    return here.isEmpty() && above.endsWith(":") ? versionsIn(above) : here;
  }

  /** Returns the {@code N} of each {@code vN} that stands for itself before an address. */
  private static Set<Integer> versionsIn(String line) {
    int address = line.indexOf("://");
    String words = address < 0 ? line : line.substring(0, address);
    Set<Integer> numbers = new TreeSet<>();
    for (String word : words.split("[^\\p{L}\\p{N}]+", -1)) {
      if (word.length() > 1 && word.length() <= 4 && "vV".indexOf(word.charAt(0)) >= 0) {
        String digits = word.substring(1);
        if (digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
          numbers.add(Integer.valueOf(digits));
        }
      }
    }
    return numbers;
  }
}
