package dev.reroll.series;

import dev.reroll.mail.CoverLetter;
import dev.reroll.mail.PatchMail;
import dev.reroll.message.Octets;
import dev.reroll.patch.DiffTail;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
}
