package dev.reroll.series;

import static dev.reroll.series.Linked.patches;
import static dev.reroll.series.WrittenMail.collect;
import static dev.reroll.series.WrittenMail.mail;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.message.MessageId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Versions that reroll only some patches of the one before. */
class PartialRerollTest {
  @Test
  void theOtherPatchesAreTakenFromTheVersionThatIsAnswered() {
    Lineage lineage = lineage(mail("n2", "[PATCH v3 2/3] io: two").answering("v2").on(5));

    assertThat(patches(lineage.newest())).isEqualTo("1 io: one (v2), 2 io: two, 3 io: three (v2)");
    assertThat(lineage.newest().isPartial()).isTrue();
    assertThat(lineage.newest().missing()).isEmpty();
    assertThat(lineage.newest().ids()).containsExactly(new MessageId("n2@example.org"));
    assertThat(lineage.before(lineage.newest()).orElseThrow().label()).hasToString("v2");
  }

  @Test
  void twoPatchesWithOneNumberAreOneVersion() {
    Lineage lineage =
        lineage(
            mail("n2", "[PATCH v3 2/3] io: two").answering("v2").on(5),
            mail("n3", "[PATCH v3 3/3] io: three").answering("v3").on(5));

    assertThat(patches(lineage.newest())).isEqualTo("1 io: one (v2), 2 io: two, 3 io: three");
  }

  @Test
  void theNextPartialRerollGoesOnFromThere() {
    Lineage lineage =
        lineage(
            mail("n2", "[PATCH v3 2/3] io: two").answering("v2").on(5),
            mail("m1", "[PATCH v4 1/3] io: one").answering("v1").on(7));

    assertThat(patches(lineage.newest())).isEqualTo("1 io: one, 2 io: two (v3), 3 io: three (v2)");
  }

  @Test
  void aVersionWithAPointCompletesTheVersionOfItsNumber() {
    Lineage lineage = lineage(mail("n2", "[PATCH v2.1 2/3] io: two").answering("v2").on(5));

    assertThat(lineage.newest().label()).hasToString("v2.1");
    assertThat(patches(lineage.newest())).isEqualTo("1 io: one (v2), 2 io: two, 3 io: three (v2)");
  }

  @Test
  void aSinglePatchWithoutNumberReplacesTheOneOfItsTitle() {
    Lineage lineage = lineage(mail("n2", "[PATCH v3] io: two").answering("v2").on(5));

    assertThat(patches(lineage.newest())).isEqualTo("1 io: one (v2), 2 io: two, 3 io: three (v2)");
  }

  @Test
  void aSinglePatchWithAnotherTitleIsAllThereIs() {
    Lineage lineage = lineage(mail("n2", "[PATCH v3] io: all in one").answering("v2").on(5));

    assertThat(patches(lineage.newest())).isEqualTo("1 io: all in one");
  }

  @Test
  void aVersionWithItsOwnCoverLetterThatLostMailsIsIncomplete() {
    Lineage lineage =
        lineage(
            mail("n0", "[PATCH v3 0/3] io: rework").withoutDiff().answering("v0").on(5),
            mail("n2", "[PATCH v3 2/3] io: two").answering("n0").on(5));

    assertThat(patches(lineage.newest())).isEqualTo("1 -, 2 io: two, 3 -");
    assertThat(lineage.newest().isPartial()).isFalse();
  }

  @Test
  void aWholeVersionAfterAPartialOneFollowsThatOne() {
    Lineage lineage =
        lineage(
            mail("n2", "[PATCH v3 2/3] io: two").answering("v2").on(5),
            mail("w0", "[PATCH v4 0/3] io: rework").withoutDiff().on(9),
            mail("w1", "[PATCH v4 1/3] io: one").answering("w0").on(9),
            mail("w2", "[PATCH v4 2/3] io: two").answering("w0").on(9),
            mail("w3", "[PATCH v4 3/3] io: three").answering("w0").on(9));

    assertThat(lineage.before(lineage.newest()).orElseThrow().label()).hasToString("v3");
  }

  @Test
  void aWholeVersionWithTheNumberOfAPartialOneFollowsThatOne() {
    Lineage lineage =
        lineage(
            mail("n2", "[PATCH v3 2/3] io: two").answering("v2").on(5),
            mail("w0", "[PATCH v3 0/3] io: rework").withoutDiff().on(9),
            mail("w1", "[PATCH v3 1/3] io: one").answering("w0").on(9),
            mail("w2", "[PATCH v3 2/3] io: two").answering("w0").on(9),
            mail("w3", "[PATCH v3 3/3] io: three").answering("w0").on(9));

    assertThat(patches(lineage.newest())).isEqualTo("1 io: one, 2 io: two, 3 io: three");
    assertThat(lineage.before(lineage.newest()).orElseThrow().label()).hasToString("v3b");
  }

  /** Returns the lineage of a v2 with three patches, and what was sent after it. */
  private static Lineage lineage(WrittenMail... later) {
    List<WrittenMail> mails = new ArrayList<>();
    mails.add(mail("v0", "[PATCH v2 0/3] io: rework").withoutDiff());
    mails.add(mail("v1", "[PATCH v2 1/3] io: one").answering("v0").adding("one", 1, 9));
    mails.add(mail("v2", "[PATCH v2 2/3] io: two").answering("v0").adding("two", 1, 9));
    mails.add(mail("v3", "[PATCH v2 3/3] io: three").answering("v0").adding("three", 1, 9));
    mails.addAll(List.of(later));
    List<Lineage> lineages = collect(mails.toArray(WrittenMail[]::new)).lineages();
    assertThat(lineages).hasSize(1);
    return lineages.get(0);
  }
}
