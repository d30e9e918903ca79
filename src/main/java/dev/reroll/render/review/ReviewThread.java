package dev.reroll.render.review;

import dev.reroll.render.color.ColorSlot;
import dev.reroll.render.text.ThreadText;
import dev.reroll.review.result.Review;
import dev.reroll.review.result.ThreadState.Note;

/** Writes what the thread says of the versions as a whole, a line each. */
final class ReviewThread {
  private final Review review;
  private final ReviewPage page;

  ReviewThread(Review review, ReviewPage page) {
    this.review = review;
    this.page = page;
  }

  void write() {
    if (!review.thread().notes().isEmpty()) {
      page.heading("Thread");
      for (Note note : review.thread().notes()) {
        page.wrapped(ColorSlot.CONTEXT, "    ", "  " + ThreadText.of(note, review));
      }
    }
  }
}
