package dev.reroll.linediff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.bytes.Octets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangedWordsTest {
  private final ChangedWords words = new ChangedWords();

  @Test
  void changedWordIsFound() {
    assertThat(marked("return read(file, 10);", "return read(pipe, 10);"))
        .containsExactly("return read([file], 10);", "return read([pipe], 10);");
  }

  @Test
  void partOfNameIsFound() {
    assertThat(marked("status |= BROOK_LINK;", "status |= BROOK_LINK_DOWN;"))
        .containsExactly("status |= BROOK_LINK;", "status |= BROOK_LINK[_DOWN];");
  }

  @Test
  void changesWithLittleBetweenThemAreOne() {
    assertThat(marked("return alpha, beta from the list", "return gamma, delta from the list"))
        .containsExactly(
            "return [alpha, beta] from the list", "return [gamma, delta] from the list");
  }

  @Test
  void characterIsNeverTorn() {
    assertThat(marked("Grüße an alle hier", "Grüsse an alle hier"))
        .containsExactly("[Grüße] an alle hier", "[Grüsse] an alle hier");
  }

  @Test
  void equalLinesHaveNoChange() {
    assertThat(edits("same", "same")).isEmpty();
  }

  @Test
  void linesWithLittleInCommonAreNotMarked() {
    assertThat(edits("spin_lock(&queue);", "return count * 2;")).isEmpty();
  }

  @Test
  void veryLongLinesAreNotMarked() {
    String long1 = "a ".repeat(1_500);
    assertThat(edits(long1, long1 + "b")).isEmpty();
  }

  private List<Edit> edits(String before, String after) {
    return words.edits(Octets.utf8(before), Octets.utf8(after));
  }

  /** Returns both lines with brackets around what changed. */
  private List<String> marked(String before, String after) {
    StringBuilder old = new StringBuilder();
    StringBuilder current = new StringBuilder();
    int oldDone = 0;
    int currentDone = 0;
    for (Edit edit : edits(before, after)) {
      bracket(Octets.utf8(before), oldDone, edit.beforeStart(), edit.beforeEnd(), old);
      bracket(Octets.utf8(after), currentDone, edit.afterStart(), edit.afterEnd(), current);
      oldDone = edit.beforeEnd();
      currentDone = edit.afterEnd();
    }
    old.append(Octets.utf8(before).slice(oldDone));
    current.append(Octets.utf8(after).slice(currentDone));
    return List.of(old.toString(), current.toString());
  }

  private static void bracket(Octets line, int done, int from, int to, StringBuilder out) {
    out.append(line.slice(done, from));
    if (from < to) {
      out.append('[').append(line.slice(from, to)).append(']');
    }
  }
}
