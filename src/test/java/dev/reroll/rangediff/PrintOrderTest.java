package dev.reroll.rangediff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.align.Alignment;
import dev.reroll.align.Alignment.Match;
import dev.reroll.rangediff.RangeDiffer.PrintOrder;
import dev.reroll.rangediff.RangeDiffer.PrintOrder.Slot;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrintOrderTest {
  private static final int NONE = PrintOrder.NONE;

  @Test
  void removedPatchWaitsForItsPredecessors() {
    // Old 0 is new 1, old 1 is gone, old 2 is new 0.
    Alignment alignment =
        new Alignment(List.of(new Match(2, 0), new Match(0, 1)), List.of(1), List.of());
    assertThat(PrintOrder.of(alignment, 3, 2))
        .containsExactly(new Slot(2, 0), new Slot(0, 1), new Slot(1, NONE));
  }

  @Test
  void removedPatchesComeBeforeTheNewOneThatStandsInTheirPlace() {
    Alignment alignment = new Alignment(List.of(new Match(2, 1)), List.of(0, 1), List.of(0));
    assertThat(PrintOrder.of(alignment, 3, 2))
        .containsExactly(new Slot(0, NONE), new Slot(1, NONE), new Slot(NONE, 0), new Slot(2, 1));
  }

  @Test
  void oldPatchInTwoMatchesIsPrintedTwice() {
    Alignment alignment =
        new Alignment(List.of(new Match(0, 0), new Match(0, 1)), List.of(1), List.of());
    assertThat(PrintOrder.of(alignment, 2, 2))
        .containsExactly(new Slot(0, 0), new Slot(1, NONE), new Slot(0, 1));
  }
}
