package dev.reroll.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.reroll.mail.MailItem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The links between the versions of real lists against their manifests. */
class LinkingCorpusTest {
  private static final Path CORPUS = Path.of(System.getProperty("reroll.corpus", "")).normalize();

  @BeforeEach
  void corpusIsThere() {
    assumeTrue(Files.exists(CORPUS.resolve("manifest.tsv")), "no corpus at " + CORPUS);
  }

  @Test
  void everyPairOfTheChosenLineagesIsLinked() throws Exception {
    List<ManifestRow> rows = ManifestRow.read(CORPUS.resolve("manifest.tsv"));
    List<WantedPair> pairs = FolderPairs.of(rows, CORPUS.resolve("io-uring"));
    Grouped grouped = Grouped.of(ListArchive.read(CORPUS.resolve("io-uring.git.tar.gz")));

    assertThat(pairs).hasSize(130);
    assertThat(missed(pairs, grouped)).isEmpty();
  }

  @Test
  void pairsOfAWholeListAreLinkedAlsoWhereAuthorsSayNothing() throws Exception {
    List<ManifestRow> rows = ManifestRow.read(CORPUS.resolve("manifest-2024-2026.tsv"));
    List<MailItem> items = ListArchive.read(CORPUS.resolve("io-uring-2024-2026.git.tar.gz"));
    Grouped grouped = Grouped.of(items);
    List<WantedPair> pairs = WantedPair.of(rows, new ManifestMatch(grouped.versions()));
    Grouped hidden = Grouped.of(HiddenEvidence.hide(items, grouped.bag()));

    assertThat(pairs).hasSize(300);
    // What is missed is what the manifest has wrong: see src/docs/linking.md.
    assertThat(missed(pairs, grouped)).hasSizeLessThanOrEqualTo(5);
    assertThat(missed(pairs, hidden)).hasSizeLessThanOrEqualTo(5);
  }

  private static List<String> missed(List<WantedPair> pairs, Grouped grouped) {
    List<String> missed = new ArrayList<>();
    for (WantedPair pair : pairs) {
      if (pair.outcome(grouped) == WantedPair.Outcome.MISSED) {
        missed.add(pair.wanted().toString());
      }
    }
    return missed;
  }
}
