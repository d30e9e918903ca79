package dev.reroll.series;

import static dev.reroll.series.Linked.lines;
import static dev.reroll.series.WrittenMail.collect;
import static dev.reroll.series.WrittenMail.mail;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What follows from titles, senders, files and changed lines alone. */
class InferredLinksTest {
  private static final WrittenMail FIRST =
      mail("a", "[PATCH] io: read all").adding("the reader", 1, 9);

  @Test
  void titleAndSenderTieVersionsWhoseFilesAgree() {
    SeriesBag bag = collect(FIRST, mail("b", "[PATCH v2] io: read all").on(3));

    assertThat(lines(bag)).containsExactly("v1", "v1 <- v2 (same title and author, same content)");
    assertThat(bag.lineages().get(0).links()).noneMatch(Link::isGuess);
  }

  @Test
  void changedLinesTieVersionsWithOtherTitles() {
    SeriesBag bag =
        collect(FIRST, mail("b", "[PATCH v2] block: fill it").on(3).adding("the reader", 4, 12));

    assertThat(lines(bag)).containsExactly("v1", "v1 <- v2 (same content)");
    assertThat(bag.lineages().get(0).links()).allMatch(Link::isGuess);
    assertThat(bag.lineages().get(0).links().get(0).strongest().detail())
        .isEqualTo("6 changed lines (67 %), the files");
  }

  @Test
  void aNewAddressWithTheOldNameIsTheSameSender() {
    assertThat(
            lines(
                collect(
                    FIRST.from("Ada Example <ada@home.example.org>"),
                    mail("b", "[PATCH v2] io: read all")
                        .on(3)
                        .from("Ada Example <ada@work.example.org>"),
                    mail("c", "[PATCH v3] io: read all")
                        .on(6)
                        .from("Ada Example via Relay <relay@lists.example.org>"))))
        .containsExactly(
            "v1",
            "v1 <- v2 (same title and author, same content)",
            "v2 <- v3 (same title and author, same content)");
  }

  @Test
  void whoTakesASeriesOverSendsNearlyAllOfItAgain() {
    SeriesBag bag =
        collect(
            mail("a1", "[PATCH 1/2] io: one").adding("one", 1, 9),
            mail("a2", "[PATCH 2/2] io: two").answering("a1").adding("two", 1, 9),
            mail("b1", "[PATCH v2 1/2] io: one").from("bob").on(4).adding("one", 1, 9),
            mail("b2", "[PATCH v2 2/2] io: two").from("bob").on(4).answering("b1"));

    assertThat(lines(bag)).containsExactly("v1", "v1 <- v2 (same content)");
  }

  @Test
  void aSeriesOfTheSameNameThatChangesOtherThingsIsOtherWork() {
    SeriesBag bag =
        collect(
            mail("a", "[PATCH] misc fixes").changing("io/a.c").adding("winter", 1, 9),
            mail("b", "[PATCH] misc fixes").changing("io/a.c").adding("spring", 1, 9).on(20));

    assertThat(bag.lineages()).hasSize(1);
    assertThat(
            lines(
                collect(
                    mail("a", "[PATCH] misc fixes").changing("io/a.c").adding("winter", 1, 9),
                    mail("b", "[PATCH] misc fixes").changing("io/b.c").adding("spring", 1, 9))))
        .containsExactly("v1", "v1");
  }

  @Test
  void aPatchForAnOldTreeIsNoNewVersion() {
    for (String tag : List.of("5.10", "6.1-stable", "stable 6.6.y", "5.15.y", "AUTOSEL 6.12")) {
      assertThat(
              lines(
                  collect(
                      FIRST,
                      mail("b", "[PATCH " + tag + " v2] io: read all")
                          .on(9)
                          .adding("the reader", 1, 9))))
          .as(tag)
          .containsExactly("v1", "v2");
    }
  }

  @Test
  void aTreeThatIsStillToComeIsNoOldOne() {
    assertThat(lines(collect(FIRST, mail("b", "[PATCH for-6.20 v2] io: read all").on(9))))
        .containsExactly("v1", "v1 <- v2 (same title and author, same content)");
  }

  @Test
  void ofTwoCandidatesTheOneWithTheSameDiffIsFollowed() {
    SeriesBag bag =
        collect(
            mail("k", "[PATCH] Add a call").changing("x/call.c").adding("kernel", 1, 9),
            mail("u", "[PATCH] Add a call").changing("x/user.c").adding("library", 1, 9).on(2),
            mail("v", "[PATCH v2] Add a call").changing("x/call.c").adding("kernel", 1, 10).on(4));

    assertThat(bag.lineages()).hasSize(2);
    assertThat(bag.lineages().get(0).versions())
        .extracting(version -> version.id().orElseThrow().value())
        .containsExactly("k@example.org", "v@example.org");
  }

  @Test
  void aSendingThatBrokeOffIsNotWhatTheNextOneFollows() {
    List<WrittenMail> mails = new ArrayList<>();
    mails.addAll(series("a", "[PATCH ", 1, 3));
    mails.addAll(series("b", "[PATCH v2 ", 5, 1));
    mails.addAll(series("c", "[PATCH v2 ", 6, 3));

    SeriesBag bag = collect(mails.toArray(WrittenMail[]::new));

    assertThat(lines(bag))
        .containsExactly(
            "v1",
            "v1 <- v2b (same title and author, same content)",
            "v1 <- v2 (same title and author, same content)");
  }

  /** Returns a cover letter and the first {@code count} of three patches. */
  private static List<WrittenMail> series(String id, String tag, int day, int count) {
    List<WrittenMail> mails = new ArrayList<>();
    mails.add(mail(id + 0, tag + "0/3] io: rework").withoutDiff().on(day));
    for (int i = 1; i <= count; i++) {
      mails.add(
          mail(id + i, tag + i + "/3] io: step " + i)
              .answering(id + 0)
              .adding("step " + i, 1, 9)
              .on(day));
    }
    return mails;
  }

  @Test
  void aForgottenOrMistypedNumberFollowsTheContent() {
    WrittenMail second = mail("b", "[PATCH v2] io: read all").on(3).adding("the reader", 3, 12);
    WrittenMail third = mail("c", "[PATCH v3] io: read all").on(6).adding("a reader", 1, 9);
    WrittenMail forgotten = mail("d", "[PATCH] io: read all").on(9).adding("a reader", 1, 9);
    WrittenMail mistyped = mail("d", "[PATCH v2] io: read all").on(9).adding("a reader", 1, 9);

    assertThat(lines(collect(FIRST, second, third, forgotten)))
        .endsWith("v3 <- v1b (same content)");
    assertThat(lines(collect(FIRST, second, third, mistyped))).endsWith("v3 <- v2b (same content)");
    assertThat(lines(collect(second, third, forgotten))).endsWith("v3 <- v1 (same content)");
    SeriesBag bag = collect(FIRST, second, third, mistyped);
    assertThat(bag.lineages().get(0).links().get(2).strongest().detail())
        .startsWith("the number says v2; content and time say after v3");
  }

  @Test
  void theNumbersOwnPredecessorStaysWhereTheContentIsIts() {
    WrittenMail second = mail("b", "[PATCH v2] io: read all").on(3).adding("a writer", 1, 9);
    WrittenMail again = mail("c", "[PATCH] io: read all").on(6).adding("the reader", 1, 9);

    assertThat(lines(collect(FIRST, second, again)))
        .endsWith("v1 <- v1b (same title and author, same content)");
  }

  @Test
  void whoTakesOverIsNotTiedToHisOwnCollection() {
    assertThat(
            lines(
                collect(
                    mail("a0", "[PATCH v2 0/2] io: all").withoutDiff(),
                    mail("a1", "[PATCH v2 1/2] io: one").answering("a0").adding("one", 1, 9),
                    mail("a2", "[PATCH v2 2/2] io: two").answering("a0").adding("two", 1, 9),
                    mail("c0", "[PATCH 0/3] io: for the next release").withoutDiff().from("bob"),
                    mail("c1", "[PATCH 1/3] io: one")
                        .answering("c0")
                        .from("bob")
                        .adding("one", 1, 9),
                    mail("c2", "[PATCH 2/3] doc: a").answering("c0").from("bob"),
                    mail("c3", "[PATCH 3/3] doc: b").answering("c0").from("bob"),
                    mail("b0", "[PATCH v3 0/2] io: all").withoutDiff().from("bob").on(4),
                    mail("b1", "[PATCH v3 1/2] io: one")
                        .answering("b0")
                        .from("bob")
                        .on(4)
                        .adding("one", 1, 9),
                    mail("b2", "[PATCH v3 2/2] io: two")
                        .answering("b0")
                        .from("bob")
                        .on(4)
                        .adding("two", 1, 8))))
        .contains("v2 <- v3 (same content)");
  }

  @Test
  void aRequestToPullIsNoVersionOfWhatItCollects() {
    assertThat(
            lines(
                collect(
                    FIRST,
                    mail("p0", "[PULL 0/1] io: updates").withoutDiff().on(4),
                    mail("p1", "[PATCH 1/1] io: read all")
                        .answering("p0")
                        .on(4)
                        .adding("the reader", 1, 9))))
        .containsExactly("v1", "v1");
  }

  @Test
  void aRetitledPatchOfOneLineIsFound() {
    assertThat(
            lines(
                collect(
                    mail("a", "[PATCH] io: read all").adding("the only", 1, 1),
                    mail("b", "[PATCH v2] block: fill").on(9).adding("the only", 1, 1))))
        .containsExactly("v1", "v1 <- v2 (same content)");
  }
}
