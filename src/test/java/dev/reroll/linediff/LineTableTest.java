package dev.reroll.linediff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reroll.bytes.Octets;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineTableTest {
  private final LineTable table = new LineTable();

  @Test
  void equalLinesHaveTheSameIdAndIdsCountUp() {
    int[] ids = table.internLines(Octets.utf8("a\nb\na\n\nb\n"));
    assertThat(ids).containsExactly(0, 1, 0, 2, 1);
    assertThat(table.size()).isEqualTo(3);
  }

  @Test
  void terminatorIsPartOfTheLine() {
    int[] ids = table.internLines(Octets.utf8("a\na\r\na"));
    assertThat(ids).containsExactly(0, 1, 2);
    assertThat(table.line(1)).isEqualTo(Octets.utf8("a\r\n"));
    assertThat(table.line(2)).isEqualTo(Octets.utf8("a"));
  }

  @Test
  void emptyTextHasNoLines() {
    assertThat(table.internLines(Octets.EMPTY)).isEmpty();
  }

  @Test
  void lineWithinAnArrayEqualsTheSameLineByItself() {
    byte[] text = "xx0123456789abcdef\nyy".getBytes(StandardCharsets.US_ASCII);
    int id = table.intern(text, 2, 19);
    assertThat(table.intern(Octets.utf8("0123456789abcdef\n"))).isEqualTo(id);
    assertThat(table.intern(text, 2, 18)).isNotEqualTo(id);
  }

  @Test
  void manyLinesKeepTheirIds() {
    int count = 100_000;
    for (int i = 0; i < count; i++) {
      assertThat(table.intern(Octets.utf8("line " + i))).isEqualTo(i);
    }
    for (int i = 0; i < count; i += 97) {
      assertThat(table.intern(Octets.utf8("line " + i))).isEqualTo(i);
      assertThat(table.line(i)).isEqualTo(Octets.utf8("line " + i));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'x\n', 0",
    "'  x\n', 2",
    "'\tx\n', 8",
    "'   \t x\n', 9",
    "'\t\t}\n', 16",
    "'\r  x\n', 2",
    "'\fx\n', 0",
    "'  \u000b\n', 2",
    "'\n', -1",
    "' \t \r\n', -1",
    "'', -1"
  })
  void indentCountsColumnsBeforeTheFirstInk(String line, int indent) {
    int id = table.intern(Octets.utf8(line));
    assertThat(table.indent(id)).isEqualTo(indent);
    assertThat(table.indent(id)).isEqualTo(indent);
  }

  @Test
  void indentIsAtMost200EvenOfABlankLine() {
    assertThat(table.indent(table.intern(Octets.utf8(" ".repeat(300) + "x\n")))).isEqualTo(200);
    assertThat(table.indent(table.intern(Octets.utf8(" ".repeat(300) + "\n")))).isEqualTo(200);
  }

  @Test
  void unknownIdIsRefused() {
    assertThatThrownBy(() -> table.line(0)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> table.indent(-1)).isInstanceOf(IndexOutOfBoundsException.class);
  }
}
