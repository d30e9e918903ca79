package dev.reroll.series;

import dev.reroll.bytes.Octets;
import dev.reroll.mail.CoverLetter;
import dev.reroll.mail.PatchMail;
import dev.reroll.message.MessageId;
import dev.reroll.patch.DiffTail;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads what the sender of a version wrote about other versions. */
final class VersionTexts {
  private static final String CHANGE_ID = "change-id:";
  private static final String BASE_COMMIT = "base-commit:";

  /** Cover letter, notes, and what stands below a diff: where tools write such lines. */
  private final List<Octets> footers = new ArrayList<>();

  private final List<Octets> messages = new ArrayList<>();
  private final List<Octets> texts = new ArrayList<>();

  /**
   * Takes the texts; nothing is read yet.
   *
   * @param cover the cover letter
   * @param patches the version's own patches
   */
  VersionTexts(Optional<CoverLetter> cover, Collection<PatchMail> patches) {
    cover.ifPresent(letter -> footers.add(letter.text()));
    cover.ifPresent(letter -> texts.add(letter.text()));
    for (PatchMail patch : patches) {
      footers.add(patch.notes());
      footers.add(DiffTail.of(patch.diff()));
      messages.add(patch.message().body());
      texts.add(patch.message().body());
      texts.add(patch.notes());
      texts.add(belowLastSign(patch.diff()));
    }
  }

  /** Returns the mails named: in the cover letter first, then patch by patch. */
  List<NamedMail> namedMails() {
    List<NamedMail> named = new ArrayList<>();
    texts.forEach(text -> named.addAll(NamedMails.in(text)));
    return named;
  }

  /** Finds the {@code change-id:} of the series; a {@code prerequisite-change-id:} is none. */
  Optional<String> changeId() {
    Optional<String> written = value(CHANGE_ID, footers);
    return written.isPresent() ? written : value(CHANGE_ID, messages);
  }

  /** Finds the {@code base-commit:} of the series; in a commit message it is a quotation. */
  Optional<String> baseCommit() {
    return value(BASE_COMMIT, footers);
  }

  private static Optional<String> value(String key, List<Octets> texts) {
    for (Octets text : texts) {
      for (int start = 0; start < text.length(); start = text.endOfLine(start)) {
        Octets line = text.slice(start, text.endOfLine(start));
        if (startsWith(line, key)) {
          String value = line.slice(key.length()).decode(StandardCharsets.UTF_8).strip();
          if (!value.isEmpty() && value.indexOf(' ') < 0) {
            return Optional.of(value);
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean startsWith(Octets line, String key) {
    if (line.length() <= key.length() || (line.at(0) | 0x20) != key.charAt(0)) {
      return false;
    }
    String start = line.slice(0, key.length()).decode(StandardCharsets.ISO_8859_1);
    return start.toLowerCase(Locale.ROOT).equals(key);
  }

  /** Returns what stands below the last line that may be one of the diff. */
  private static Octets belowLastSign(Octets diff) {
    int start = 0;
    int tail = diff.length();
    while (start < diff.length()) {
      int end = diff.endOfLine(start);
      byte first = diff.at(start);
      boolean isDiff = first == '+' || first == '-' || first == ' ' || first == '@';
      if (isDiff || first == '\n') {
        tail = end;
      }
      start = end;
    }
    return diff.slice(tail);
  }

  /**
   * Finds the mails that the text of a cover letter or patch names: {@code Link to v2: https://…},
   * {@code [1] https://…}, {@code Supersedes: <id>}.
   *
   * <p>An archive's address is one that has a message id as a part of its path; which host it is at
   * does not matter. An id without an address counts only behind a key that asks for one, for it
   * looks like a person's address. A number such as {@code v2} counts where it stands on the line,
   * or on the one above where the line has none.
   */
  private static final class NamedMails {
    private static final int MAX_NAMED = 64;
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
      while (start < text.length() && mails.found.size() < MAX_NAMED) {
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
      while (at >= 0 && found.size() < MAX_NAMED) {
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
          if (found.size() < MAX_NAMED) {
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

  /**
   * A mail that a text names, by its address in an archive or by its id.
   *
   * @param id the mail
   * @param versions the numbers of versions that stand beside it: 2 for {@code Link to v2:
   *     https://…}
   * @param line the line that names it, for a person
   * @param isForeign whether the text says that it is other work: {@code Depends-on:}, {@code
   *     Fixes:}
   */
  record NamedMail(MessageId id, Set<Integer> versions, String line, boolean isForeign) {
    NamedMail {
      versions = Set.copyOf(versions);
    }
  }
}
