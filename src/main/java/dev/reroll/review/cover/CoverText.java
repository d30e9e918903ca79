package dev.reroll.review.cover;

import dev.reroll.mail.CoverLetter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Takes a cover letter's text into paragraphs, and leaves out what git wrote: the {@code From:}
 * line of another sender, diffstat, shortlog, an interdiff or range-diff behind it, and the
 * signature.
 */
final class CoverText {
  private static final Pattern STAT =
      Pattern.compile("(?s)\\s*+\\S.*\\s\\|\\s++(\\d++ ?[-+]*+|Bin .*)");
  private static final Pattern TOTAL = Pattern.compile("(?s)\\s*+\\d++ files? changed.*");
  private static final Pattern MODE =
      Pattern.compile(
          "(?s)\\s*+((create|delete) mode \\d++ .*|rename .*\\(\\d++%\\)|mode change .*)");
  private static final Pattern AUTHOR = Pattern.compile("(?s)\\S.* \\(\\d++\\):");
  private static final Pattern IN_BODY =
      Pattern.compile(
          "\\A\\s*+(?:(?i:from|date|subject): [^\n]*+\n(?:[ \t]++\\S[^\n]*+\n)*+)++(?:\r?\n|\\z)");
  private static final Pattern SIGNATURE = Pattern.compile("-- ?");
  private static final Pattern COMPARISON = Pattern.compile("(?is)(range-?diff|interdiff).*:");

  private CoverText() {}

  /** Returns the paragraphs as they are written; none without a letter. */
  static List<String> paragraphs(Optional<CoverLetter> cover) {
    List<String> paragraphs = new ArrayList<>();
    StringBuilder paragraph = new StringBuilder();
    for (String line : lines(cover.map(letter -> letter.text().toString()).orElse(""))) {
      if (line.isBlank()) {
        close(paragraph, paragraphs);
      } else {
        paragraph.append(paragraph.isEmpty() ? "" : "\n").append(line.stripTrailing());
      }
    }
    close(paragraph, paragraphs);
    return paragraphs;
  }

  private static void close(StringBuilder paragraph, List<String> paragraphs) {
    if (!paragraph.isEmpty()) {
      paragraphs.add(paragraph.toString());
      paragraph.setLength(0);
    }
  }

  private static List<String> lines(String text) {
    List<String> kept = new ArrayList<>();
    boolean inShortlog = false;
    for (String line : IN_BODY.matcher(text).replaceFirst("").split("\r?\n", -1)) {
      boolean ends = SIGNATURE.matcher(line).matches() || COMPARISON.matcher(line).matches();
      if (ends || line.startsWith("base-commit: ") || line.startsWith("diff --git ")) {
        break;
      }
      boolean inList = inShortlog && (line.startsWith("  ") || line.isBlank());
      inShortlog = inList || AUTHOR.matcher(line).matches();
      if (!inShortlog && !isStat(line)) {
        kept.add(line);
      } else if (line.isBlank()) {
        kept.add("");
      }
    }
    return kept;
  }

  private static boolean isStat(String line) {
    return STAT.matcher(line).matches()
        || TOTAL.matcher(line).matches()
        || MODE.matcher(line).matches();
  }
}
