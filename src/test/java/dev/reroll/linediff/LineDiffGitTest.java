package dev.reroll.linediff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.linediff.DiffEvents.DiffEvent;
import dev.reroll.linediff.Hunks.HunkRange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Drawn diffs against those of real git.
 *
 * <p>{@code -Dreroll.oracle.pairs=N} sets how many pairs, {@code -Dreroll.oracle.seed=S} the first
 * seed.
 */
class LineDiffGitTest {
  private static final int BATCH = 250;
  private static final int HUGE_MOST = 60;
  private static final int PAIRS = Integer.getInteger("reroll.oracle.pairs", 500);
  private static final long SEED = Long.getLong("reroll.oracle.seed", 20261122L);

  private final Tally<DiffEvent> tally = new Tally<>();
  private final DiffEngine engine = new DiffEngine(tally::add);

  @BeforeEach
  void needsGit() {
    GitCommand.require();
  }

  @Test
  void printedHunksAreThoseOfGit(@TempDir Path directory) throws Exception {
    for (int first = 0; first < PAIRS; first += BATCH) {
      assertPrinted(first, Batch.of(drawSome(first), directory));
    }
    System.out.println("line diffs: " + PAIRS + " from seed " + SEED + " " + tally);
  }

  @Test
  void printedHunksAreThoseOfTheNewestGit(@TempDir Path directory) throws Exception {
    String program = GitCommand.requireNewest();
    assertPrinted(0, new Batch(Batch.of(drawSome(0), directory), program));
  }

  private void assertPrinted(int first, Batch batch) throws Exception {
    for (int context : new int[] {3, 0, 1, 10}) {
      Map<String, String> expected = batch.diff(context, "--indent-heuristic");
      for (int i = 0; i < batch.pairs().size(); i++) {
        assertThat(printed(batch.pairs().get(i), context))
            .as("seed %d, -U%d", SEED + first + i, context)
            .isEqualTo(expected.getOrDefault(Batch.name(i), ""));
      }
    }
  }

  /**
   * Only texts of more than 65,000 lines get the search past 256 steps, where the snake rule is.
   */
  @Test
  void hugeTextsAreDiffedLikeGit(@TempDir Path directory) throws Exception {
    List<TextPair> pairs = new ArrayList<>();
    for (int i = 0; i < Math.min(HUGE_MOST, Math.max(2, PAIRS / BATCH)); i++) {
      pairs.add(new TextPairs(SEED + i).drawHuge());
    }
    Map<String, String> expected = Batch.of(pairs, directory).diff(3, "--indent-heuristic");
    for (int i = 0; i < pairs.size(); i++) {
      String printed = printed(pairs.get(i), 3);
      assertThat(printed.equals(expected.get(Batch.name(i)))).as("seed %d", SEED + i).isTrue();
    }
    System.out.println("huge line diffs: " + pairs.size() + " from seed " + SEED + " " + tally);
  }

  private static List<TextPair> drawSome(int first) {
    List<TextPair> pairs = new ArrayList<>();
    for (int i = first; i < Math.min(first + BATCH, PAIRS); i++) {
      pairs.add(new TextPairs(SEED + i).draw());
    }
    return pairs;
  }

  private String printed(TextPair pair, int context) {
    LineTable table = new LineTable();
    int[] before = table.internLines(pair.before());
    int[] after = table.internLines(pair.after());
    List<Edit> edits =
        context == 0
            ? engine.editsWithoutContext(before, after, table)
            : engine.edits(before, after, table);
    return new UnifiedText(table, before, after)
        .print(Hunks.group(edits, context, before.length, after.length));
  }

  @Test
  void plainHunksAndTheirLengthAreThoseOfGit(@TempDir Path directory) throws Exception {
    for (int first = 0; first < PAIRS; first += BATCH) {
      Batch batch = Batch.of(drawSome(first), directory);
      Map<String, String> expected = batch.diff(3, "--no-indent-heuristic");
      for (int i = 0; i < batch.pairs().size(); i++) {
        assertPlain(
            batch.pairs().get(i),
            "seed " + (SEED + first + i),
            expected.getOrDefault(Batch.name(i), ""));
      }
    }
  }

  private void assertPlain(TextPair pair, String seed, String expected) {
    LineTable table = new LineTable();
    int[] before = table.internLines(pair.before());
    int[] after = table.internLines(pair.after());
    List<Edit> edits = engine.plainEdits(before, after);
    List<HunkRange> hunks = Hunks.group(edits, 3, before.length, after.length);
    assertThat(new UnifiedText(table, before, after).print(hunks)).as(seed).isEqualTo(expected);
    long printed = Pattern.compile("(?md)^[ +@-]").matcher(expected).results().count();
    assertThat(engine.printedLength(before, after)).as(seed).isEqualTo((int) printed);
  }

  /** Writes drawn pairs as files, so that one run of git diffs many of them. */
  private record Batch(List<TextPair> pairs, Path directory, String program) {
    Batch(Batch batch, String program) {
      this(batch.pairs, batch.directory, program);
    }

    static Batch of(List<TextPair> pairs, Path parent) throws IOException {
      Path directory = Files.createTempDirectory(parent, "batch");
      Files.createDirectories(directory.resolve("a"));
      Files.createDirectories(directory.resolve("b"));
      for (int i = 0; i < pairs.size(); i++) {
        Files.write(directory.resolve("a").resolve(name(i)), pairs.get(i).before().toByteArray());
        Files.write(directory.resolve("b").resolve(name(i)), pairs.get(i).after().toByteArray());
      }
      return new Batch(pairs, directory, GitCommand.INSTALLED);
    }

    static String name(int index) {
      return "pair" + index;
    }

    /** Returns git's hunks by name; a pair without differences is missing. */
    Map<String, String> diff(int context, String heuristic) throws Exception {
      List<String> arguments =
          List.of(
              "diff", "--no-index", "--no-color", "--text", "-U" + context, heuristic, "a", "b");
      byte[] output = new GitCommand(directory, program).run(arguments);
      Map<String, String> hunks = new TreeMap<>();
      String text = new String(output, StandardCharsets.ISO_8859_1);
      for (String file : text.split("(?md)^diff --git a/a/", -1)) {
        if (!file.isEmpty()) {
          hunks.put(file.substring(0, file.indexOf(' ')), hunksOf(file));
        }
      }
      return hunks;
    }

    private static String hunksOf(String file) {
      int first = file.indexOf("\n@@ ");
      String hunks = first < 0 ? "" : file.substring(first + 1);
      return hunks.replaceAll("(?md)^(@@ -\\S+ \\+\\S+ @@)[^\n]*", "$1");
    }
  }
}
