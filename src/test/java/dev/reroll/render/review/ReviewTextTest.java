package dev.reroll.render.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.bytes.Octets;
import dev.reroll.patch.DisplayWidth;
import dev.reroll.render.text.TextOptions;
import dev.reroll.review.ReviewedThread;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Threads of our own, one for each rule, and what a reviewer reads of them; {@code -Dgolden=update}
 * writes that anew.
 */
class ReviewTextTest {
  private static final boolean UPDATE = "update".equals(System.getProperty("golden"));
  private static final Path FOLDER = Path.of("src/test/resources/dev/reroll/review");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kinds",
        "tags",
        "tags-moved",
        "scope",
        "comments",
        "fates",
        "verdicts",
        "flags",
        "places",
        "rewritten",
        "moves",
        "moved-lines",
        "changelog",
        "changelog-points",
        "changelog-headings",
        "changelog-vague",
        "changelog-rebase",
        "twins"
      })
  void reviewReadsAsItsFileSays(String situation) throws IOException {
    Path expected = FOLDER.resolve(situation).resolve("expected.txt");
    String text = text(situation, 80, false);
    if (UPDATE) {
      Files.writeString(expected, text);
    }
    assertThat(text).isEqualTo(Files.readString(expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"kinds", "verdicts"})
  void everythingShowsWhatIsFolded(String situation) throws IOException {
    Path expected = FOLDER.resolve(situation).resolve("expected-all.txt");
    String text = text(situation, 80, true);
    if (UPDATE) {
      Files.writeString(expected, text);
    }
    assertThat(text).isEqualTo(Files.readString(expected));
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 60, 80, 120})
  void tableFitsTheScreen(int width) throws IOException {
    for (String situation : new String[] {"kinds", "tags", "comments", "moves", "changelog"}) {
      String table = text(situation, width, false).split("\n\n", 3)[1];
      for (String line : table.split("\n", -1)) {
        Octets octets = Octets.utf8(line);
        assertThat(DisplayWidth.of(octets, 0, octets.length())).as(line).isBetween(0, width);
      }
    }
  }

  private static String text(String situation, int width, boolean all) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ReviewOptions options = new ReviewOptions(TextOptions.PLAIN, width, all, true, false, false);
    ReviewText.write(ReviewedThread.of(situation), options, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
