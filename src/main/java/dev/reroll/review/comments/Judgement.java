package dev.reroll.review.comments;

import dev.reroll.review.result.CommentAudit.Fate;
import dev.reroll.review.result.CommentAudit.Place;
import java.util.Optional;

/** What became of a place, and where it is now. */
record Judgement(Fate fate, Optional<Place> now) {
  static Judgement of(Fate fate) {
    return new Judgement(fate, Optional.empty());
  }

  static Judgement of(Fate fate, Place now) {
    return new Judgement(fate, Optional.of(now));
  }
}
