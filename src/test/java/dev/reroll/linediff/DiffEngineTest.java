package dev.reroll.linediff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.difflib.patch.ChangeDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.Patch;
import com.github.difflib.patch.PatchFailedException;
import dev.reroll.bytes.Octets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiffEngineTest {
  private static final long SEED = Long.getLong("reroll.oracle.seed", 20261122L);

  private final LineTable table = new LineTable();

  private int[] lines(String... lines) {
    return table.internLines(Octets.utf8(String.join("\n", lines) + "\n"));
  }

  @Test
  void equalSidesHaveNoEdits() {
    int[] side = lines("a", "b");
    assertThat(new DiffEngine().edits(side, side.clone(), table)).isEmpty();
    assertThat(new DiffEngine().printedLength(side, side)).isZero();
    assertThat(new DiffEngine().printedLength(new int[0], new int[0])).isZero();
  }

  @Test
  void emptySideIsOneEdit() {
    int[] side = lines("a", "b");
    assertThat(new DiffEngine().plainEdits(new int[0], side)).containsExactly(new Edit(0, 0, 0, 2));
    assertThat(new DiffEngine().plainEdits(side, new int[0])).containsExactly(new Edit(0, 2, 0, 0));
    assertThat(new DiffEngine().printedLength(new int[0], side)).isEqualTo(3);
  }

  @Test
  void changedLineIsReplaced() {
    assertThat(new DiffEngine().edits(lines("a", "b", "c"), lines("a", "x", "c"), table))
        .containsExactly(new Edit(1, 2, 1, 2));
  }

  /**
   * The middle block was added; plain, the group stays at the bottom, where it begins in one block
   * and ends in another.
   *
   * <pre>
   *    plain              with the heuristic
   *      for (x) {        +  for (x) {
   *    +   c              +    c
   *    + }                +  }
   *    +                  +
   *    + for (x) {           for (x) {
   *        b                   b
   * </pre>
   */
  @Test
  void indentHeuristicKeepsBlocksTogether() {
    int[] before = lines("for (x) {", "  a", "}", "", "for (x) {", "  b", "}");
    int[] after =
        lines("for (x) {", "  a", "}", "", "for (x) {", "  c", "}", "", "for (x) {", "  b", "}");
    assertThat(new DiffEngine().plainEdits(before, after)).containsExactly(new Edit(5, 5, 5, 9));
    assertThat(new DiffEngine().edits(before, after, table)).containsExactly(new Edit(4, 4, 4, 8));
  }

  @Test
  void groupMovesUpToFaceAnother() {
    int[] before = lines("a", "old", "a", "a", "end");
    int[] after = lines("a", "new", "a", "a", "a", "end");
    assertThat(new DiffEngine().edits(before, after, table)).containsExactly(new Edit(1, 2, 1, 3));
  }

  @Test
  void printedLengthCountsHeadersAndContext() {
    int[] before = lines("1", "2", "3", "4", "5", "x", "6", "7", "8", "9", "10", "11", "y", "z");
    int[] near = lines("1", "2", "3", "4", "5", "X", "6", "7", "8", "9", "10", "11", "Y", "z");
    assertThat(new DiffEngine().printedLength(before, near)).isEqualTo(1 + 3 + 2 + 6 + 2 + 1);
    int[] farther = lines("1", "2", "3", "4", "5", "X", "6", "7", "8", "9", "10", "11", "y", "Z");
    assertThat(new DiffEngine().printedLength(before, farther))
        .isEqualTo(1 + 3 + 2 + 3 + 1 + 3 + 2);
  }

  @Test
  void editsTurnTheOldSideIntoTheNewOne() throws PatchFailedException {
    DiffEngine engine = new DiffEngine();
    for (int n = 0; n < 400; n++) {
      TextPair pair = new TextPairs(SEED + n).draw();
      LineTable own = new LineTable();
      int[] before = own.internLines(pair.before());
      int[] after = own.internLines(pair.after());
      List<Integer> wanted = Arrays.stream(after).boxed().toList();
      for (List<Edit> edits :
          List.of(
              engine.edits(before, after, own),
              engine.plainEdits(before, after),
              engine.editsWithoutContext(before, after, own))) {
        Patch<Integer> patch = patch(edits, before, after);
        assertThat(patch.applyTo(Arrays.stream(before).boxed().toList()))
            .as("seed %d", SEED + n)
            .isEqualTo(wanted);
      }
    }
  }

  private static Patch<Integer> patch(List<Edit> edits, int[] before, int[] after) {
    Patch<Integer> patch = new Patch<>();
    for (Edit edit : edits) {
      patch.addDelta(
          new ChangeDelta<>(
              chunk(before, edit.beforeStart(), edit.beforeEnd()),
              chunk(after, edit.afterStart(), edit.afterEnd())));
    }
    return patch;
  }

  private static Chunk<Integer> chunk(int[] lines, int from, int to) {
    return new Chunk<>(from, Arrays.stream(lines, from, to).boxed().toList());
  }

  @Test
  void engineForgetsOneDiffBeforeTheNext() {
    DiffEngine engine = new DiffEngine();
    for (int n = 0; n < 200; n++) {
      TextPair pair = new TextPairs(SEED + n).draw();
      LineTable own = new LineTable();
      int[] before = own.internLines(pair.before());
      int[] after = own.internLines(pair.after());
      assertThat(engine.edits(before, after, own))
          .isEqualTo(new DiffEngine().edits(before, after, own));
    }
  }

  @Test
  void impossibleEditIsRefused() {
    assertThatThrownBy(() -> new Edit(2, 1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Edit(1, 1, 3, 3)).hasMessageContaining("changes nothing");
  }
}
