package dev.reroll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.message.CorpusFolder;
import dev.reroll.oracle.CommandRun;
import dev.reroll.oracle.HeaderMask;
import dev.reroll.oracle.OctetText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * Holds {@code reroll diff} on 77 pairs of real series against what {@code git range-diff} printed
 * for the commits that the mails were made from, ids aside.
 */
class XenCorpusTest {
  private static final int PAIR_COUNT = 77;

  @Test
  void everyPairIsPrintedAsGitPrintsIt() throws IOException {
    Path corpus = CorpusFolder.require("xen");
    List<Path> answers = CorpusFolder.files(corpus, "expected.txt.gz");
    List<String> differing = new ArrayList<>();
    for (Path answer : answers) {
      String before = answer.resolveSibling("a.mbox.gz").toString();
      String after = answer.resolveSibling("b.mbox.gz").toString();
      CommandRun ours = CommandRun.of(List.of("diff", before, after));
      if (!HeaderMask.mask(ours.out()).equals(HeaderMask.mask(unpacked(answer)))) {
        differing.add(answer + " (" + ours.exit() + ")");
      }
    }
    assertThat(differing).isEmpty();
    assertThat(answers).hasSize(PAIR_COUNT);
  }

  private static String unpacked(Path file) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return OctetText.of(in.readAllBytes());
    }
  }
}
