package dev.reroll.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reroll.align.AlignEvents.AlignEvent;
import dev.reroll.align.Alignment.Match;
import dev.reroll.linediff.Tally;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlignerTest {
  private static final long SEED = Long.getLong("reroll.oracle.seed", 20261122L);
  private static final DiffPart X = part(0, 12);
  private static final DiffPart Y = part(20, 32);
  private static final DiffPart Z = part(40, 62);

  private static DiffPart part(int from, int to) {
    return new DiffPart(IntStream.range(from, to).toArray(), to - from);
  }

  private static Alignment align(List<DiffPart> before, List<DiffPart> after, int percent) {
    return Aligner.align(before, after, new CreationFactor(percent));
  }

  @Test
  void equalPatchesMatchWhereverTheyStand() {
    assertThat(align(List.of(X, Y, Z), List.of(Z, X), 60))
        .isEqualTo(new Alignment(List.of(new Match(2, 0), new Match(0, 1)), List.of(1), List.of()));
  }

  @Test
  void similarPatchIsMatchedAndAForeignOneIsNot() {
    DiffPart changed = part(0, 13);
    assertThat(align(List.of(X), List.of(Y, changed), 60))
        .isEqualTo(new Alignment(List.of(new Match(0, 1)), List.of(), List.of(0)));
  }

  @Test
  void creationFactorDecidesWhetherForeignPatchesMatch() {
    assertThat(align(List.of(X), List.of(Y), 60).matches()).isEmpty();
    assertThat(align(List.of(X), List.of(Y), 110).matches()).containsExactly(new Match(0, 0));
  }

  @Test
  void seriesMayBeEmpty() {
    assertThat(align(List.of(), List.of(), 60))
        .isEqualTo(new Alignment(List.of(), List.of(), List.of()));
    assertThat(align(List.of(X), List.of(), 60))
        .isEqualTo(new Alignment(List.of(), List.of(0), List.of()));
    assertThat(align(List.of(), List.of(X, Y), 60))
        .isEqualTo(new Alignment(List.of(), List.of(), List.of(0, 1)));
  }

  @Test
  void dearNewPatchTakesAnOldOneThatKeepsItsEqual() {
    assertThat(align(List.of(X), List.of(X, Z), 1_000_000))
        .isEqualTo(new Alignment(List.of(new Match(0, 0), new Match(0, 1)), List.of(), List.of()));
  }

  @Test
  void oldPatchThatLosesItsEqualToADearOneIsRemoved() {
    Tally<AlignEvent> tally = new Tally<>();
    Alignment alignment =
        new Aligner(List.of(X, Z), List.of(X), tally::add).align(new CreationFactor(1_000_000));
    assertThat(alignment).isEqualTo(new Alignment(List.of(new Match(1, 0)), List.of(0), List.of()));
    assertThat(tally.count(AlignEvent.EXACT_MATCH_LOST)).isEqualTo(1);
  }

  @Test
  void amongEqualPatchesTheLastIsTakenFirst() {
    assertThat(align(List.of(X, X, X), List.of(X, X), 60).matches())
        .containsExactly(new Match(2, 0), new Match(1, 1));
    List<Match> of51 = align(Collections.nCopies(51, X), List.of(X, X), 60).matches();
    assertThat(of51).containsExactly(new Match(50, 0), new Match(49, 1));
  }

  @Test
  void the52ndOldPatchTurnsTheOrderAndFewerThan40LeftTurnItBack() {
    List<Match> matches =
        align(Collections.nCopies(52, X), Collections.nCopies(14, X), 60).matches();
    assertThat(matches.subList(0, 2)).containsExactly(new Match(0, 0), new Match(1, 1));
    assertThat(matches.get(12)).isEqualTo(new Match(12, 12));
    assertThat(matches.get(13)).isEqualTo(new Match(51, 13));
  }

  @Test
  void the205thOldPatchTurnsTheOrderOnceMore() {
    assertThat(align(Collections.nCopies(204, X), List.of(X), 60).matches())
        .containsExactly(new Match(203, 0));
    assertThat(align(Collections.nCopies(205, X), List.of(X), 60).matches())
        .containsExactly(new Match(51, 0));
  }

  @Test
  void anotherFactorDiffsNoPairAgain() {
    Tally<AlignEvent> tally = new Tally<>();
    Aligner aligner = new Aligner(List.of(X, Y, Z), List.of(part(0, 13), part(21, 33)), tally::add);
    Alignment first = aligner.align(new CreationFactor(999));
    long diffedCount = tally.count(AlignEvent.PAIR_DIFFED);
    assertThat(diffedCount).isPositive();
    aligner.align(CreationFactor.DEFAULT);
    assertThat(aligner.align(new CreationFactor(999))).isEqualTo(first);
    assertThat(tally.count(AlignEvent.PAIR_DIFFED)).isEqualTo(diffedCount);
  }

  @Test
  void unrelatedPatchesAreNotDiffed() {
    Tally<AlignEvent> tally = new Tally<>();
    List<DiffPart> before = new ArrayList<>();
    List<DiffPart> after = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      before.add(part(100 * i, 100 * i + 60));
      after.add(part(100 * i + 1, 100 * i + 61));
    }
    Collections.shuffle(after, new Random(SEED));
    Alignment alignment = new Aligner(before, after, tally::add).align(CreationFactor.DEFAULT);
    assertThat(alignment.matches()).hasSize(60);
    assertThat(tally.count(AlignEvent.PAIR)).isEqualTo(3600);
    assertThat(tally.count(AlignEvent.PAIR_DIFFED)).isEqualTo(60);
  }

  @Test
  void tooManyPairsAreRefused() {
    List<DiffPart> many = Collections.nCopies(8193, X);
    assertThatThrownBy(() -> new Aligner(many, many))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("8193 × 8193 patches");
  }

  @Test
  void alignmentPlacesEveryPatch() {
    assertThatThrownBy(() -> new Alignment(List.of(new Match(1, 0)), List.of(), List.of()))
        .hasMessage("old patch 0 is not placed");
    assertThatThrownBy(() -> new Alignment(List.of(), List.of(0), List.of(1)))
        .hasMessage("new patch 0 is not placed");
    assertThatThrownBy(() -> new Alignment(List.of(new Match(0, 0)), List.of(0), List.of()))
        .hasMessage("old patch 0 is placed twice");
  }
}
