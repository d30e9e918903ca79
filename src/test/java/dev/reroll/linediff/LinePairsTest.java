package dev.reroll.linediff;

import static dev.reroll.linediff.LinePairs.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.bytes.Octets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LinePairsTest {
  @Test
  void likeLinesArePairedAcrossNewOnes() {
    assertThat(
            partners(
                List.of("a = read(b);", "return a;"),
                List.of("lock();", "a = read(b, c);", "unlock();", "return a + 1;")))
        .containsExactly(1, 3);
  }

  @Test
  void linesWithoutLikenessStayAlone() {
    assertThat(partners(List.of("spin_lock(&q);"), List.of("return count;"))).containsExactly(NONE);
  }

  @Test
  void pairsDoNotCross() {
    int[] partners =
        partners(List.of("alpha(one);", "beta(two);"), List.of("beta(two, 2);", "alpha(one, 1);"));
    assertThat(Arrays.stream(partners).filter(partner -> partner != NONE)).hasSize(1);
  }

  @Test
  void oneSideMayBeEmpty() {
    assertThat(partners(List.of(), List.of("a"))).isEmpty();
    assertThat(partners(List.of("a"), List.of())).containsExactly(NONE);
  }

  @Test
  void manyLinesArePairedOneByOne() {
    List<String> old = Collections.nCopies(100, "the same words");
    assertThat(partners(old, old))
        .isEqualTo(Stream.iterate(0, i -> i + 1).limit(100).mapToInt(i -> i).toArray());
  }

  private static int[] partners(List<String> before, List<String> after) {
    return new LinePairs().partners(octets(before), octets(after));
  }

  private static List<Octets> octets(List<String> lines) {
    return lines.stream().map(Octets::utf8).toList();
  }
}
