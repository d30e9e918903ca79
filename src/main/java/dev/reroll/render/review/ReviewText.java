package dev.reroll.render.review;

import dev.reroll.bytes.OctetBuilder;
import dev.reroll.review.result.PatchReview;
import dev.reroll.review.result.Review;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes a review for a terminal: the table and the last word on it first, then what goes across
 * patches, then the patches that changed.
 *
 * <pre>
 * v1 → v2: io: read what was asked for
 *
 *  1 = 1  identical               io: drop the cache
 *  2 ! 2  code         +3 -1  -R  io: read what was asked for
 *
 * 1 of 2 needs another look: 2/2 code
 * </pre>
 */
public final class ReviewText {
  private final Review review;
  private final ReviewOptions options;
  private final OutputStream stream;

  private ReviewText(Review review, ReviewOptions options, OutputStream stream) {
    this.review = review;
    this.options = options;
    this.stream = stream;
  }

  /** Writes {@code review} to {@code stream}, which stays open. */
  public static void write(Review review, ReviewOptions options, OutputStream stream)
      throws IOException {
    new ReviewText(review, options, stream).write();
  }

  private void write() throws IOException {
    ReviewPage page = new ReviewPage(options);
    if (options.onlyFlags()) {
      new ReviewFlags(review, page).writeAlone();
      flush(page);
      return;
    }
    new ReviewTable(review, page).write();
    flush(page);
    new ReviewThread(review, page).write();
    new ReviewFlags(review, page).write();
    flush(page);
    new ReviewAudits(review, options, page).write();
    flush(page);
    new ReviewCover(review, page, options.everything()).write();
    flush(page);
    if (options.bodies()) {
      for (PatchReview patch : review.patches()) {
        new ReviewPatch(review, patch, page).write(options);
        flush(page);
      }
    }
  }

  private void flush(ReviewPage page) throws IOException {
    OctetBuilder written = page.take();
    written.toOctets().writeTo(stream);
  }
}
