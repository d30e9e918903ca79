package dev.reroll.render.mail;

import dev.reroll.bytes.Octets;
import dev.reroll.patch.DisplayWidth;
import dev.reroll.rangediff.NumberedPatch;
import dev.reroll.render.text.VisibleText;
import dev.reroll.review.result.PatchReview;
import dev.reroll.review.result.Review;
import java.util.List;
import java.util.Optional;

/**
 * Writes what became of each patch as a table of at most 72 columns.
 *
 * <pre>
 *   1  =  1  identical              hwmon: (tarn47) Do not divide by an idle...
 *   2  !  2  code         +9 -1     hwmon: (tarn47) Add temperature limits
 *   3  &lt;  -  gone         -12       hwmon: (tarn47) Describe the chip
 * </pre>
 */
final class MailTable {
  static final int WIDTH = 72;

  private final Review review;
  private final int ordinalWidth;
  private final int kindWidth;
  private final int countWidth;

  MailTable(Review review) {
    this.review = review;
    int most = Math.max(review.rangeDiff().beforeCount(), review.rangeDiff().afterCount());
    ordinalWidth = String.valueOf(most).length();
    kindWidth = widest(review.patches().stream().map(MailTable::kind).toList());
    countWidth = widest(review.patches().stream().map(MailTable::count).toList());
  }

  private static int widest(List<String> texts) {
    return texts.stream().mapToInt(String::length).max().orElse(0);
  }

  /** Returns the table; of more patches than {@code mostRows} those to look at come first. */
  String text(int mostRows) {
    List<PatchReview> shown = review.patches();
    if (shown.size() > mostRows) {
      shown = shown.stream().filter(patch -> !patch.kind().isNoise()).limit(mostRows).toList();
    }
    StringBuilder text = new StringBuilder();
    shown.forEach(patch -> text.append(row(patch)).append('\n'));
    int more = review.patches().size() - shown.size();
    if (more > 0) {
      text.append("  and ").append(more).append(" more patches\n");
    }
    return text.toString();
  }

  private String row(PatchReview patch) {
    String start =
        "  "
            + ordinal(patch.before())
            + "  "
            + patch.sign()
            + "  "
            + ordinal(patch.after())
            + "  "
            + padded(kind(patch), kindWidth)
            + "  "
            + padded(count(patch), countWidth)
            + (countWidth == 0 ? "" : "  ");
    return start + clipped(VisibleText.of(patch.title()), WIDTH - start.length());
  }

  private String ordinal(Optional<NumberedPatch> side) {
    String text = side.map(at -> String.valueOf(at.ordinal())).orElse("-");
    return " ".repeat(Math.max(0, ordinalWidth - text.length())) + text;
  }

  private static String kind(PatchReview patch) {
    return patch.kindWords();
  }

  private static String count(PatchReview patch) {
    return patch.lines().total() == 0 ? "" : patch.lines().toString();
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  /** Cuts {@code text} so that it takes at most {@code columns} of a terminal. */
  static String clipped(String text, int columns) {
    if (width(text) <= columns) {
      return text;
    }
    int end = 0;
    int room = columns - 3;
    while (end < text.length()) {
      int next = text.offsetByCodePoints(end, 1);
      room -= width(text.substring(end, next));
      if (room < 0) {
        break;
      }
      end = next;
    }
    return text.substring(0, end).stripTrailing() + "...";
  }

  private static int width(String text) {
    Octets octets = Octets.utf8(text);
    int width = DisplayWidth.of(octets, 0, octets.length());
    return width < 0 ? text.length() : width;
  }
}
