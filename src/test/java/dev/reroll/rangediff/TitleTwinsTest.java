package dev.reroll.rangediff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.align.CreationFactor;
import dev.reroll.bytes.Octets;
import dev.reroll.patch.ComparablePatch;
import dev.reroll.patch.PatchId;
import dev.reroll.rangediff.RangeDiffer.TitleTwin;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TitleTwinsTest {
  private static final CreationFactor FACTOR = CreationFactor.DEFAULT;

  private static ComparablePatch patch(String title, String content) {
    String message = " ## Commit message ##\n    " + title + "\n\n";
    String diff = " ## io.c ##\n@@\n" + content;
    int size = (int) diff.lines().count();
    return new ComparablePatch(
        Octets.utf8(title),
        new PatchId("0".repeat(40)),
        Optional.empty(),
        Octets.utf8(message + diff),
        message.length(),
        size);
  }

  private static RangeDiffer rewritten(String titleAfter) {
    return new RangeDiffer(
        List.of(patch("io: read", "+a\n+b\n+c\n+d\n")),
        List.of(patch(titleAfter, "+w\n+x\n+y\n+z\n")));
  }

  @Test
  void namedFactorPairsTheTwinsAndNoLowerOneDoes() {
    RangeDiffer differ = rewritten("io: read");
    RangeDiff result = differ.compare(FACTOR, 3);
    assertThat(result.entries()).hasSize(2);

    TitleTwin twin = differ.titleTwins(result, FACTOR).get(0);
    int factor = twin.factor().orElseThrow();

    assertThat(twin.confirmed()).isTrue();
    assertThat(differ.compare(new CreationFactor(factor), 3).entries()).hasSize(1);
    assertThat(differ.compare(new CreationFactor(factor - 1), 3).entries()).hasSize(2);
  }

  @Test
  void patchesOfDifferentTitlesAreNoTwins() {
    RangeDiffer differ = rewritten("io: write");
    RangeDiff result = differ.compare(FACTOR, 3);
    assertThat(differ.titleTwins(result, FACTOR)).isEmpty();
  }

  @Test
  void pairedPatchesAreNoTwins() {
    RangeDiffer differ = rewritten("io: read");
    RangeDiff result = differ.compare(new CreationFactor(900), 3);
    assertThat(differ.titleTwins(result, new CreationFactor(900))).isEmpty();
  }
}
