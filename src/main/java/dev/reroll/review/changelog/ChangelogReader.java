package dev.reroll.review.changelog;

import dev.reroll.bytes.Octets;
import dev.reroll.mail.CoverLetter;
import dev.reroll.mail.Envelope;
import dev.reroll.mail.PatchMail;
import dev.reroll.review.material.Material;
import dev.reroll.review.result.ChangelogCheck.Changelog;
import dev.reroll.series.VersionLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the changelogs of a mail: {@code Changes in v3:}, {@code Changes since v2}, {@code v2 ->
 * v3:}, {@code v3:}, {@code V3: - fixed it}, each up to the next heading or to a paragraph that is
 * no list. A rule below a heading underlines it. A heading may have a link to its version behind
 * it, or below: where no list follows, it is an entry in a list of links and no changelog.
 */
public final class ChangelogReader {
  private static final Pattern BULLET = Pattern.compile("(?s)\\s*+(?:[-*+•o]|\\d++[.)])\\s.*");
  private static final Pattern LISTED =
      Pattern.compile("(?s)\\s*+(?:[-*+•o]|\\d++[.)])\\s.*|\\s++\\S.*");
  private static final Pattern TABLE =
      Pattern.compile("(?s).*\\|\\s++\\d++ [+-].*|.+ \\(\\d++\\):|-{2,}+\\s*+");
  private static final Pattern RULE = Pattern.compile("\\W+");
  private static final Pattern UNDERLINE = Pattern.compile("\\s*+(?:-{3,}+|={3,}+|~{3,}+)\\s*+");
  private static final Pattern NO_NOTE =
      Pattern.compile(
          "(?s).*\\|\\s++(?:\\d.*|Bin .*)|\\s*+\\d++ files? changed.*|-{2,3}+\\s*+"
              + "|\\s*+(?:create|delete|rename|copy|mode) .*");

  /** By how many columns people miss when they underline. */
  private static final int LIKE_LENGTH = 2;

  private final Envelope mail;
  private final List<Changelog> found = new ArrayList<>();
  private Optional<ChangelogHeading> heading = Optional.empty();
  private List<String> lines = new ArrayList<>();
  private boolean afterBlank;
  private boolean saysNothingYet = true;

  private ChangelogReader(Envelope mail) {
    this.mail = mail;
  }

  /**
   * Returns what a patch says of the changes from {@code material}'s older version to its newer.
   */
  public static List<Changelog> of(PatchMail patch, Material material) {
    List<Changelog> all = new ArrayList<>();
    if (namesVersion(patch.notes())) {
      all.addAll(read(patch.notes().toString(), patch.envelope()));
    }
    if (namesVersion(patch.message().body())) {
      all.addAll(read(patch.message().body().toString(), patch.envelope()));
    }
    return all.isEmpty() ? List.of() : relevant(all, material);
  }

  /** Whether a patch's mail may tell of its changes, in whatever form. */
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

  /** Whether a {@code v} with a digit behind it is in {@code text}: no heading is without. */
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
    String[] lines = text.split("\r?\n", -1);
    for (int i = 0; i < lines.length; i++) {
      boolean isUnderlined = i + 1 < lines.length && isUnderline(lines[i + 1], lines[i]);
      reader.take(lines[i], isUnderlined);
      i += isUnderlined ? 1 : 0;
    }
    reader.close();
    return reader.found;
  }

  /**
   * Whether {@code line} is a rule that makes a heading of the line above it. Below a heading of a
   * changelog any rule does; below other lines, one as long as they are.
   */
  private static boolean isUnderline(String line, String above) {
    if (!UNDERLINE.matcher(line).matches() || above.isBlank()) {
      return false;
    }
    int difference = Math.abs(line.strip().length() - above.strip().length());
    return startsHere(above)
        || (difference <= LIKE_LENGTH && !isListed(above) && !RULE.matcher(above).matches());
  }

  private void take(String line, boolean isUnderlined) {
    Optional<ChangelogHeading> next = find(line);
    if (next.isPresent()) {
      close();
      heading = next;
      next.map(ChangelogHeading::rest).filter(rest -> !rest.isEmpty()).ifPresent(this::say);
    } else if (heading.isPresent()) {
      takeBelow(line, isUnderlined);
    }
  }

  private void takeBelow(String line, boolean isUnderlined) {
    if (line.isBlank()) {
      afterBlank = !lines.isEmpty();
      lines.add("");
    } else if (saysNothingYet && ChangelogHeading.isLink(line.strip())) {
      heading = heading.map(ChangelogHeading::linked);
    } else if (isUnderlined || ends(line)) {
      close();
    } else {
      afterBlank = false;
      say(line.stripTrailing());
    }
  }

  private void say(String line) {
    lines.add(line);
    saysNothingYet = false;
  }

  private boolean ends(String line) {
    boolean isInLinks = isLinked() && saysNothingYet && !BULLET.matcher(line).matches();
    return isInLinks || (afterBlank && !isListed(line)) || TABLE.matcher(line.strip()).matches();
  }

  private boolean isLinked() {
    return heading.filter(ChangelogHeading::isLinked).isPresent();
  }

  private static boolean isListed(String line) {
    return LISTED.matcher(line).matches();
  }

  private static boolean startsHere(String line) {
    return find(line).isPresent();
  }

  private static Optional<ChangelogHeading> find(String line) {
    return namesVersion(line) ? ChangelogHeading.find(line.strip()) : Optional.empty();
  }

  private void close() {
    int end = lines.size();
    while (end > 0 && lines.get(end - 1).isEmpty()) {
      end--;
    }
    int start = 0;
    while (start < end && lines.get(start).isEmpty()) {
      start++;
    }
    lines = lines.subList(start, end);
    heading.filter(this::says).ifPresent(head -> found.add(changelog(head)));
    heading = Optional.empty();
    lines = new ArrayList<>();
    afterBlank = false;
    saysNothingYet = true;
  }

  /** Whether more than a link stands below the heading. */
  private boolean says(ChangelogHeading head) {
    return !head.isLinked() || !lines.isEmpty();
  }

  private Changelog changelog(ChangelogHeading head) {
    return new Changelog(head.text(), OptionalInt.of(head.version()), lines, mail);
  }

  /**
   * The line that a changelog begins with.
   *
   * @param text as written, without what stands behind the colon: {@code Changes since v2 [1]:}
   * @param version the version whose changes follow
   * @param rest the first words of the changelog, where they stand on the same line; may be empty
   * @param isLinked whether a link to the version stands behind it, or right below
   */
  private record ChangelogHeading(String text, int version, String rest, boolean isLinked) {
    private static final String WHAT = "(?:changes?|change ?log|differences?|updates?|delta|diff)";
    private static final String NUMBER = "\\(?(?:RFC[ -]?)?[vV](\\d{1,3})(?:[ -]?RFC)?\\)?";
    private static final String TAIL = "\\s*+(?:\\([^)]*+\\)|\\[[^\\]]*+])?+\\s*+([:;]?+)\\s*+(.*)";

    /** A form, and how far the version that it names lies before the one that it tells of. */
    private record Form(Pattern pattern, int offset) {
      private Form(String pattern, int offset) {
        this(Pattern.compile("(?i)(?:[-*] )?" + pattern), offset);
      }
    }

    private static final List<Form> FORMS =
        List.of(
            new Form(
                WHAT
                    + "?\\s*(?:from\\s+)?(?:RFC|"
                    + NUMBER.replace("(\\d", "(?:\\d")
                    + ")\\s*(?:->|=>|-->|→|to)\\s*"
                    + NUMBER
                    + TAIL,
                0),
            new Form(
                "(?:changes?|changelog|new|updates?)\\s+(?:in|for|with)\\s+(?:version )?"
                    + NUMBER
                    + TAIL,
                0),
            new Form(WHAT + "?\\s*(?:sin?ce|from|over|vs\\.?)\\s+(?:the )?" + NUMBER + TAIL, 1),
            new Form(
                WHAT
                    + "\\s+(?:against|to|(?:as )?(?:compared|relative) (?:to|with))\\s+(?:the )?"
                    + NUMBER
                    + TAIL,
                1),
            new Form(NUMBER + "\\s+changes?\\s*+(:)\\s*+(.*)", 0),
            new Form("(?:changes? )?" + NUMBER + "\\s*+(:)\\s*+(.*)", 0));

    private static final Pattern LINK = Pattern.compile("(?i)[<\\[(]?https?://\\S*");

    /** Finds the heading in {@code line}; a sentence that goes on is none. */
    static Optional<ChangelogHeading> find(String line) {
      for (Form form : FORMS) {
        Matcher matcher = form.pattern().matcher(line);
        if (matcher.matches() && !goesOn(matcher)) {
          return Optional.of(of(line, matcher, form.offset()));
        }
      }
      return Optional.empty();
    }

    /** Whether {@code text} is a link and nothing else. */
    static boolean isLink(String text) {
      return LINK.matcher(text).matches();
    }

    /** Returns it with the link that stands on the line below. */
    ChangelogHeading linked() {
      return new ChangelogHeading(text, version, rest, true);
    }

    private static boolean goesOn(Matcher matcher) {
      return matcher.group(2).isEmpty() && !matcher.group(3).isEmpty();
    }

    private static ChangelogHeading of(String line, Matcher matcher, int offset) {
      String rest = matcher.group(3);
      boolean isLinked = isLink(rest);
      return new ChangelogHeading(
          line.substring(0, line.length() - rest.length()).strip(),
          Integer.parseInt(matcher.group(1)) + offset,
          isLinked ? "" : rest,
          isLinked);
    }
  }
}
