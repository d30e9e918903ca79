package dev.reroll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.cli.terminal.ExitCode;
import dev.reroll.message.CorpusFolder;
import dev.reroll.oracle.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs {@code reroll diff} over the real series of a mailing list, whole threads included. */
class IoUringCorpusTest {
  private static final int PAIR_COUNT = 130;
  private static final int THREAD_COUNT = 39;

  /** Two versions of one piece of work that follow each other, both complete. */
  private record Pair(Path before, Path after) {}

  @Test
  void everyPairOfCompleteVersionsIsCompared() throws IOException {
    Path corpus = CorpusFolder.require("io-uring");
    List<Pair> pairs = pairs(corpus);
    List<String> failed = new ArrayList<>();
    for (Pair pair : pairs) {
      CommandRun run =
          CommandRun.of(List.of("diff", pair.before().toString(), pair.after().toString()));
      if (run.exit() != ExitCode.DONE || run.out().isEmpty()) {
        failed.add(pair + ": " + run.exit() + " " + run.err());
      }
    }
    assertThat(failed).isEmpty();
    assertThat(pairs).hasSize(PAIR_COUNT);
  }

  @Test
  void everyThreadIsComparedOrSaidToHoldNothingToCompare() throws IOException {
    List<Path> threads = CorpusFolder.files(CorpusFolder.require("io-uring"), "thread.mbox.gz");
    List<String> failed = new ArrayList<>();
    for (Path thread : threads) {
      CommandRun run = CommandRun.of(List.of("diff", thread.toString()));
      boolean compared = run.exit() == ExitCode.DONE && !run.out().isEmpty();
      boolean nothing = run.exit() == ExitCode.NOTHING_TO_COMPARE && run.out().isEmpty();
      if (!compared && !nothing) {
        failed.add(thread + ": " + run.exit() + " " + run.err());
      }
    }
    assertThat(failed).isEmpty();
    assertThat(threads).hasSize(THREAD_COUNT);
  }

  /** Reads the manifest: a folder, and its versions in the order of time. */
  private static List<Pair> pairs(Path corpus) throws IOException {
    List<Pair> pairs = new ArrayList<>();
    List<String> lines = Files.readAllLines(corpus.resolveSibling("manifest.tsv"));
    List<String> names = List.of(lines.get(0).split("\t"));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      String[] versions = cells[names.indexOf("versions")].split(",", -1);
      String[] complete = cells[names.indexOf("complete")].split(",", -1);
      List<Path> files = new ArrayList<>();
      for (int i = 0; i < versions.length; i++) {
        if (complete[i].equals("y")) {
          files.add(corpus.resolve(cells[0]).resolve(versions[i] + ".mbox.gz"));
        }
      }
      for (int i = 1; i < files.size(); i++) {
        pairs.add(new Pair(files.get(i - 1), files.get(i)));
      }
    }
    return pairs;
  }
}
