package dev.reroll.review.result;

import dev.reroll.linediff.ProseDiff.WordRun;
import dev.reroll.mail.CoverLetter;
import java.util.List;
import java.util.Optional;

/**
 * How the cover letter changed: paragraph by paragraph, and word by word within.
 *
 * @param before the old cover letter, where there is one
 * @param after the new cover letter, where there is one
 * @param paragraphs in order, removed ones before added ones; without diffstat, shortlog and
 *     signature
 */
public record CoverReview(
    Optional<CoverLetter> before, Optional<CoverLetter> after, List<Paragraph> paragraphs) {
  /** What became of a paragraph. */
  public enum Fate {
    KEPT,
    CHANGED,
    REMOVED,
    ADDED
  }

  /**
   * One paragraph.
   *
   * @param runs its words with the white space between them, in order
   */
  public record Paragraph(Fate fate, List<WordRun> runs) {
    public Paragraph {
      runs = List.copyOf(runs);
    }
  }

  public CoverReview {
    paragraphs = List.copyOf(paragraphs);
  }

  /** Whether any paragraph is not as it was. */
  public boolean hasChanges() {
    return paragraphs.stream().anyMatch(paragraph -> paragraph.fate() != Fate.KEPT);
  }
}
