package dev.reroll.series;

import static dev.reroll.series.WrittenMail.collect;
import static dev.reroll.series.WrittenMail.mail;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.message.MessageId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is looked for, in which order. */
class SearchPlanTest {
  private static final MessageId WANTED = new MessageId("b@example.org");
  private static final WrittenMail OLD = mail("a", "[PATCH] io: read all").adding("reader", 1, 9);
  private static final WrittenMail NEW =
      mail("b", "[PATCH v2] io: read all").on(9).adding("reader", 1, 9);

  @Test
  void firstComesTheThreadThenWhatIsSureThenWhateverTheSenderSent() {
    SearchPlan plan = new SearchPlan(WANTED, SearchPlan.Aim.PREDECESSOR);
    WrittenMail mail =
        NEW.saying("v1: https://lists.example.org/io/x@example.org/\nchange-id: 2026-reader-1");

    assertThat(kinds(plan.next(collect()))).containsExactly("Thread b@example.org");
    assertThat(kinds(plan.next(collect(mail))))
        .containsExactly(
            "Thread x@example.org", "SameChangeId 2026-reader-1", "SameTitle io: read all");
    assertThat(kinds(plan.next(collect(mail)))).containsExactly("SameAuthor ada");
    assertThat(plan.next(collect(mail))).isEmpty();
  }

  @Test
  void nothingMoreIsAskedWhenThePredecessorIsThere() {
    SearchPlan plan = new SearchPlan(WANTED, SearchPlan.Aim.PREDECESSOR);
    plan.next(collect());
    plan.next(collect(NEW));

    assertThat(plan.next(collect(OLD, NEW))).isEmpty();
  }

  @Test
  void threadThatIsThereFromTheBeginningSpendsNoRound() {
    SearchPlan plan = new SearchPlan(WANTED, SearchPlan.Aim.PREDECESSOR);

    assertThat(kinds(plan.next(collect(NEW)))).containsExactly("SameTitle io: read all");
    assertThat(plan.next(collect(OLD, NEW))).isEmpty();
  }

  @Test
  void aGapOrAGuessIsNoReasonToStop() {
    SearchPlan gap = new SearchPlan(WANTED, SearchPlan.Aim.PREDECESSOR);
    WrittenMail third = mail("b", "[PATCH v3] io: read all").on(9).adding("reader", 1, 9);
    gap.next(collect());
    gap.next(collect(third));
    SearchPlan guess = new SearchPlan(WANTED, SearchPlan.Aim.PREDECESSOR);
    WrittenMail renamed = mail("b", "[PATCH v2] block: fill").on(9).adding("reader", 1, 9);
    guess.next(collect());
    guess.next(collect(renamed));

    assertThat(kinds(gap.next(collect(OLD, third)))).containsExactly("SameAuthor ada");
    assertThat(kinds(guess.next(collect(OLD, renamed)))).containsExactly("SameAuthor ada");
  }

  @Test
  void whereAllVersionsAreWantedThoseFoundAreAskedInTheirTurn() {
    SearchPlan plan = new SearchPlan(WANTED, SearchPlan.Aim.ALL);
    WrittenMail old = mail("a", "[PATCH] io: read").adding("reader", 1, 9);
    WrittenMail linked = NEW.saying("v1: https://lists.example.org/io/a@example.org/");
    plan.next(collect());
    plan.next(collect(linked));

    assertThat(kinds(plan.next(collect(old, linked)))).containsExactly("SameTitle io: read");
  }

  @Test
  void noQueryIsAskedTwiceAndRoundsAreBounded() {
    SearchPlan plan = new SearchPlan(WANTED, SearchPlan.Aim.ALL);
    List<Query> all = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      all.addAll(plan.next(collect(OLD, NEW)));
    }

    assertThat(all).doesNotHaveDuplicates().hasSizeLessThan(20);
    assertThat(plan.asked()).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void anUnknownMailEndsTheSearch() {
    SearchPlan plan = new SearchPlan(WANTED, SearchPlan.Aim.PREDECESSOR);
    plan.next(collect());

    assertThat(plan.next(collect())).isEmpty();
  }

  private static List<String> kinds(List<Query> queries) {
    List<String> words = new ArrayList<>();
    for (Query query : queries) {
      words.add(query.fold(new Words()));
    }
    return words;
  }

  private static final class Words implements Query.Visitor<String> {
    @Override
    public String thread(Query.Thread query) {
      return "Thread " + query.id();
    }

    @Override
    public String sameChangeId(Query.SameChangeId query) {
      return "SameChangeId " + query.changeId();
    }

    @Override
    public String sameTitle(Query.SameTitle query) {
      return "SameTitle " + query.title();
    }

    @Override
    public String sameAuthor(Query.SameAuthor query) {
      return "SameAuthor " + query.author().name();
    }
  }
}
