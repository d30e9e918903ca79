package dev.reroll.series;

import static dev.reroll.series.WrittenMail.collect;
import static dev.reroll.series.WrittenMail.mail;
import static dev.reroll.series.WrittenMail.neverSent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.mail.LeftOutReason;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which mails are one version. */
class VersionGroupingTest {
  @Test
  void patchesBelowACoverLetterAreItsVersion() {
    SeriesBag bag =
        collect(
            mail("0", "[PATCH 0/2] io: rework").withoutDiff(),
            mail("1", "[PATCH 1/2] io: one").answering("0"),
            mail("2", "[PATCH 2/2] io: two").answering("0"));

    assertThat(versions(bag)).containsExactly("io: rework | v1 | io: one, io: two");
    assertThat(bag.lineages().get(0).newest().cover()).isPresent();
  }

  @Test
  void patchesWithoutNumberTakeThatOfTheirCoverLetter() {
    SeriesBag bag =
        collect(
            mail("0", "[PATCHSET v2 0/2] io: rework").withoutDiff(),
            mail("1", "[PATCH 1/2] io: one").answering("0"),
            mail("2", "[PATCH 2/2] io: two").answering("0"));

    assertThat(versions(bag)).containsExactly("io: rework | v2 | io: one, io: two");
  }

  @Test
  void patchesThatArriveBeforeTheFirstAreOneVersion() {
    SeriesBag bag =
        collect(
            mail("3", "[PATCH 3/3] io: three").answering("1"),
            mail("2", "[PATCH 2/3] io: two").answering("1"),
            mail("1", "[PATCH 1/3] io: one"));

    assertThat(versions(bag)).containsExactly("io: one | v1 | io: one, io: two, io: three");
  }

  @Test
  void mailsWithoutAThreadAreGroupedByTagsTotalAndSender() {
    SeriesBag bag =
        collect(
            mail("a0", "[PATCH 0/2] io: rework").withoutDiff(),
            mail("b0", "[PATCH 0/2] net: rework").withoutDiff().from("bob"),
            mail("b1", "[PATCH 1/2] net: one").from("bob"),
            mail("a1", "[PATCH 1/2] io: one"),
            mail("a2", "[PATCH 2/2] io: two"),
            mail("b2", "[PATCH 2/2] net: two").from("bob"));

    assertThat(versions(bag))
        .containsExactly(
            "io: rework | v1 | io: one, io: two", "net: rework | v1 | net: one, net: two");
  }

  @Test
  void mailsWithoutAThreadThatWereSentWeeksApartAreTwoVersions() {
    SeriesBag bag =
        collect(mail("1", "[PATCH 1/2] io: one").on(1), mail("2", "[PATCH 2/2] net: two").on(20));

    assertThat(versions(bag)).containsExactly("io: one | v1 | io: one", "net: two | v1 | net: two");
  }

  @Test
  void unnumberedPatchesWithoutAThreadTakeTheNumberOfTheirCoverLetter() {
    SeriesBag bag =
        collect(
            mail("0", "[PATCHSET v2 0/2] io: rework").withoutDiff(),
            mail("1", "[PATCH 1/2] io: one"),
            mail("2", "[PATCH 2/2] io: two"));

    assertThat(versions(bag)).containsExactly("io: rework | v2 | io: one, io: two");
  }

  @Test
  void aNewVersionInsideTheOldThreadIsAVersionOfItsOwn() {
    SeriesBag bag =
        collect(
            mail("0", "[PATCH 0/1] io: rework").withoutDiff(),
            mail("1", "[PATCH 1/1] io: one").answering("0"),
            mail("v0", "[PATCH v2 0/1] io: rework").withoutDiff().answering("0"),
            mail("v1", "[PATCH v2 1/1] io: one").answering("v0"));

    assertThat(versions(bag))
        .containsExactly("io: rework | v1 | io: one", "io: rework | v2 | io: one");
    assertThat(bag.lineages()).hasSize(1);
  }

  @Test
  void aPatchRerolledInTheOldThreadStaysOutOfTheWholeNewVersion() {
    SeriesBag bag =
        collect(
            mail("1", "[PATCH 1/2] io: one"),
            mail("2", "[PATCH 2/2] io: two").answering("1"),
            mail("p", "[PATCH v2 1/2] io: one").answering("1").on(2),
            mail("w0", "[PATCHSET v2 0/2] io: rework").withoutDiff().on(3),
            mail("w1", "[PATCH 1/2] io: one").answering("w0").on(3),
            mail("w2", "[PATCH 2/2] io: two").answering("w0").on(3));

    assertThat(versions(bag))
        .containsExactly(
            "io: one | v1 | io: one, io: two",
            "io: one | v2b | io: one, io: two",
            "io: rework | v2 | io: one, io: two");
    assertThat(bag.lineages()).hasSize(1);
  }

  @Test
  void aPatchNumberedAboveTheTotalIsTheLastOne() {
    SeriesBag bag =
        collect(
            mail("1", "[PATCH 1/2] io: one"),
            mail("2", "[PATCH 2/2] io: two").answering("1"),
            mail("3", "[PATCH 3/2] io: three").answering("1"));

    assertThat(versions(bag)).containsExactly("io: one | v1 | io: one, io: two, io: three");
  }

  @Test
  void aMissingPatchLeavesItsPlaceEmpty() {
    SeriesBag bag =
        collect(
            mail("1", "[PATCH 1/3] io: one"), mail("3", "[PATCH 3/3] io: three").answering("1"));

    assertThat(bag.lineages().get(0).newest().missing()).containsExactly(2);
  }

  @Test
  void aLostPatchThatIsSentAgainTakesItsPlace() {
    SeriesBag bag =
        collect(
            mail("0", "[PATCH 0/2] io: rework").withoutDiff(),
            mail("1", "[PATCH 1/2] io: one").answering("0"),
            mail("2", "[PATCH RESEND 2/2] io: two").answering("0"));

    assertThat(versions(bag)).containsExactly("io: rework | v1 | io: one, io: two");
  }

  @Test
  void onePatchForCommentsDoesNotMakeTheSeriesOne() {
    SeriesBag bag =
        collect(
            mail("1", "[PATCH 1/2] io: one"), mail("2", "[RFC PATCH 2/2] io: two").answering("1"));

    assertThat(versions(bag)).containsExactly("io: one | v1 | io: one, io: two");
  }

  @Test
  void aTotalThatDiffersFromTheCoverLettersIsTheSameVersion() {
    SeriesBag bag =
        collect(
            mail("0", "[PATCH 0/3] io: rework").withoutDiff(),
            mail("1", "[PATCH 1/2] io: one").answering("0"),
            mail("2", "[PATCH 2/2] io: two").answering("0"));

    assertThat(versions(bag)).containsExactly("io: rework | v1 | io: one, io: two");
    assertThat(bag.lineages().get(0).newest().missing()).isEmpty();
  }

  @Test
  void neverSentPatchesOfSeveralAuthorsAreOneSeries() {
    SeriesBag bag =
        collect(
            neverSent("[PATCH 1/2] io: one"),
            neverSent("[PATCH 2/2] io: two").from("bob"),
            neverSent("[PATCH v2 1/2] io: one"),
            neverSent("[PATCH v2 2/2] io: two").from("bob"));

    assertThat(versions(bag))
        .containsExactly("io: one | v1 | io: one, io: two", "io: one | v2 | io: one, io: two");
  }

  @Test
  void neverSentPatchesWithoutNumbersAreOneSeriesInTheirOrder() {
    SeriesBag bag =
        collect(
            neverSent("[PATCH] io: one"), neverSent("[PATCH] io: two"), neverSent("[PATCH] net"));

    assertThat(versions(bag)).containsExactly("io: one | v1 | io: one, io: two, net");
  }

  @Test
  void aSeriesWrittenTwiceWithoutVersionsIsTwoVersions() {
    SeriesBag bag =
        collect(
            neverSent("[PATCH 1/2] io: one"),
            neverSent("[PATCH 2/2] io: two"),
            neverSent("[PATCH 1/2] io: one"),
            neverSent("[PATCH 2/2] io: two"));

    assertThat(versions(bag))
        .containsExactly("io: one | v1 | io: one, io: two", "io: one | v1b | io: one, io: two");
  }

  @Test
  void repliesAreLeftOutAndSaidSo() {
    SeriesBag bag =
        collect(
            mail("1", "[PATCH] io: one"),
            mail("r", "Re: [PATCH] io: one").answering("1").withoutDiff(),
            mail("d", "Re: [PATCH] io: one").answering("1").from("bob"));

    assertThat(bag.leftOut())
        .extracting(LeftOut::reason)
        .containsExactly(LeftOutReason.REPLY, LeftOutReason.REPLY_WITH_DIFF);
  }

  @Test
  void aCoverLetterWithoutPatchesIsLeftOut() {
    SeriesBag bag =
        collect(
            mail("1", "[PATCH] io: one"), mail("0", "[PATCH 0/9] net: rework").withoutDiff().on(9));

    assertThat(versions(bag)).containsExactly("io: one | v1 | io: one");
    assertThat(bag.leftOut())
        .extracting(LeftOut::reason)
        .containsExactly(LeftOutReason.COVER_WITHOUT_PATCHES);
  }

  /** Returns {@code title | label | patches} for each version, lineage by lineage. */
  static List<String> versions(SeriesBag bag) {
    return bag.lineages().stream()
        .flatMap(lineage -> lineage.versions().stream())
        .map(
            version ->
                version.title()
                    + " | "
                    + version.label()
                    + " | "
                    + version.patches().stream()
                        .map(patch -> patch.envelope().subject().title())
                        .collect(Collectors.joining(", ")))
        .toList();
  }
}
