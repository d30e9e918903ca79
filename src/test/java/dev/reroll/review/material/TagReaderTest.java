package dev.reroll.review.material;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.review.result.Tag;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tags in the forms in which people give them. */
class TagReaderTest {
  private static String read(String line, String next) {
    TagReader.Found found = TagReader.readGiven(line, next);
    return found.lineCount()
        + " "
        + found.tags().stream().map(Tag::toString).collect(Collectors.joining(" | "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Reviewed-by: Ada <a@b.org>; 1 Reviewed-by: Ada <a@b.org>",
        "acked-by: Ada <a@b.org>; 1 Acked-by: Ada <a@b.org>",
        "TESTED-BY: Ada <a@b.org>; 1 Tested-by: Ada <a@b.org>",
        "Reviewed-and-tested-by: Ada <a@b.org>; 1 Reviewed-by: Ada <a@b.org> | Tested-by: Ada <a@b.org>",
        "Reviewed-by/Tested-by: Ada <a@b.org>; 1 Reviewed-by: Ada <a@b.org> | Tested-by: Ada <a@b.org>",
        "LGTM. Reviewed-by: Ada <a@b.org>; 1 Reviewed-by: Ada <a@b.org>",
        "LGTM, Reviewed-and-tested-by: Ada <a@b.org> too; 1 Reviewed-by: Ada <a@b.org> | Tested-by: Ada <a@b.org>",
        "Please drop the Reviewed-by: I gave; 1 ",
        "The unreviewed-by: Ada <a@b.org>; 1 ",
        "Signed-off-by: Ada <a@b.org>; 1 Signed-off-by: Ada <a@b.org>",
        "Cc: stable@example.org; 1 Cc: stable@example.org",
        "step: one; 1 ",
      })
  void areReadAsTheyAreWritten(String line, String expected) {
    assertThat(read(line, "Thanks").strip()).isEqualTo(expected.strip());
  }

  @Test
  void theAddressMayStandOnTheNextLine() {
    assertThat(read("Reviewed-by: Ada of the Department", "<a@b.org>"))
        .isEqualTo("2 Reviewed-by: Ada of the Department <a@b.org>");
    assertThat(read("Reviewed-by:", "Ada <a@b.org>")).isEqualTo("1 ");
    assertThat(read("Cc: stable", "<a@b.org>")).isEqualTo("1 Cc: stable");
  }

  @Test
  void noBreakSpacesAreBlanks() {
    assertThat(read("Acked-by:\u00a0Ada\u00a0<a@b.org>", ""))
        .isEqualTo("1 Acked-by: Ada <a@b.org>");
  }
}
