package dev.reroll.series;

import static dev.reroll.series.WrittenMail.collect;
import static dev.reroll.series.WrittenMail.mail;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which versions are one lineage, and in which order. */
class LineageGroupingTest {
  @Test
  void versionsWithOneTitleAreOneLineage() {
    SeriesBag bag =
        collect(
            mail("a", "[PATCH] io: read all"),
            mail("b", "[PATCH v2] IO: read all!"),
            mail("c", "[PATCH v3] Subject: io: read all"));

    assertThat(labels(bag)).containsExactly(List.of("v1", "v2", "v3"));
  }

  @Test
  void twoSeriesInOneMailboxAreTwoLineages() {
    SeriesBag bag =
        collect(mail("a", "[PATCH] io: read all"), mail("b", "[PATCH v2] net: send less"));

    assertThat(labels(bag)).containsExactly(List.of("v1"), List.of("v2"));
  }

  @Test
  void aFollowUpFixInTheThreadIsAnotherLineage() {
    SeriesBag bag =
        collect(
            mail("a", "[PATCH] io: read all"),
            mail("f", "[PATCH] io: stop reading at the end").answering("a").on(2),
            mail("g", "[PATCH] docs: say what is read").answering("a").from("bob").on(2));

    assertThat(labels(bag)).containsExactly(List.of("v1"), List.of("v1"), List.of("v1"));
  }

  @Test
  void anotherPersonsPatchWithALaterNumberInTheThreadIsAnotherLineage() {
    SeriesBag bag =
        collect(
            mail("a", "[PATCH] io: read all"),
            mail("g", "[PATCH v2] docs: say what is new").answering("a").from("bob").on(2));

    assertThat(labels(bag)).containsExactly(List.of("v1"), List.of("v2"));
  }

  @Test
  void aLaterNumberInTheThreadIsTheSameWorkUnderANewTitle() {
    SeriesBag bag =
        collect(
            mail("a", "[PATCH] io: read all"),
            mail("b", "[PATCH v2] block: fill the buffer").answering("a").on(2));

    assertThat(labels(bag)).containsExactly(List.of("v1", "v2"));
  }

  @Test
  void versionsThatShareHalfOfTheirPatchesAreOneLineage() {
    SeriesBag bag =
        collect(
            mail("a0", "[PATCH 0/2] io: rework").withoutDiff(),
            mail("a1", "[PATCH 1/2] io: one").answering("a0"),
            mail("a2", "[PATCH 2/2] io: two").answering("a0"),
            mail("b0", "[PATCH v2 0/2] Faster input").withoutDiff().on(9),
            mail("b1", "[PATCH v2 1/2] io: one").answering("b0").on(9),
            mail("b2", "[PATCH v2 2/2] io: three").answering("b0").on(9));

    assertThat(labels(bag)).containsExactly(List.of("v1", "v2"));
  }

  @Test
  void aPatchThatAStableTreePicksIsNoVersionOfItsSeries() {
    SeriesBag bag =
        collect(
            mail("a1", "[PATCH v2 1/2] io: one"),
            mail("a2", "[PATCH v2 2/2] io: two").answering("a1"),
            mail("s1", "[PATCH AUTOSEL 1/2] io: one").from("carl").on(20),
            mail("s2", "[PATCH AUTOSEL 2/2] net: other").from("carl").answering("s1").on(20));

    assertThat(labels(bag)).containsExactly(List.of("v2"), List.of("v1"));
  }

  @Test
  void halvesOfOneChangeWithTheSameTitleAreToldApartByTheirPaths() {
    SeriesBag bag =
        collect(
            mail("k1", "[PATCH] Add a new call").changing("kernel/call.c"),
            mail("u1", "[PATCH] Add a new call").changing("lib/call.c"),
            mail("u2", "[PATCH v2] Add a new call").changing("lib/call.c").on(2),
            mail("k2", "[PATCH v2] Add a new call").changing("kernel/call.c").on(2));

    assertThat(bag.lineages()).hasSize(2);
    assertThat(bag.lineages())
        .allSatisfy(
            lineage ->
                assertThat(
                        lineage.versions().stream()
                            .map(version -> version.patches().get(0).diff().toString())
                            .distinct())
                    .hasSize(1));
  }

  @Test
  void aVersionWithoutPredecessorTakesTheLastOneWithASimilarTitle() {
    SeriesBag bag =
        collect(
            mail("a", "[PATCH 1/1] Fix the build with old compilers"),
            mail("b", "[PATCH v2] Fix the build with old compilers (gcc 5 and 6)").on(5));

    assertThat(labels(bag)).containsExactly(List.of("v1", "v2"));
  }

  @Test
  void aSimilarTitleOfAnotherSenderIsNoPredecessor() {
    SeriesBag bag =
        collect(
            mail("a", "[PATCH] Fix the build with old compilers").from("bob"),
            mail("b", "[PATCH v2] Fix the build with old compilers (gcc 5)").on(5));

    assertThat(labels(bag)).containsExactly(List.of("v1"), List.of("v2"));
  }

  @Test
  void oneWordOfDifferenceIsAnotherPatch() {
    SeriesBag bag =
        collect(
            mail("a", "[PATCH] io: add support for MKDIRAT"),
            mail("b", "[PATCH v2] io: add support for SYMLINKAT").on(5));

    assertThat(labels(bag)).containsExactly(List.of("v1"), List.of("v2"));
  }

  @Test
  void aRowOfRfcsGoesBeforeTheFirstRealVersion() {
    SeriesBag bag =
        collect(
            mail("1", "[PATCH] io: read").on(9),
            mail("r3", "[RFC PATCH v3] io: read").on(7),
            mail("r2", "[RFC PATCH v2] io: read").on(6),
            mail("2", "[PATCH v2] io: read").on(12));

    assertThat(labels(bag)).containsExactly(List.of("rfc-v2", "rfc-v3", "v1", "v2"));
  }

  @Test
  void aResendGoesBehindWhatItResends() {
    SeriesBag bag =
        collect(
            mail("2", "[PATCH v2] io: read").on(9),
            mail("r", "[PATCH RESEND] io: read").on(5),
            mail("1", "[PATCH] io: read").on(1));

    assertThat(labels(bag)).containsExactly(List.of("v1", "v1-resend", "v2"));
  }

  @Test
  void aNumberPostedTwiceGetsALetter() {
    SeriesBag bag =
        collect(
            mail("b", "[PATCH v2] io: read").on(9),
            mail("a", "[PATCH v2] io: read").on(5),
            mail("1", "[PATCH] io: read").on(1));

    assertThat(labels(bag)).containsExactly(List.of("v1", "v2", "v2b"));
  }

  @Test
  void tenThousandMailsOfOneListTakeNoTimeToSpeakOf() {
    List<WrittenMail> mails = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      int series = i / 10;
      mails.add(
          mail(
                  "m" + i,
                  "[PATCH v" + (series % 5 + 1) + " " + (i % 10 + 1) + "/10] s: patch " + i % 7)
              .answering(i % 10 == 0 ? "" : "m" + series * 10)
              .on(series % 28 + 1));
    }
    Instant start = Instant.now();

    SeriesBag bag = collect(mails.toArray(WrittenMail[]::new));

    assertThat(bag.lineages()).isNotEmpty();
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void anEndlessThreadIsClimbedOnlySoFar() {
    List<WrittenMail> mails = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      mails.add(mail("m" + i, "[PATCH] p" + i).answering("m" + (i - 1)));
    }

    assertThat(collect(mails.toArray(WrittenMail[]::new)).lineages()).hasSize(20_000);
  }

  private static List<List<String>> labels(SeriesBag bag) {
    return bag.lineages().stream()
        .map(lineage -> lineage.versions().stream().map(v -> v.label().toString()).toList())
        .toList();
  }
}
