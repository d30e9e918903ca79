package dev.reroll.rangediff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.align.AlignEvents;
import dev.reroll.align.CreationFactor;
import dev.reroll.bytes.Octets;
import dev.reroll.patch.ComparablePatch;
import dev.reroll.patch.PatchId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RangeDifferTest {
  private static List<ComparablePatch> version(String last) {
    return IntStream.range(0, 40).mapToObj(number -> patch(number, last)).toList();
  }

  private static ComparablePatch patch(int number, String last) {
    String message = " ## Commit message ##\n    part " + number + "\n\n";
    StringBuilder diff = new StringBuilder(" ## part" + number + ".c ##\n@@\n");
    for (int line = 0; line < 20; line++) {
      diff.append("+ line ").append(line).append(" of ").append(number).append('\n');
    }
    diff.append("+ ").append(last).append("\n+ end\n+ ").append(last).append('\n');
    return new ComparablePatch(
        Octets.utf8("part " + number),
        new PatchId("%040d".formatted(number)),
        Optional.empty(),
        Octets.utf8(message + diff),
        message.length(),
        (int) diff.chars().filter(c -> c == '\n').count());
  }

  @Test
  void manyPatchesAreDiffedInTwoThreadsAlsoWhereSomebodyListens() {
    List<ComparablePatch> before = version("old");
    List<ComparablePatch> after = version("new");
    Set<Thread> threads = ConcurrentHashMap.newKeySet();

    RangeDiff heard =
        new RangeDiffer(
                before, after, event -> threads.add(Thread.currentThread()), AlignEvents.IGNORED)
            .compare(CreationFactor.DEFAULT, 3);

    assertThat(threads).hasSize(2);
    assertThat(heard).isEqualTo(new RangeDiffer(before, after).compare(CreationFactor.DEFAULT, 3));
  }
}
