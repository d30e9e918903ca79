package dev.reroll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.linediff.GitCommand;
import dev.reroll.oracle.PatchIds;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The ids that we print for drawn patches against {@code git patch-id --stable}.
 *
 * <p>{@code -Dreroll.oracle.seed=S} sets the first seed.
 */
class PatchIdGitTest {
  private static final long SEED = Long.getLong("reroll.oracle.seed", 20261140L);
  private static final int SERIES_COUNT = 60;
  private static final int MIN_COUNT = 5;

  private static final Map<String, Pattern> FEATURES =
      Map.of(
          "rename", Pattern.compile("(?md)^rename from "),
          "rename alone", Pattern.compile("(?md)^similarity index 100%"),
          "mode change", Pattern.compile("(?md)^old mode "),
          "new file", Pattern.compile("(?md)^new file mode "),
          "deleted file", Pattern.compile("(?md)^deleted file mode "),
          "binary file", Pattern.compile("(?md)^GIT binary patch"),
          "no newline", Pattern.compile("(?md)^\\\\ No newline"));

  @Test
  void printedIdsAreThoseOfGitPatchId(@TempDir Path folder) throws Exception {
    GitCommand.require();
    PatchIds drawn = new PatchIds(folder);
    Map<String, Integer> counts = new TreeMap<>();
    FEATURES.keySet().forEach(feature -> counts.put(feature, 0));
    for (long seed = SEED; counts.getOrDefault("series", 0) < SERIES_COUNT; seed++) {
      PatchIds.Ids ids = drawn.of(seed);
      assertThat(ids.ours()).as("seed %d", seed).isNotEmpty().isEqualTo(ids.git());
      counts.merge("series", 1, Integer::sum);
      counts.merge("patches", ids.ours().size(), Integer::sum);
      FEATURES.forEach(
          (feature, pattern) ->
              counts.merge(feature, pattern.matcher(ids.mails()).find() ? 1 : 0, Integer::sum));
    }
    System.out.println("patch-ids: from seed " + SEED + " " + counts);
    List<String> rare =
        FEATURES.keySet().stream()
            .filter(name -> counts.getOrDefault(name, 0) < MIN_COUNT)
            .toList();
    assertThat(rare).isEmpty();
  }
}
