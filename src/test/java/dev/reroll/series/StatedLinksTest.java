package dev.reroll.series;

import static dev.reroll.series.Linked.lines;
import static dev.reroll.series.WrittenMail.collect;
import static dev.reroll.series.WrittenMail.mail;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What senders say about older versions: links, answers, change-ids. */
class StatedLinksTest {
  private static final WrittenMail FIRST =
      mail("a", "[PATCH] io: read all").adding("the reader", 1, 9);

  /** A version whose sender, title and diff all say nothing. */
  private static final WrittenMail SECOND =
      mail("b", "[PATCH v2] block: fill the buffer").on(5).adding("some other", 1, 9);

  @Test
  void aLinkWithItsNumberIsTakenAtItsWord() {
    for (String words :
        List.of(
            "- Link to v1: https://lists.example.org/io/a@example.org/",
            "v1: https://lists.example.org/r/a%40example.org",
            "[1] v1: http://other.example.org/io/a@example.org/T/#u",
            "Changes since v1:\nhttps://lists.example.org/io/a@example.org/",
            "v1 : https://lists.example.org/io/a@example.org/t.mbox.gz",
            "Supersedes: <a@example.org> (v1)")) {
      assertThat(lines(collect(FIRST, SECOND.saying(words))))
          .as(words)
          .containsExactly("v1", "v1 <- v2 (linked)");
    }
  }

  @Test
  void aLinkInTheCoverLetterSurvivesANewTitleAndAddress() {
    SeriesBag bag =
        collect(
            mail("a0", "[PATCH 0/1] io: read all").withoutDiff(),
            mail("a1", "[PATCH 1/1] io: read").answering("a0").adding("the reader", 1, 9),
            mail("b0", "[PATCH v2 0/1] Input for everybody")
                .withoutDiff()
                .from("Ada Example <ada@work.example.org>")
                .saying("v1: https://lists.example.org/io/a0@example.org/")
                .on(3),
            mail("b1", "[PATCH v2 1/1] io: read it all")
                .answering("b0")
                .from("Ada Example <ada@work.example.org>")
                .adding("the reader", 1, 9)
                .on(3));

    assertThat(lines(bag)).containsExactly("v1", "v1 <- v2 (linked, same content)");
  }

  @Test
  void aLinkWithoutNumberCountsWhereTheDiffsAgree() {
    String words = "This goes on from [1].\n\n[1] https://lists.example.org/io/a@example.org/";

    assertThat(lines(collect(FIRST, SECOND.saying(words).adding("the reader", 3, 12))))
        .containsExactly("v1", "v1 <- v2 (linked, same content)");
    assertThat(lines(collect(FIRST, SECOND.saying(words))))
        .containsExactly("v1", "v1 <- v2 (linked)");
    assertThat(lines(collect(FIRST, SECOND.saying(words).changing("lib/other.c"))))
        .containsExactly("v1", "v2");
  }

  @Test
  void whatASeriesIsBuiltOnIsNoVersionOfIt() {
    for (String words :
        List.of(
            "Depends-on: https://lists.example.org/io/a@example.org/",
            "Based-on: <a@example.org>",
            "This is based on https://lists.example.org/io/a@example.org/",
            "Fixes: 123456789abc (\"io: read all\")",
            "prerequisite-message-id: <a@example.org>")) {
      assertThat(lines(collect(FIRST, SECOND.saying(words)))).as(words).containsExactly("v1", "v2");
    }
  }

  @Test
  void theOtherHalfOfAChangeIsNoVersionOfIt() {
    SeriesBag bag =
        collect(
            mail("k", "[PATCH] Add a new call").changing("kernel/call.c").adding("kernel", 1, 9),
            mail("u", "[PATCH v2] Add a new call, for programs")
                .changing("lib/call.c")
                .adding("library", 1, 9)
                .saying("Kernel v1: https://lists.example.org/io/k@example.org/")
                .on(2));

    assertThat(lines(bag)).containsExactly("v1", "v2");
  }

  @Test
  void anAnswerWithALaterNumberFollowsWhatItAnswers() {
    assertThat(lines(collect(FIRST, SECOND.answering("a"))))
        .containsExactly("v1", "v1 <- v2 (in reply to)");
  }

  @Test
  void anAnswerToAReplyFollowsThePatchAbove() {
    WrittenMail reply = mail("r", "Re: [PATCH] io: read all").withoutDiff().from("bob").on(2);

    assertThat(lines(collect(FIRST, reply.answering("a"), SECOND.answering("r"))))
        .containsExactly("v1", "v1 <- v2 (in reply to)");
  }

  @Test
  void aChangeIdTiesVersionsThatShareNothingElse() {
    String id = "change-id: 20260101-reader-0123456789ab";

    assertThat(lines(collect(FIRST.saying(id), SECOND.saying(id))))
        .containsExactly("v1", "v1 <- v2 (same change-id)");
  }

  @Test
  void theChangeIdOfWhatASeriesIsBuiltOnDoesNot() {
    WrittenMail first = FIRST.saying("change-id: 20260101-reader-0123456789ab");
    WrittenMail second = SECOND.saying("prerequisite-change-id: 20260101-reader-0123456789ab:v1");

    assertThat(lines(collect(first, second))).containsExactly("v1", "v2");
  }

  @Test
  void whoNamesOnlyTheFirstVersionFollowsTheLastOne() {
    SeriesBag bag =
        collect(
            FIRST,
            mail("b", "[PATCH v2] io: read all").on(3).adding("the reader", 1, 12),
            mail("c", "[PATCH v3] io: read all")
                .on(6)
                .adding("the reader", 1, 14)
                .saying("Link to v1: https://lists.example.org/io/a@example.org/"));

    assertThat(lines(bag))
        .containsExactly(
            "v1",
            "v1 <- v2 (same title and author, same content)",
            "v2 <- v3 (linked, same title and author, same content)");
    assertThat(bag.lineages().get(0).links().get(1).strongest().detail())
        .endsWith("a@example.org/, by way of v1");
  }

  @Test
  void whoNamesAllVersionsFollowsTheLastOne() {
    WrittenMail second = SECOND.saying("Link to v1: https://lists.example.org/io/a@example.org/");
    WrittenMail third =
        mail("c", "[PATCH v3] mm: map it")
            .on(8)
            .adding("a third way", 1, 9)
            .saying(
                "Link to v2: https://lists.example.org/io/b@example.org/\n"
                    + "Link to v1: https://lists.example.org/io/a@example.org/");

    assertThat(lines(collect(third, second, FIRST)))
        .containsExactly("v1", "v1 <- v2 (linked)", "v2 <- v3 (linked)");
  }
}
