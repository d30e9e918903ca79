package dev.reroll.review;

import dev.reroll.mail.CoverLetter;
import dev.reroll.mail.Envelope;
import dev.reroll.mail.PatchMail;
import dev.reroll.message.Octets;
import dev.reroll.series.VersionLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the changelogs of a mail: {@code Changes in v3:}, {@code Changes since v2}, {@code v2 ->
 * v3:}, {@code v3:}, {@code V3: - fixed it}, each up to the next heading or to a paragraph that is
 * no list.
 */
final class ChangelogReader {
  private static final String NUMBER = "\\(?(?:RFC )?[vV](\\d{1,3})(?:[ -]?RFC)?\\)?";
  private static final String TAIL = "\\s*(?:\\([^)]*\\))?\\s*(:?)\\s*(.*)";
  private static final Pattern SINCE =
      Pattern.compile(
          "(?i)(?:changes?|change ?log|differences?|updates?|delta)?\\s*(?:since|from|over|vs\\.?)\\s+"
              + "(?:the )?"
              + NUMBER
              + TAIL);
  private static final Pattern IN =
      Pattern.compile(
          "(?i)(?:changes?|changelog|new|updates?)\\s+(?:in|for|with)\\s+(?:version )?"
              + NUMBER
              + TAIL);
  private static final Pattern ARROW =
      Pattern.compile(
          "(?i)(?:changes?|changelog)?\\s*(?:from\\s+)?"
              + NUMBER
              + "\\s*(?:->|=>|-->|→|to)\\s*[vV](\\d{1,3})"
              + TAIL);
  private static final Pattern BARE =
      Pattern.compile("(?i)(?:[-*] )?(?:changes? )?[vV](\\d{1,3})\\s*(:)\\s*(.*)");
  private static final Pattern LISTED = Pattern.compile("\\s*(?:[-*+•o]|\\d+[.)])\\s+.*|\\s+\\S.*");
  private static final Pattern TABLE =
      Pattern.compile(".*\\|\\s+\\d+ [+-]+.*|.+ \\(\\d+\\):$|-{2,}\\s*");
  private static final Pattern NO_NOTE =
      Pattern.compile(
          ".*\\|\\s+(?:\\d+.*|Bin .*)|\\s*\\d+ files? changed.*|-{2,3}\\s*"
              + "|\\s*(?:create|delete|rename|copy|mode) .*");

  private final Envelope mail;
  private final List<Changelog> found = new ArrayList<>();
  private String heading = "";
  private OptionalInt version = OptionalInt.empty();
  private List<String> lines = new ArrayList<>();
  private boolean open;
  private boolean afterBlank;

  private ChangelogReader(Envelope mail) {
    this.mail = mail;
  }

  /**
   * Returns what a patch says of the changes from {@code material}'s older version to its newer.
   */
  static List<Changelog> of(PatchMail patch, Material material) {
    List<Changelog> all = new ArrayList<>();
    if (namesVersion(patch.notes())) {
      all.addAll(read(patch.notes().toString(), patch.envelope()));
    }
    if (namesVersion(patch.message().body())) {
      all.addAll(read(patch.message().body().toString(), patch.envelope()));
    }
    return all.isEmpty() ? List.of() : relevant(all, material);
  }

  /** Says whether a patch's mail may tell of its changes, in whatever form. */
  static boolean mayTell(PatchMail patch) {
    boolean notes =
        patch
            .notes()
            .toString()
            .lines()
            .anyMatch(line -> !line.isBlank() && !NO_NOTE.matcher(line).matches());
    return notes || namesVersion(patch.message().body());
  }

  /** Returns what a cover letter says of these changes. */
  static List<Changelog> of(CoverLetter cover, Material material) {
    return relevant(read(cover.text().toString(), cover.envelope()), material);
  }

  /** Says whether a {@code v} with a digit behind it is in {@code text}: no heading is without. */
  private static boolean namesVersion(Octets text) {
    for (int i = 0; i + 1 < text.length(); i++) {
      if (isVersion((char) text.at(i), (char) text.at(i + 1))) {
        return true;
      }
    }
    return false;
  }

  private static boolean namesVersion(String line) {
    for (int i = 0; i + 1 < line.length(); i++) {
      if (isVersion(line.charAt(i), line.charAt(i + 1))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isVersion(char letter, char digit) {
    return (letter == 'v' || letter == 'V') && digit >= '0' && digit <= '9';
  }

  private static List<Changelog> relevant(List<Changelog> all, Material material) {
    VersionLabel before = material.before().version().label();
    VersionLabel after = material.after().version().label();
    int lowest = before.number() < after.number() ? before.number() : after.number() - 1;
    return all.stream()
        .filter(log -> log.version().isPresent())
        .filter(log -> log.version().getAsInt() > lowest)
        .filter(log -> log.version().getAsInt() <= after.number())
        .toList();
  }

  /** Returns all changelogs in {@code text}, in their order. */
  static List<Changelog> read(String text, Envelope mail) {
    ChangelogReader reader = new ChangelogReader(mail);
    for (String line : text.split("\r?\n", -1)) {
      reader.take(line);
    }
    reader.close();
    return reader.found;
  }

  private void take(String line) {
    if (startsHere(line.strip())) {
      return;
    }
    if (!open) {
      return;
    }
    boolean ends = TABLE.matcher(line.strip()).matches() || (afterBlank && !isListed(line));
    if (line.isBlank()) {
      afterBlank = !lines.isEmpty();
      lines.add("");
    } else if (ends) {
      close();
    } else {
      afterBlank = false;
      lines.add(line.stripTrailing());
    }
  }

  private static boolean isListed(String line) {
    return LISTED.matcher(line).matches();
  }

  private boolean startsHere(String line) {
    return namesVersion(line)
        && (starts(ARROW, line, 2, 0)
            || starts(IN, line, 1, 0)
            || starts(SINCE, line, 1, 1)
            || starts(BARE, line, 1, 0));
  }

  /** Opens a changelog if {@code line} is a heading; a sentence that goes on is none. */
  private boolean starts(Pattern form, String line, int group, int offset) {
    Matcher matcher = form.matcher(line);
    if (!matcher.matches()) {
      return false;
    }
    int count = matcher.groupCount();
    String rest = matcher.group(count);
    if (matcher.group(count - 1).isEmpty() && !rest.isEmpty()) {
      return false;
    }
    if (rest.startsWith("http")) {
      return false;
    }
    close();
    heading = rest.isEmpty() ? line : line.substring(0, line.length() - rest.length()).strip();
    version = OptionalInt.of(Integer.parseInt(matcher.group(group)) + offset);
    open = true;
    if (!rest.isEmpty()) {
      lines.add(rest);
    }
    return true;
  }

  private void close() {
    if (open) {
      while (!lines.isEmpty() && lines.get(0).isEmpty()) {
        lines.remove(0);
      }
      while (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
        lines.remove(lines.size() - 1);
      }
      found.add(new Changelog(heading, version, lines, mail));
    }
    lines = new ArrayList<>();
    open = false;
    afterBlank = false;
  }
}
