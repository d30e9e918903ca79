package dev.reroll.series;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Compares what two versions are made of.
 *
 * @param sameTitle whether their titles have the same words, or the newer one is a single patch out
 *     of the older one
 * @param exactTitle whether their titles have the same words, and nothing else
 * @param sameSender whether they have one sender
 * @param similarTitle whether a title of one, its own or a patch's, resembles one of the other
 * @param titleCount how many titles of patches are in both
 * @param titleShare that, as a part of the version with fewer patches: 0 to 1
 * @param longTitleShare the same, as a part of the version with more patches
 * @param lineCount how many changed lines are in both
 * @param lineShare that, as a part of the version with fewer changed lines: 0 to 1
 * @param longLineShare the same, as a part of the version with more changed lines
 * @param samePath whether some file is touched by both
 * @param sameFolder whether files in one topmost folder are touched by both
 */
record Likeness(
    boolean sameTitle,
    boolean exactTitle,
    boolean sameSender,
    boolean similarTitle,
    int titleCount,
    double titleShare,
    double longTitleShare,
    int lineCount,
    double lineShare,
    double longLineShare,
    boolean samePath,
    boolean sameFolder) {
  private static final int FEW_LINES = 3;

  static Likeness of(VersionTraits before, VersionTraits after) {
    Set<TitleWords> titles = new LinkedHashSet<>(before.patchTitles());
    titles.retainAll(after.patchTitles());
    int fewer = Math.min(before.patchTitles().size(), after.patchTitles().size());
    int more = Math.max(before.patchTitles().size(), after.patchTitles().size());
    Content old = before.content();
    Content fresh = after.content();
    int shared = old.sharedLineCount(fresh);
    int lines = Math.min(old.lineCount(), fresh.lineCount());
    boolean sameTitle = after.hasTitleOf(before);
    return new Likeness(
        sameTitle,
        sameTitle && before.title().equals(after.title()),
        before.hasSenderOf(after),
        sameTitle || after.resembles(before),
        titles.size(),
        (double) titles.size() / Math.max(1, fewer),
        (double) titles.size() / Math.max(1, more),
        shared,
        (double) shared / Math.max(1, lines),
        (double) shared / Math.max(1, Math.max(old.lineCount(), fresh.lineCount())),
        old.sharesPathWith(fresh),
        old.sharesFolderWith(fresh));
  }

  /**
   * Whether at least {@code share} of the changed lines agree, in one file at least. A few lines
   * can agree by chance; they count only below similar titles.
   */
  boolean sharesLines(double share) {
    return samePath && lineShare >= share && lineCount >= (similarTitle ? 1 : FEW_LINES);
  }

  boolean sharesTitles(double share) {
    return titleShare >= share && titleCount > 0;
  }

  /** Orders by how much agrees; used among versions that are all good enough. */
  double score() {
    return (sameTitle ? 1 : 0) + lineShare + titleShare / 2 + (samePath ? 0.5 : 0);
  }

  /** Returns how much of both is the same: 0 to 2. */
  double agreement() {
    return longLineShare + longTitleShare;
  }

  /** Returns what agrees: {@code 12 changed lines (80 %), 3 titles of patches}. */
  String words() {
    List<String> words = new ArrayList<>();
    if (titleCount > 0) {
      words.add(titleCount + (titleCount == 1 ? " title of a patch" : " titles of patches"));
    } else if (similarTitle) {
      words.add("similar titles");
    }
    if (lineCount > 0) {
      long percent = Math.round(lineShare * 100);
      words.add(lineCount + (lineCount == 1 ? " changed line" : " changed lines"));
      words.set(words.size() - 1, words.get(words.size() - 1) + " (" + percent + " %)");
    }
    if (samePath) {
      words.add("the files");
    }
    return String.join(", ", words);
  }
}
