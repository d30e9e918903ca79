package dev.reroll.review.changelog;

import dev.reroll.rangediff.BodyHunk;
import dev.reroll.review.result.PatchReview;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Whether a patch was changed by its author, or perhaps only by what it stands on.
 *
 * <p>Where a hunk of the comparison changes unchanged or removed lines of the patch, its base is
 * another one, and what else changes there may follow from that. So only hunks count that change
 * nothing but added lines, and of these no two that differ only in numbers or white space; and no
 * hunks at all where the patch is for other files.
 */
final class OwnChange {
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

  private OwnChange() {}

  /** Counts the added lines that came or went by the author's hand. */
  static int count(PatchReview patch) {
    boolean hasOtherFiles =
        patch.hunks().stream()
            .flatMap(hunk -> hunk.hunk().lines().stream())
            .anyMatch(line -> line.sign() != ' ' && line.text().toString().startsWith(" ## "));
    return hasOtherFiles ? 0 : countByHunk(patch);
  }

  private static int countByHunk(PatchReview patch) {
    return patch.hunks().stream()
        .filter(hunk -> !hunk.isNoise())
        .mapToInt(hunk -> count(hunk.hunk().lines()))
        .sum();
  }

  private static int count(List<BodyHunk.Line> lines) {
    Map<String, Integer> came = new HashMap<>();
    for (BodyHunk.Line line : lines) {
      String text = line.text().toString();
      if (line.sign() == ' ') {
        continue;
      }
      if (isOfBase(text)) {
        return 0;
      }
      String plain = NUMBER.matcher(text).replaceAll("0");
      came.merge(
          WHITE_SPACE.matcher(plain).replaceAll(""), line.sign() == '+' ? 1 : -1, Integer::sum);
    }
    return came.entrySet().stream()
        .filter(line -> line.getKey().chars().anyMatch(Character::isLetter))
        .mapToInt(line -> Math.abs(line.getValue()))
        .sum();
  }

  /** Whether anything that the patch stands on is not as it was. */
  static boolean hasOtherBase(PatchReview patch) {
    return patch.hunks().stream()
        .flatMap(hunk -> hunk.hunk().lines().stream())
        .anyMatch(line -> line.sign() != ' ' && isOfBase(line.text().toString()));
  }

  private static boolean isOfBase(String text) {
    return !text.startsWith("+") && !text.startsWith("@@") && !text.isBlank();
  }
}
