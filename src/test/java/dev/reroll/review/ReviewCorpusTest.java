package dev.reroll.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.bytes.Octets;
import dev.reroll.message.CorpusFolder;
import dev.reroll.rangediff.Entry;
import dev.reroll.review.result.ChangeKind;
import dev.reroll.review.result.CommentAudit;
import dev.reroll.review.result.PatchReview;
import dev.reroll.review.result.PatchReview.HunkReview;
import dev.reroll.review.result.Review;
import dev.reroll.series.Lineage;
import dev.reroll.series.SeriesBag;
import dev.reroll.series.SeriesVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Reviews every pair of versions of the corpus, and holds what must always be so. */
class ReviewCorpusTest {
  @Test
  void reviewsAreWhole() throws IOException {
    int pairCount = 0;
    for (Path file : CorpusFolder.files(CorpusFolder.require("io-uring"), "thread.mbox.gz")) {
      SeriesBag bag = ReviewedThread.bag(octets(file));
      for (Lineage lineage : bag.lineages()) {
        for (SeriesVersion version : lineage.versions()) {
          Optional<SeriesVersion> before = lineage.before(version);
          if (before.isPresent()) {
            check(ReviewedThread.review(bag, lineage, before.get(), version), file.toString());
            pairCount++;
          }
        }
      }
    }
    assertThat(pairCount).isGreaterThan(120);
  }

  private static Octets octets(Path file) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return Octets.wrap(in.readAllBytes());
    }
  }

  private static void check(Review review, String name) {
    String what = name + " " + review.after().label();
    Set<Integer> places = new HashSet<>();
    for (PatchReview patch : review.patches()) {
      patch.after().ifPresent(side -> places.add(side.ordinal()));
      checkHunks(patch, what + ": " + patch.title());
    }
    assertThat(places).as(what).hasSize(review.rangeDiff().afterCount());
    assertThat(review.summary().sentence()).as(what).isNotBlank();
    for (CommentAudit.Comment comment : review.comments().comments()) {
      checkComment(comment, review, what);
    }
    assertThat(review.moves()).as(what).allMatch(move -> move.share().percent() <= 100);
  }

  /** What needs another look shows why, and what is only noise shows nothing else. */
  private static void checkHunks(PatchReview patch, String what) {
    List<HunkReview> loud = patch.hunks().stream().filter(hunk -> !hunk.isNoise()).toList();
    if (patch.kind() == ChangeKind.CODE) {
      assertThat(loud).as(what).isNotEmpty();
    }
    if (patch.kind().isNoise()) {
      assertThat(loud).as(what).isEmpty();
      assertThat(patch.lines().total()).as(what).isZero();
    }
    if (patch.entry() instanceof Entry.Unchanged) {
      assertThat(patch.kinds()).as(what).containsExactly(ChangeKind.IDENTICAL);
    }
  }

  private static void checkComment(CommentAudit.Comment comment, Review review, String what) {
    assertThat(comment.place().ordinal()).as(what).isBetween(0, review.rangeDiff().beforeCount());
    assertThat(comment.said().excerpt().get(0)).as(what).isNotBlank();
    boolean isThere =
        comment.fate() == CommentAudit.Fate.UNCHANGED
            || comment.fate() == CommentAudit.Fate.CHANGED_AROUND;
    if (isThere) {
      assertThat(comment.now()).as(what).isPresent();
      assertThat(comment.now().orElseThrow().text()).as(what).isEqualTo(comment.place().text());
    }
    if (comment.fate() == CommentAudit.Fate.GONE) {
      assertThat(comment.now()).as(what).isEmpty();
    }
  }
}
