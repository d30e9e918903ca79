package dev.reroll.rangediff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.align.CreationFactor;
import dev.reroll.bytes.Octets;
import dev.reroll.patch.ComparablePatch;
import dev.reroll.patch.PatchId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Headings of the hunks between two comparable texts; each was seen with real git. */
class HeadingTest {
  private static String heading(String line) {
    String start = line + "\n 1\n 2\n 3\n 4\n";
    List<ComparablePatch> before = List.of(patch(start + "-old\n"));
    List<ComparablePatch> after = List.of(patch(start + "-new\n"));
    RangeDiff result = new RangeDiffer(before, after).compare(new CreationFactor(1000), 3);
    Entry.Changed changed = (Entry.Changed) result.entries().get(0);
    return changed.hunks().get(0).heading().decode(StandardCharsets.UTF_8);
  }

  private static ComparablePatch patch(String text) {
    PatchId id = new PatchId("0".repeat(40));
    return new ComparablePatch(Octets.utf8("title"), id, Optional.empty(), Octets.utf8(text), 0, 6);
  }

  @Test
  void headingIsCutToEightyOctets() {
    assertThat(heading("@@ " + "x".repeat(90))).isEqualTo("x".repeat(80));
  }

  @Test
  void headingIsNotCutWithinACharacter() {
    assertThat(heading("@@ " + "x".repeat(79) + "ä")).isEqualTo("x".repeat(79));
    assertThat(heading("@@ " + "x".repeat(78) + "ä")).isEqualTo("x".repeat(78) + "ä");
    assertThat(heading("@@ " + "x".repeat(78) + "語")).isEqualTo("x".repeat(78));
  }

  @Test
  void blankBeforeACutCharacterStays() {
    assertThat(heading("@@ " + "x".repeat(78) + " ä")).isEqualTo("x".repeat(78) + " ");
    assertThat(heading("@@ " + "x".repeat(78) + "  y")).isEqualTo("x".repeat(78));
  }

  @Test
  void formFeedAtTheEndOfAHeadingStays() {
    assertThat(heading("@@ page\f")).isEqualTo("page\f");
    assertThat(heading("@@ page \t")).isEqualTo("page");
  }
}
