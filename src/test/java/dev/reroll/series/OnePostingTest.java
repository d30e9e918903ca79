package dev.reroll.series;

import static dev.reroll.series.WrittenMail.collect;
import static dev.reroll.series.WrittenMail.mail;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.message.MessageId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was sent in one go is one version, however it is numbered. */
class OnePostingTest {
  private static List<String> versions(SeriesBag bag) {
    return bag.lineages().stream()
        .flatMap(lineage -> lineage.versions().stream())
        .map(
            version ->
                version.label()
                    + ": "
                    + version.patches().size()
                    + " of "
                    + version.slots().size()
                    + (version.cover().isPresent() ? " with cover" : ""))
        .toList();
  }

  private static String holder(SeriesBag bag, String id) {
    return bag.find(new MessageId(id + "@example.org"))
        .map(place -> place.version().label().toString())
        .orElse("none");
  }

  @Test
  void aMailWithoutNumberAboveItsSendersPatchesIsTheirCoverLetter() {
    SeriesBag bag =
        collect(
            mail("a0", "Faster io, next attempt").withoutDiff(),
            mail("a1", "[PATCH v2 1/2] io: one").answering("a0"),
            mail("a2", "[PATCH v2 2/2] io: two").answering("a0"));

    assertThat(versions(bag)).containsExactly("v2: 2 of 2 with cover");
    assertThat(holder(bag, "a0")).isEqualTo("v2");
    assertThat(bag.leftOut()).isEmpty();
  }

  @Test
  void someoneElsesQuestionAboveThePatchesIsNone() {
    SeriesBag bag =
        collect(
            mail("q", "io is slow").withoutDiff().from("bob"),
            mail("a1", "[PATCH 1/2] io: one").answering("q"),
            mail("a2", "[PATCH 2/2] io: two").answering("q"));

    assertThat(versions(bag)).containsExactly("v1: 2 of 2");
    SeriesBag later =
        collect(
            mail("q", "io is slow").withoutDiff(),
            mail("a1", "[PATCH 1/2] io: one").answering("q").on(9),
            mail("a2", "[PATCH 2/2] io: two").answering("q").on(9));
    assertThat(versions(later)).containsExactly("v1: 2 of 2");
  }

  @Test
  void aCoverLetterAboveAnUnnumberedPatchIsItsOwn() {
    SeriesBag bag =
        collect(
            mail("a0", "[PATCH v2 0/1] io: one").withoutDiff(),
            mail("a1", "[PATCH v2] io: one").answering("a0"));

    assertThat(versions(bag)).containsExactly("v2: 1 of 1 with cover");
    assertThat(holder(bag, "a0")).isEqualTo("v2");
  }

  @Test
  void aCoverLetterThatWasSentTwiceFindsItsSeries() {
    SeriesBag bag =
        collect(
            mail("a0", "[PATCH 0/2] io: both").withoutDiff(),
            mail("b0", "[PATCH 0/2] io: both").withoutDiff(),
            mail("a1", "[PATCH 1/2] io: one").answering("a0"),
            mail("a2", "[PATCH 2/2] io: two").answering("a0"),
            mail("r", "Re: [PATCH 0/2] io: both").withoutDiff().answering("b0").from("bob"));

    assertThat(versions(bag)).containsExactly("v1: 2 of 2 with cover");
    assertThat(holder(bag, "b0")).isEqualTo("v1");
    assertThat(holder(bag, "r")).isEqualTo("v1");
    assertThat(bag.conversation().about(bag.lineages().get(0).newest())).hasSize(1);
  }

  @Test
  void aPatchThatKeptItsOwnNumberIsOfThePosting() {
    SeriesBag bag =
        collect(
            mail("a0", "[PATCH 0/3] io: all").withoutDiff(),
            mail("a1", "[PATCH 1/3] io: one").answering("a0"),
            mail("a2", "[PATCH v4 2/3] io: two").answering("a0"),
            mail("a3", "[PATCH v2 3/3] io: three").answering("a0"));

    assertThat(versions(bag)).containsExactly("v1: 3 of 3 with cover");
  }

  @Test
  void aPatchOfALaterDayIsARerollAndFillsNoHole() {
    SeriesBag bag =
        collect(
            mail("a0", "[PATCH 0/2] io: all").withoutDiff(),
            mail("a1", "[PATCH 1/2] io: one").answering("a0"),
            mail("b2", "[PATCH v2 2/2] io: two").answering("a0").on(9));

    assertThat(versions(bag)).startsWith("v1: 1 of 2 with cover").hasSize(2);
  }

  @Test
  void twoPeopleBehindOneListAddressAreTwoSenders() {
    SeriesBag bag =
        collect(
            mail("a1", "[PATCH 1/2] io: one").from("Ada Example via io <io@lists.example.org>"),
            mail("b2", "[PATCH 2/2] doc: two").from("Bob Example via io <io@lists.example.org>"),
            mail("a2", "[PATCH 2/2] io: two").from("Ada Example via io <io@lists.example.org>"),
            mail("b1", "[PATCH 1/2] doc: one").from("Bob Example via io <io@lists.example.org>"));

    assertThat(versions(bag)).containsExactly("v1: 2 of 2", "v1: 2 of 2");
    assertThat(bag.lineages().get(0).newest().sender().name()).isEqualTo("Ada Example");
    assertThat(Linked.patches(bag.lineages().get(1).newest())).isEqualTo("1 doc: one, 2 doc: two");
  }

  @Test
  void anAnswerUnderTheSameSubjectIsAReply() {
    SeriesBag bag =
        collect(
            mail("a", "[PATCH] io: one"),
            mail("r", "[PATCH] io: one")
                .withoutDiff()
                .answering("a")
                .from("bob")
                .saying("> +new\nWhy?"),
            mail("s", "[PATCH] io: one").withoutDiff().answering("a").from("eve"));

    assertThat(versions(bag)).containsExactly("v1: 1 of 1");
    assertThat(bag.conversation().about(bag.lineages().get(0).newest())).hasSize(2);
  }
}
