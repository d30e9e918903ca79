package dev.reroll.render.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.render.color.ColorSlot;
import dev.reroll.render.text.TextOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Mails may hold lines of any length: what is wrapped is looked at once. */
@Timeout(10)
class LongTextTest {
  private static final int WIDTH = 80;

  @Test
  void lineOfTwoHundredThousandWordsIsWrapped() {
    String text = wrapped("word ".repeat(200_000));
    assertThat(text.lines()).allMatch(line -> line.length() <= WIDTH);
    assertThat(text.lines().mapToInt(line -> line.split("word", -1).length - 1).sum())
        .isEqualTo(200_000);
  }

  @Test
  void wordThatIsLongerThanTheScreenHasALineOfItsOwn() {
    String longWord = "w".repeat(100);
    assertThat(wrapped("a " + longWord + " b")).isEqualTo("a\n  " + longWord + "\n  b\n");
  }

  private static String wrapped(String text) {
    ReviewPage page =
        new ReviewPage(new ReviewOptions(TextOptions.PLAIN, WIDTH, false, true, false, false));
    page.wrapped(ColorSlot.COMMIT, "  ", text);
    return page.octets().toOctets().toString();
  }
}
