package dev.reroll.series;

import java.util.ArrayList;
import java.util.List;

/**
 * Decides, without a word from the sender, whether one version may follow another, and by what.
 *
 * <p>How much it takes depends on what the labels promise. Behind a higher number there is an older
 * version, so a resemblance is enough; {@code v1} behind {@code v1} is another work unless most of
 * it is the same. Title and sender alone never suffice: {@code misc fixes} come every month, and
 * the kernel's and the user space's half of a change are called the same; something in the diffs
 * must agree too.
 */
final class Inference {
  private static final double SOME_LINES = 0.15;
  private static final double MANY_LINES = 0.3;
  private static final double MAX_LINES = 0.5;
  private static final double HALF = 0.5;
  private static final double SOME = 0.3;
  private static final double NEARLY_ALL = 0.75;

  private final VersionTraits before;
  private final VersionTraits after;
  private final Likeness likeness;
  private final Step step;

  Inference(VersionTraits before, VersionTraits after) {
    this.before = before;
    this.after = after;
    this.likeness = Likeness.of(before, after);
    this.step = Step.between(before.label(), after.label());
  }

  Likeness likeness() {
    return likeness;
  }

  Step step() {
    return step;
  }

  /** Returns what speaks for it, where it is enough; nothing where it is not. */
  List<Evidence> evidence() {
    boolean isEnough =
        before.hasBranchesOf(after)
            && before.isPull() == after.isPull()
            && (likeness.sameSender() ? bySameSender() : byAnother());
    return isEnough ? found() : List.of();
  }

  /** Returns what speaks for it, also where that alone is not enough. */
  List<Evidence> found() {
    List<Evidence> found = new ArrayList<>();
    if (likeness.sameTitle() && likeness.sameSender()) {
      found.add(new Evidence(Evidence.Kind.TITLE_AND_AUTHOR, after.draft().title()));
    }
    if (likeness.lineCount() > 0 || likeness.similarTitle() || likeness.titleCount() > 0) {
      found.add(new Evidence(Evidence.Kind.CONTENT, likeness.words()));
    }
    return found;
  }

  private boolean bySameSender() {
    return switch (step) {
      case NEXT -> isNext();
      case RESTART -> isRestarted();
      case RESEND -> isSentAgain();
      case AGAIN -> isPostedTwice();
      case BACK -> isNumberedWrong();
    };
  }

  private boolean isNext() {
    if (likeness.sameTitle()) {
      return agrees() || likeness.sameFolder() || hasNoDiff();
    }
    boolean someTitles = likeness.titleCount() > 0 || likeness.similarTitle();
    return likeness.sharesTitles(HALF)
        || isRetitled()
        || likeness.sharesLines(MANY_LINES)
        || (someTitles && likeness.sharesLines(SOME_LINES))
        || (likeness.similarTitle() && likeness.samePath());
  }

  /** A single patch under another title, which changes the very same few lines. */
  private boolean isRetitled() {
    boolean areSingle = before.patchTitles().size() == 1 && after.patchTitles().size() == 1;
    return areSingle
        && likeness.samePath()
        && likeness.lineCount() > 0
        && likeness.lineShare() >= 1
        && likeness.longLineShare() >= MAX_LINES;
  }

  /** A cleanup that touches what an RFC touched, or a part of it that goes ahead, is other work. */
  private boolean isRestarted() {
    return (likeness.sameTitle() && agrees())
        || (likeness.sharesTitles(HALF) && likeness.longTitleShare() >= SOME && likeness.samePath())
        || (likeness.sharesLines(MAX_LINES) && likeness.longLineShare() >= SOME);
  }

  private boolean isSentAgain() {
    return (likeness.sameTitle() && agrees())
        || (likeness.sharesTitles(HALF) && likeness.samePath())
        || likeness.sharesLines(MANY_LINES);
  }

  /** A number that goes back was forgotten or mistyped where all else is the same. */
  private boolean isNumberedWrong() {
    return likeness.exactTitle() && !after.label().rfc() && isPostedTwice();
  }

  private boolean isPostedTwice() {
    boolean mostPatches = likeness.longTitleShare() >= HALF;
    return likeness.exactTitle()
        ? likeness.samePath() && (mostPatches || likeness.sharesLines(MANY_LINES))
        : mostPatches && likeness.sharesLines(MAX_LINES);
  }

  /** Whether another sender took the work over, and sent nearly all of it again. */
  private boolean byAnother() {
    boolean isSameWork =
        likeness.sharesTitles(NEARLY_ALL)
            && (likeness.titleCount() > 1 || likeness.sameTitle())
            && likeness.sharesLines(MANY_LINES);
    return step == Step.NEXT && isSameWork;
  }

  private boolean agrees() {
    return likeness.samePath() || likeness.lineCount() > 0 || likeness.titleCount() > 1;
  }

  private boolean hasNoDiff() {
    return before.content().isEmpty() || after.content().isEmpty();
  }

  /** What the labels of two versions tell about their order, the older one by date first. */
  enum Step {
    /** A higher number: there is something to find. */
    NEXT,
    /** An RFC became a patch, and the numbers may begin anew. */
    RESTART,
    /** The same number, marked as sent again. */
    RESEND,
    /** The same number without any mark: posted twice, or another work. */
    AGAIN,
    /** A lower number, or a patch that became an RFC. */
    BACK;

    static Step between(VersionLabel before, VersionLabel after) {
      int order = after.compareTo(before);
      boolean isOther = order == 0 && !after.suffix().equalsIgnoreCase(before.suffix());
      if (order > 0 || isOther) {
        return NEXT;
      }
      if (before.rfc() && !after.rfc()) {
        return RESTART;
      }
      if (order < 0) {
        return BACK;
      }
      return after.resend() && !before.resend() ? RESEND : AGAIN;
    }
  }
}
