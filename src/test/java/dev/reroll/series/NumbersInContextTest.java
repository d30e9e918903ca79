package dev.reroll.series;

import static dev.reroll.series.Linked.lines;
import static dev.reroll.series.WrittenMail.collect;
import static dev.reroll.series.WrittenMail.mail;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbers that mean something only beside other postings. */
class NumbersInContextTest {
  private static List<String> labels(WrittenMail... mails) {
    return collect(mails).lineages().stream()
        .flatMap(lineage -> lineage.versions().stream())
        .map(version -> version.label().toString())
        .toList();
  }

  @Test
  void aNumberWithAPointFollowsItsWholeNumber() {
    for (String number : List.of("v2.0", "v2.1", "v2.5", "v2.10")) {
      assertThat(
              labels(
                  mail("a", "[PATCH] io: read all"),
                  mail("b", "[PATCH v2] io: read all").on(2),
                  mail("c", "[PATCH " + number + "] io: read all").on(3)))
          .as(number)
          .containsExactly("v1", "v2", number);
    }
    assertThat(
            labels(
                mail("a", "[PATCH v4] io: read all"),
                mail("b", "[PATCH v4.4] io: read all").on(2),
                mail("c", "[PATCH v4.20] io: read all").on(3)))
        .containsExactly("v4", "v4.4", "v4.20");
  }

  @Test
  void aKernelIsATreeUnlessItsWholeNumberIsKnown() {
    assertThat(labels(mail("a", "[PATCH v6.20] io: read all"))).containsExactly("v1");
    assertThat(labels(mail("a", "[PATCH v4.4] io: read all"))).containsExactly("v4.4");
    assertThat(labels(mail("a", "[PATCH stable v6.6] io: read all"))).containsExactly("v1");
    assertThat(labels(mail("a", "[PATCH v6.6 v2] io: read all"))).containsExactly("v2");
    assertThat(
            lines(
                collect(
                    mail("a", "[PATCH v5.4] io: read all"),
                    mail("b", "[PATCH v5.10] io: read all"),
                    mail("c", "[PATCH v6.1] io: read all"))))
        .containsExactly("v1", "v1", "v1");
  }

  @Test
  void aLastWordIsANumberWhereTheTitleWithoutItIsKnown() {
    assertThat(
            lines(
                collect(
                    mail("a", "[PATCH] io: read all"), mail("b", "[PATCH] io: read all v2").on(3))))
        .containsExactly("v1", "v1 <- v2 (same title and author, same content)");
    assertThat(
            labels(
                mail("a", "[PATCH] io: read all v2"), mail("b", "[PATCH] io: read all v3").on(3)))
        .containsExactly("v2", "v3");
    assertThat(labels(mail("a", "[PATCH] io: support cgroup v2"))).containsExactly("v1");
    assertThat(
            lines(
                collect(
                    mail("a", "[PATCH] io: support cgroup v2"),
                    mail("b", "[PATCH v2] io: support cgroup v2").on(3))))
        .containsExactly("v1", "v1 <- v2 (same title and author, same content)");
  }

  @Test
  void onlySomePatchesOfASeriesHaveTheNumberInTheirTitles() {
    SeriesBag bag =
        collect(
            mail("a0", "[PATCH 0/2] io: both").withoutDiff(),
            mail("a1", "[PATCH 1/2] io: one").answering("a0"),
            mail("a2", "[PATCH 2/2] io: two").answering("a0"),
            mail("b0", "[PATCH 0/2] io: both, v2").withoutDiff().on(3),
            mail("b1", "[PATCH 1/2] io: one").answering("b0").on(3),
            mail("b2", "[PATCH 2/2] io: two (v2)").answering("b0").on(3),
            mail("c1", "[PATCH 1/2] io: one").on(5),
            mail("c2", "[PATCH 2/2] io: two (v3)").answering("c1").on(5));

    assertThat(labels(bag)).containsExactly("v1 2", "v2 2", "v3 2");
  }

  private static List<String> labels(SeriesBag bag) {
    return bag.lineages().stream()
        .flatMap(lineage -> lineage.versions().stream())
        .map(version -> version.label() + " " + version.patches().size())
        .toList();
  }

  @Test
  void ourLettersAreNoneThatASenderWrote() {
    assertThat(
            labels(
                mail("a", "[PATCH v2] io: read all"),
                mail("b", "[PATCH v2] io: read all").on(2),
                mail("c", "[PATCH v2b] io: read all").on(3)))
        .containsExactly("v2", "v2c", "v2b");
  }
}
