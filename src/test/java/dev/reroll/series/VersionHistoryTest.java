package dev.reroll.series;

import static dev.reroll.series.Linked.lines;
import static dev.reroll.series.WrittenMail.collect;
import static dev.reroll.series.WrittenMail.mail;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Histories that do not count one, two, three. */
class VersionHistoryTest {
  private static final String BY_TITLE = " (same title and author, same content)";

  @Test
  void theFirstRealVersionFollowsTheLastRfc() {
    assertThat(
            lines(
                collect(
                    mail("r1", "[RFC PATCH] io: read"),
                    mail("r2", "[RFC PATCH v2] io: read").on(4),
                    mail("1", "[PATCH] io: read").on(8),
                    mail("2", "[PATCH v2] io: read").on(12))))
        .containsExactly(
            "rfc-v1",
            "rfc-v1 <- rfc-v2" + BY_TITLE,
            "rfc-v2 <- v1" + BY_TITLE,
            "v1 <- v2" + BY_TITLE);
  }

  @Test
  void theNumbersOfRfcsMayGoOn() {
    SeriesBag bag =
        collect(mail("r1", "[RFC PATCH] io: read"), mail("2", "[PATCH v2] io: read").on(8));

    assertThat(lines(bag)).containsExactly("rfc-v1", "rfc-v1 <- v2" + BY_TITLE);
    assertThat(bag.lineages().get(0).missingBefore(bag.lineages().get(0).newest())).isEmpty();
  }

  @Test
  void aResendFollowsWhatItResends() {
    assertThat(
            lines(
                collect(
                    mail("1", "[PATCH v3] io: read"),
                    mail("r", "[PATCH RESEND v3] io: read").on(8),
                    mail("2", "[PATCH v4] io: read").on(12))))
        .containsExactly("v3", "v3 <- v3-resend" + BY_TITLE, "v3-resend <- v4" + BY_TITLE);
  }

  @Test
  void aGapIsLinkedAndKnown() {
    SeriesBag bag = collect(mail("1", "[PATCH] io: read"), mail("3", "[PATCH v3] io: read").on(9));
    Lineage lineage = bag.lineages().get(0);

    assertThat(lines(bag)).containsExactly("v1", "v1 <- v3" + BY_TITLE);
    assertThat(lineage.missingBefore(lineage.newest())).containsExactly(2);
    assertThat(lineage.missingBefore(lineage.versions().get(0))).isEmpty();
  }

  @Test
  void allNumbersBeforeTheFirstVersionThatIsThereAreMissing() {
    Lineage lineage = collect(mail("3", "[PATCH v3] io: read")).lineages().get(0);

    assertThat(lineage.missingBefore(lineage.newest())).containsExactly(1, 2);
  }

  @Test
  void theSecondPostingOfANumberFollowsTheFirst() {
    assertThat(
            lines(
                collect(
                    mail("1", "[PATCH] io: read"),
                    mail("2", "[PATCH v2] io: read").on(3),
                    mail("2b", "[PATCH v2] io: read").on(5),
                    mail("3", "[PATCH v3] io: read").on(7))))
        .containsExactly(
            "v1", "v1 <- v2" + BY_TITLE, "v2 <- v2b" + BY_TITLE, "v2b <- v3" + BY_TITLE);
  }

  @Test
  void twoSeriesBelowOneCoverLetterAreTwoLineages() {
    SeriesBag bag =
        collect(
            mail("0", "[PATCH 0/2] both halves").withoutDiff(),
            mail("k", "[PATCH 1/1] kernel: add a call").answering("0").changing("kernel/call.c"),
            mail("u1", "[PATCH 1/2] lib: use the call").answering("0").changing("lib/call.c"),
            mail("u2", "[PATCH 2/2] lib: test it").answering("0").changing("lib/test.c"));

    assertThat(VersionGroupingTest.versions(bag))
        .containsExactlyInAnyOrder(
            "both halves | v1 | lib: use the call, lib: test it",
            "kernel: add a call | v1 | kernel: add a call");
  }

  @Test
  void twoCoverLettersInOneThreadEachHaveTheirPatches() {
    SeriesBag bag =
        collect(
            mail("0", "[PATCH v2 0/2] lib: use it").withoutDiff(),
            mail("k0", "[PATCH v2 0/1] kernel: add it").withoutDiff().answering("0"),
            mail("k1", "[PATCH v2 1/1] kernel: a call").answering("0").changing("kernel/call.c"),
            mail("u1", "[PATCH v2 1/2] lib: a call").answering("0").changing("lib/call.c"),
            mail("u2", "[PATCH v2 2/2] lib: a test").answering("0").changing("lib/test.c"));

    assertThat(VersionGroupingTest.versions(bag))
        .containsExactlyInAnyOrder(
            "lib: use it | v2 | lib: a call, lib: a test", "kernel: add it | v2 | kernel: a call");
  }
}
