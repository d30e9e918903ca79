package dev.reroll.render.review;

import dev.reroll.bytes.OctetBuilder;
import dev.reroll.render.color.ColorSlot;
import dev.reroll.render.text.FlagText;
import dev.reroll.render.text.ThreadText;
import dev.reroll.review.ReviewFilter;
import dev.reroll.review.result.PatchReview;
import dev.reroll.review.result.Review;
import dev.reroll.review.result.ReviewFlag;
import dev.reroll.review.result.ThreadState;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

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
      review.flags().forEach(flag -> page.wrapped(ColorSlot.CONTEXT, "  ", line(flag)));
      flush(page);
      return;
    }
    new ReviewTable(review, page).write();
    flush(page);
    thread(page);
    flags(page);
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

  private void thread(ReviewPage page) {
    if (!review.thread().notes().isEmpty()) {
      page.heading("Thread");
      for (ThreadState.Note note : review.thread().notes()) {
        page.wrapped(ColorSlot.CONTEXT, "    ", "  " + ThreadText.of(note, review));
      }
    }
  }

  /** Writes the flags that no other part of a review shows. */
  private void flags(ReviewPage page) {
    List<ReviewFlag> flags =
        review.flags().stream().filter(flag -> !flag.isSaidElsewhere()).toList();
    if (!flags.isEmpty()) {
      page.heading("Flags");
      flags.forEach(flag -> page.wrapped(ColorSlot.CONTEXT, "    ", "  " + line(flag)));
    }
  }

  private static String line(ReviewFlag flag) {
    return flag.patch().map(ReviewText::number).orElse("") + FlagText.of(flag);
  }

  private static String number(PatchReview patch) {
    String old = patch.after().isPresent() ? "" : "old ";
    return old + "patch " + ReviewFilter.numberOf(patch) + ": ";
  }

  private void flush(ReviewPage page) throws IOException {
    OctetBuilder written = page.take();
    written.toOctets().writeTo(stream);
  }
}
