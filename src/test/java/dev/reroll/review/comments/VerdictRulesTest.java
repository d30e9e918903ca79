package dev.reroll.review.comments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.mail.Envelope;
import dev.reroll.mail.Person;
import dev.reroll.mail.subject.SubjectLine;
import dev.reroll.problem.Locator;
import dev.reroll.review.comments.AuthorAnswers.Found;
import dev.reroll.review.comments.VerdictRules.Facts;
import dev.reroll.review.comments.VerdictRules.PatchFate;
import dev.reroll.review.result.CommentAudit.Evidence;
import dev.reroll.review.result.CommentAudit.Fate;
import dev.reroll.review.result.CommentAudit.Place;
import dev.reroll.review.result.CommentAudit.Ruling;
import dev.reroll.review.result.CommentAudit.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictRulesTest {
  private static final Place LINE = new Place(1, "a.c", OptionalInt.of(3), '+', "int count;");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Will do.",
        "Good catch, thanks.",
        "Right, I'll fix that.",
        "Done.",
        "Ok.",
        "It is, I will do that.",
        "You're right.",
        "Fixed in v2."
      })
  void whatWasPromisedAndStandsIsPromised(String answer) {
    assertThat(judge("Why?", Fate.UNCHANGED, answer).verdict()).isEqualTo(Verdict.PROMISED);
    assertThat(judge("Why?", Fate.CHANGED, answer))
        .isEqualTo(new Ruling(Verdict.DONE, Evidence.AUTHOR));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "No, the caller does.",
        "Right, but the lock is held.",
        "The handler does.",
        "I will not change it.",
        "I'll see, but I am struggling to do this cleanly.",
        "Ok, do you mean the other one?"
      })
  void whatWasOnlyAnsweredIsAnswered(String answer) {
    assertThat(judge("Why?", Fate.UNCHANGED, answer).verdict()).isEqualTo(Verdict.ANSWERED);
    assertThat(judge("Why?", Fate.CHANGED, answer).verdict()).isEqualTo(Verdict.CHANGED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Why is it here?",
        "Please drop it.",
        "Nit: two blanks.",
        "This leaks the page.",
        "With that fixed it is fine.",
        "I would put it below."
      })
  void whatAsksAndStandsIsOpen(String said) {
    assertThat(judge(said, Fate.UNCHANGED, "").verdict()).isEqualTo(Verdict.OPEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"The other timers count the same way.", "I read it twice."})
  void whatAsksForNothingIsARemark(String said) {
    assertThat(judge(said, Fate.UNCHANGED, "").verdict()).isEqualTo(Verdict.REMARK);
  }

  @Test
  void lineThatWentAsAskedIsDone() {
    assertThat(judge("Please drop it.", Fate.GONE, ""))
        .isEqualTo(new Ruling(Verdict.DONE, Evidence.ASKED_WORDS));
    assertThat(judge("Can this fail?", Fate.GONE, "").verdict()).isEqualTo(Verdict.CHANGED);
  }

  @Test
  void lineOfAnotherPatchIsMoved() {
    assertThat(judge("Can this fail?", Fate.MOVED, "").verdict()).isEqualTo(Verdict.MOVED);
  }

  @Test
  void commentOfADroppedPatchIsDropped() {
    Facts facts =
        new Facts(LINE, Fate.GONE, Optional.empty(), PatchFate.DROPPED, false, false, false);
    assertThat(VerdictRules.judge(comment("Why?"), facts, Optional.empty()).verdict())
        .isEqualTo(Verdict.DROPPED);
  }

  @Test
  void proposedLinesThatStandAreDone() {
    Facts facts =
        new Facts(LINE, Fate.UNCHANGED, Optional.of(LINE), PatchFate.CHANGED, true, false, false);
    assertThat(VerdictRules.judge(comment("Why?"), facts, Optional.empty()))
        .isEqualTo(new Ruling(Verdict.DONE, Evidence.PROPOSED_LINES));
  }

  @Test
  void changeOfAnyQuotedLineCounts() {
    Facts facts =
        new Facts(LINE, Fate.UNCHANGED, Optional.of(LINE), PatchFate.CHANGED, false, false, true);
    assertThat(VerdictRules.judge(comment("Why?"), facts, Optional.empty()))
        .isEqualTo(new Ruling(Verdict.CHANGED, Evidence.QUOTED_LINES));
  }

  @Test
  void wordsThatTheLineHasNowAreDone() {
    assertThat(CommentWords.hasAskedWords(comment("s/int/long/"), "int count;", "long count;"))
        .isTrue();
    assertThat(CommentWords.hasAskedWords(comment("Use size_of(x)"), "x = 3;", "x = size_of(x);"))
        .isTrue();
    assertThat(CommentWords.hasAskedWords(comment("Typo: cuont"), "int cuont;", "int count;"))
        .isTrue();
    assertThat(CommentWords.hasAskedWords(comment("Why is count here?"), "count;", "total;"))
        .isFalse();
  }

  @Test
  void aRobotIsKnownByItsName() {
    assertThat(CommentWords.isRobot(mail("kernel test robot"))).isTrue();
    assertThat(CommentWords.isRobot(mail("Abbot Lind"))).isFalse();
  }

  private static Ruling judge(String said, Fate fate, String answer) {
    Facts facts = new Facts(LINE, fate, Optional.of(LINE), PatchFate.CHANGED, false, false, false);
    Optional<Found> found =
        answer.isEmpty()
            ? Optional.empty()
            : Optional.of(new Found(mail("Mira Holt"), List.of(answer)));
    return VerdictRules.judge(comment(said), facts, found);
  }

  private static QuotedComment comment(String said) {
    return new QuotedComment(List.of("+int count;"), "a.c", List.of(said), List.of());
  }

  private static Envelope mail(String name) {
    return new Envelope(
        Optional.empty(),
        Optional.empty(),
        List.of(),
        new Person(name, "ada@example.org"),
        Optional.empty(),
        SubjectLine.parse("Re: [PATCH] io"),
        "Re: [PATCH] io",
        new Locator("test", 0));
  }
}
