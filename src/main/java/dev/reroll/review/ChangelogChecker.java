package dev.reroll.review;

import dev.reroll.rangediff.Side;
import dev.reroll.review.ChangelogCheck.Finding;
import dev.reroll.review.ChangelogCheck.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Holds the changelogs against the changes.
 *
 * <p>Says rather nothing than something wrong. A patch counts as mentioned where a changelog names
 * its number, a word of its title, a file or any name of its changed lines, or speaks in general
 * ({@code address comments}, {@code rebase}). An unchanged patch counts as mentioned only where a
 * changelog of its own, which no other patch carries, tells a change, or a line of the cover letter
 * begins with its number.
 */
final class ChangelogChecker {
  private static final Pattern WORD = Pattern.compile("\\w{3,}");
  private static final Pattern GENERAL =
      Pattern.compile(
          "(?i).*\\b(address\\w*|comments?|feedback|review\\w*|rebas\\w*|all patches|various|minor"
              + "|clean\\w*|nits?|typos?|style|rework\\w*|refactor\\w*|resend|split|squash\\w*|merged?"
              + "|reorder\\w*|rewr\\w*|renam\\w*|simplif\\w*|bugs?|fix(es|ed)?|everything|throughout)\\b.*");
  private static final Pattern NO_CHANGE =
      Pattern.compile(
          "(?i)\\W*(no(ne|thing)?\\b.*|unchanged.*|same as.*|new\\b.*|(trivial )?rebase.*|.*\\bno changes?\\b.*|n/?a\\W*|.*\\b(tags?|ack\\w*|review\\w*|tested|r-?b|rb|collect\\w*|pick\\w*|add(ed)?"
              + " \\w+-by|\\w+-by\\b.*|commit (message|msg|log)|subject|title|description"
              + "|changelog|cc|resend\\w*|rebas\\w*|reorder\\w*|patch number)\\b.*|-+)");
  private static final Pattern NUMBER_FIRST =
      Pattern.compile(
          "(?i)\\s*[-*+•]?\\s*(?:in )?patch(?:es)? ?#?(\\d{1,3})(?:/\\d+)?\\s*[:,\\-–—]\\s+(\\S.*)");
  private static final Set<String> COMMON_WORDS =
      Set.of(
          "the",
          "and",
          "for",
          "from",
          "with",
          "this",
          "that",
          "add",
          "use",
          "int",
          "return",
          "void",
          "struct",
          "static",
          "const",
          "not",
          "fix",
          "make",
          "remove",
          "allow",
          "support",
          "into",
          "when",
          "only",
          "unsigned",
          "bool",
          "null",
          "true",
          "false",
          "else",
          "introduce",
          "patch",
          "code",
          "drop",
          "move",
          "new",
          "function",
          "changes",
          "change",
          "version");

  private final Material material;
  private final List<PatchReview> patches;
  private final List<Changelog> cover;
  private final List<Finding> findings = new ArrayList<>();

  private ChangelogChecker(Material material, List<PatchReview> patches) {
    this.material = material;
    this.patches = patches;
    this.cover =
        material
            .after()
            .version()
            .cover()
            .map(c -> ChangelogReader.of(c, material))
            .orElse(List.of());
  }

  static ChangelogCheck check(Material material, List<PatchReview> patches) {
    ChangelogChecker checker = new ChangelogChecker(material, patches);
    Set<String> told = checker.told();
    for (PatchReview patch : patches) {
      if (patch.kind() == ChangeKind.CODE && !told.isEmpty()) {
        checker.checkMentioned(patch, told);
      }
      if (patch.kind().compareTo(ChangeKind.TAGS) <= 0) {
        checker.checkUnchanged(patch);
      }
    }
    return new ChangelogCheck(checker.cover, checker.findings);
  }

  /** Returns all lines of all changelogs of this version. */
  private Set<String> told() {
    Set<String> lines = new HashSet<>();
    Stream.concat(cover.stream(), patches.stream().flatMap(p -> p.changelogs().stream()))
        .forEach(log -> lines.addAll(log.lines()));
    lines.removeIf(String::isBlank);
    return lines;
  }

  private void checkMentioned(PatchReview patch, Set<String> told) {
    boolean own = patch.changelogs().stream().anyMatch(log -> !log.lines().isEmpty());
    boolean speaksOfIt =
        told.stream().anyMatch(line -> GENERAL.matcher(line).matches() || names(line, patch));
    if (!own && !speaksOfIt && !sharesWord(told, words(patch))) {
      findings.add(new Finding(Kind.NOT_MENTIONED, patch, ""));
    }
  }

  private static boolean names(String line, PatchReview patch) {
    return Stream.of(patch.before(), patch.after())
        .flatMap(Optional::stream)
        .map(Side::ordinal)
        .anyMatch(ordinal -> names(line, String.valueOf(ordinal)));
  }

  /** Says whether {@code number} is in {@code line} with no other digit beside it. */
  private static boolean names(String line, String number) {
    int at = line.indexOf(number);
    while (at >= 0) {
      if (!isDigit(line, at - 1) && !isDigit(line, at + number.length())) {
        return true;
      }
      at = line.indexOf(number, at + 1);
    }
    return false;
  }

  private static boolean isDigit(String line, int at) {
    return at >= 0 && at < line.length() && line.charAt(at) >= '0' && line.charAt(at) <= '9';
  }

  private static boolean sharesWord(Set<String> told, Set<String> words) {
    return told.stream().flatMap(line -> words(line).stream()).anyMatch(words::contains);
  }

  /** Returns the words of the title and of what differs, also the parts of compound names. */
  private static Set<String> words(PatchReview patch) {
    Set<String> words = new HashSet<>(words(patch.title()));
    for (HunkReview hunk : patch.hunks()) {
      words.addAll(words(hunk.hunk().heading().toString()));
      hunk.hunk().lines().forEach(line -> words.addAll(words(line.text().toString())));
    }
    return words;
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      words.add(matcher.group());
      words.addAll(List.of(matcher.group().split("_", -1)));
    }
    words.removeIf(word -> word.length() < 3 || COMMON_WORDS.contains(word));
    return words;
  }

  private void checkUnchanged(PatchReview patch) {
    for (Changelog log : patch.changelogs()) {
      boolean isNewest =
          log.version().orElse(0) == material.after().version().label().number()
              && follows(material);
      boolean tells = log.lines().stream().anyMatch(ChangelogChecker::tells);
      boolean says = log.lines().stream().noneMatch(l -> NO_CHANGE.matcher(l).matches());
      if (isNewest && tells && says && isOnly(log)) {
        findings.add(new Finding(Kind.MENTIONED_UNCHANGED, patch, log.lines().get(0).strip()));
        return;
      }
    }
    cover.stream()
        .flatMap(log -> log.lines().stream())
        .filter(line -> isOf(line, patch))
        .findFirst()
        .ifPresent(
            line -> findings.add(new Finding(Kind.MENTIONED_UNCHANGED, patch, line.strip())));
  }

  /** Says whether the two versions follow each other, so that a changelog covers just these. */
  private static boolean follows(Material material) {
    int before = material.before().version().label().number();
    return before + 1 >= material.after().version().label().number();
  }

  private static boolean tells(String line) {
    return !line.isBlank() && !NO_CHANGE.matcher(line).matches();
  }

  private boolean isOnly(Changelog log) {
    return patches.stream()
            .flatMap(patch -> patch.changelogs().stream())
            .filter(other -> other.lines().equals(log.lines()))
            .count()
        == 1;
  }

  /** Says whether the line begins with the patch's number, which both versions give it. */
  private static boolean isOf(String line, PatchReview patch) {
    Matcher matcher = NUMBER_FIRST.matcher(line);
    if (!matcher.matches() || NO_CHANGE.matcher(matcher.group(2)).matches()) {
      return false;
    }
    int number = Integer.parseInt(matcher.group(1));
    return patch.before().filter(side -> side.ordinal() == number).isPresent()
        && patch.after().filter(side -> side.ordinal() == number).isPresent();
  }
}
