package dev.reroll.render.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.bytes.Octets;
import dev.reroll.render.html.TextReader.Span;
import dev.reroll.render.html.page.Text;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextReaderTest {
  private final TextReader reader = new TextReader();

  @Test
  void plainTextIsOneRunAndKeepsItsTabs() {
    assertThat(reader.read("\tint größe;").runs())
        .containsExactly(new Text.Run("\tint größe;", Text.Mark.PLAIN));
    assertThat(reader.deceivingCount()).isZero();
  }

  @Test
  void changeOfDirectionIsShownAndCounted() {
    assertThat(shown("a\u202eb")).isEqualTo("a{U+202E}b");
    assertThat(reader.deceivingCount()).isOne();
  }

  @Test
  void controlCharactersAreShownAndCounted() {
    assertThat(shown("\0 \u001b[31m \u007f \u0085")).isEqualTo("{^@} {^[}[31m {^?} {U+0085}");
    assertThat(reader.deceivingCount()).isEqualTo(4);
  }

  @Test
  void returnAtTheEndIsShownButDeceivesNobody() {
    assertThat(shown("line\r")).isEqualTo("line{^M}");
    assertThat(reader.deceivingCount()).isZero();
  }

  @Test
  void octetsThatAreNoUtf8AreShown() {
    assertThat(braced(reader.read(Octets.wrap(new byte[] {'a', (byte) 0xe4, 'b'}))))
        .isEqualTo("a{\\xE4}b");
  }

  @Test
  void joinersThatScriptsNeedStay() {
    assertThat(shown("می\u200cخواهم")).isEqualTo("می\u200cخواهم");
  }

  @Test
  void changedWordsAreMarkedAroundHiddenCharacters() {
    Text text = reader.read(Octets.utf8("+ab\u202ecd"), 0, List.of(new Span(1, 7)));
    assertThat(text.runs())
        .containsExactly(
            new Text.Run("+", Text.Mark.PLAIN),
            new Text.Run("ab", Text.Mark.CHANGED),
            new Text.Run("U+202E", Text.Mark.HIDDEN),
            new Text.Run("c", Text.Mark.CHANGED),
            new Text.Run("d", Text.Mark.PLAIN));
  }

  @Test
  void proseKeepsItsLines() {
    assertThat(reader.readProse("one\r\ntwo\n", Text.Mark.ADDED)).hasToString("one\ntwo\n");
  }

  private String shown(String text) {
    return braced(reader.read(text));
  }

  private static String braced(Text text) {
    StringBuilder out = new StringBuilder();
    for (Text.Run run : text.runs()) {
      out.append(run.mark() == Text.Mark.HIDDEN ? "{" + run.text() + "}" : run.text());
    }
    return out.toString();
  }
}
