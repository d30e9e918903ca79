package dev.reroll.review.material;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.bytes.Octets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Quoting as mail programs do it. */
class ReplyTextTest {
  private static String read(String... lines) {
    return ReplyText.of(Octets.utf8(String.join("\n", lines))).lines().stream()
        .map(line -> line.depth() + line.text())
        .collect(Collectors.joining("|"));
  }

  @Test
  void noBreakSpacesBehindTheMarkAreBlanks() {
    assertThat(read(">\u00a0+\u00a0int a;", "Why?")).isEqualTo("1+ int a;|0Why?");
    assertThat(read(">\u00a0>\u00a0old", "> new")).isEqualTo("2old|1new");
  }

  @Test
  void barsAndInitialsAreMarks() {
    assertThat(read("| +int a;", "| +int b;", "Why?")).isEqualTo("1+int a;|1+int b;|0Why?");
    assertThat(read("TB> +int a;", "TB> +int b;", "", "Why?"))
        .isEqualTo("1+int a;|1+int b;|0|0Why?");
    assertThat(read("> +int a;", "| a table", "| of two lines"))
        .isEqualTo("1+int a;|0| a table|0| of two lines");
    assertThat(read("| one line is no quote", "Why?")).isEqualTo("0| one line is no quote|0Why?");
  }

  @Test
  void theEndOfAWrappedQuoteBelongsToIt() {
    String start = "> +\tsome_function_with_a_long_name(first_argument, second_argument,";
    assertThat(read(start, "third_argument);", "> +\tnext();"))
        .isEqualTo("1" + start.substring(2) + " third_argument);|1+\tnext();");
    assertThat(read(start, "Is that so?", "> +\tnext();"))
        .isEqualTo("1" + start.substring(2) + "|0Is that so?|1+\tnext();");
    assertThat(read("> +\tshort();", "why not", "> +\tnext();"))
        .isEqualTo("1+\tshort();|0why not|1+\tnext();");
  }

  @Test
  void attributionsInOtherLanguagesAreNoWordsOfTheReviewer() {
    for (String attribution :
        new String[] {
          "On Mon, Feb 2, 2026 at 10:00 AM Ada <a@b.org> wrote:",
          "Am 02.02.26 um 10:00 schrieb Ada:",
          "Le lun. 2 févr. 2026 à 10:00, Ada <a@b.org> a écrit :",
          "El lun, 2 feb 2026 a las 10:00, Ada (<a@b.org>) escribió:",
          "Il giorno lun 2 feb 2026 alle 10:00 Ada ha scritto:",
          "Em seg., 2 de fev. de 2026 às 10:00, Ada <a@b.org> escreveu:",
          "W dniu 2.02.2026 o 10:00, Ada napisał:",
          "02.02.2026 10:00, Ada пишет:",
          "Ada <a@b.org> 于2026年2月2日周一 10:00写道：",
        }) {
      assertThat(read(attribution, "> +int a;", "Why?"))
          .as(attribution)
          .isEqualTo("1+int a;|0Why?");
    }
  }
}
