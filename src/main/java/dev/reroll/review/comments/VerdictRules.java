package dev.reroll.review.comments;

import dev.reroll.review.comments.AuthorAnswers.Found;
import dev.reroll.review.result.CommentAudit.Evidence;
import dev.reroll.review.result.CommentAudit.Fate;
import dev.reroll.review.result.CommentAudit.Place;
import dev.reroll.review.result.CommentAudit.Ruling;
import dev.reroll.review.result.CommentAudit.Verdict;
import java.util.Optional;

/**
 * The rules for the verdict on a comment. They use what became of the commented line, what the
 * comment says, and what the author answered.
 *
 * <p>An unchanged line makes the comment promised, answered, open or a remark, in this order. A
 * changed line makes it done if there is evidence, and otherwise only changed. For a comment on the
 * whole patch, a change anywhere in the patch counts. A comment on the cover letter is done only if
 * the author says so.
 */
final class VerdictRules {
  private VerdictRules() {}

  /** What became of the patch that was commented on. */
  enum PatchFate {
    /** It is not in the new version. */
    DROPPED,
    /** It is as it was. */
    SAME,
    /** Its message or code changed. */
    CHANGED,
    /** It is the cover letter, which speaks of all patches. */
    COVER
  }

  /**
   * The facts that a verdict is based on.
   *
   * @param place where the line stood
   * @param fate what became of it
   * @param now where it stands now
   * @param patch what became of its patch
   * @param proposalStands whether lines that the comment proposes are in the new patch
   * @param namesHaveCome whether names that the comment mentions are new in the new patch
   * @param quotedChanged whether one of many quoted lines changed
   */
  record Facts(
      Place place,
      Fate fate,
      Optional<Place> now,
      PatchFate patch,
      boolean proposalStands,
      boolean namesHaveCome,
      boolean quotedChanged) {}

  /** Judges {@code comment}. */
  static Ruling judge(QuotedComment comment, Facts facts, Optional<Found> answer) {
    if (facts.proposalStands()) {
      return new Ruling(Verdict.DONE, Evidence.PROPOSED_LINES);
    }
    if (facts.patch() == PatchFate.DROPPED) {
      boolean isMoved = facts.fate() == Fate.MOVED;
      return isMoved ? line(Verdict.MOVED) : new Ruling(Verdict.DROPPED, Evidence.PATCH);
    }
    boolean isPromised = answer.filter(found -> CommentWords.isPromise(found.said())).isPresent();
    return switch (facts.fate()) {
      case UNCHANGED ->
          facts.quotedChanged()
              ? changed(comment, facts, isPromised, Evidence.QUOTED_LINES)
              : standing(comment, answer, Evidence.LINE);
      case CHANGED, CHANGED_AROUND, GONE, NOT_SHOWN ->
          changed(comment, facts, isPromised, Evidence.LINE);
      case MOVED -> isPromised ? byAuthor() : line(Verdict.MOVED);
      case UNCERTAIN, NOT_TRACEABLE, AT_THE_END -> whole(comment, facts, answer);
    };
  }

  private static Ruling whole(QuotedComment comment, Facts facts, Optional<Found> answer) {
    boolean isPromised = answer.filter(found -> CommentWords.isPromise(found.said())).isPresent();
    if (facts.patch() == PatchFate.SAME) {
      return standing(comment, answer, Evidence.PATCH);
    }
    if (isPromised) {
      return byAuthor();
    }
    boolean isWhole = facts.place().isWhole() && facts.place().text().isEmpty();
    boolean isOfPatch = isWhole || facts.fate() == Fate.AT_THE_END;
    if ((isOfPatch || facts.patch() == PatchFate.COVER) && answer.isPresent()) {
      return new Ruling(Verdict.ANSWERED, Evidence.AUTHOR);
    }
    if (!CommentWords.asks(comment)) {
      return new Ruling(Verdict.REMARK, Evidence.PATCH);
    }
    return isOfPatch && facts.patch() == PatchFate.CHANGED
        ? new Ruling(Verdict.CHANGED, Evidence.PATCH)
        : line(Verdict.NOT_TRACEABLE);
  }

  private static Ruling standing(QuotedComment comment, Optional<Found> answer, Evidence evidence) {
    if (answer.isPresent()) {
      boolean isPromised = CommentWords.isPromise(answer.get().said());
      return new Ruling(isPromised ? Verdict.PROMISED : Verdict.ANSWERED, Evidence.AUTHOR);
    }
    return new Ruling(CommentWords.asks(comment) ? Verdict.OPEN : Verdict.REMARK, evidence);
  }

  private static Ruling changed(
      QuotedComment comment, Facts facts, boolean isPromised, Evidence evidence) {
    if (isPromised) {
      return byAuthor();
    }
    boolean isRemoved = facts.fate() == Fate.GONE && CommentWords.asksToRemove(comment);
    boolean hasWords =
        facts.fate() == Fate.CHANGED
            && facts.now().isPresent()
            && CommentWords.hasAskedWords(comment, facts.place().text(), facts.now().get().text());
    return isRemoved || hasWords || facts.namesHaveCome()
        ? new Ruling(Verdict.DONE, Evidence.ASKED_WORDS)
        : new Ruling(Verdict.CHANGED, evidence);
  }

  private static Ruling byAuthor() {
    return new Ruling(Verdict.DONE, Evidence.AUTHOR);
  }

  private static Ruling line(Verdict verdict) {
    return new Ruling(verdict, Evidence.LINE);
  }
}
