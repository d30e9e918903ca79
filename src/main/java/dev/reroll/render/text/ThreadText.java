package dev.reroll.render.text;

import dev.reroll.review.result.Review;
import dev.reroll.review.result.ThreadState.Note;
import java.util.List;

/** The text of a note on the state of a thread: one line. */
public final class ThreadText {
  private static final int MAX_COMMITS = 3;

  private ThreadText() {}

  /** Returns the text of {@code note}, a note of {@code review}. */
  public static String of(Note note, Review review) {
    String before = review.before().label().toString();
    String after = review.after().label().toString();
    String all = String.join(", ", note.what());
    return switch (note.kind()) {
      case SUPERSEDED -> after + " is superseded by " + all;
      case APPLIED -> after + " was applied by " + applied(note.what());
      case REFUSED -> after + " is refused by " + all;
      case REPORTED -> after + " has reports of " + all;
      case ANSWERED_LATE -> before + " was answered after " + after + " was sent: " + all;
    };
  }

  private static String applied(List<String> what) {
    int count = what.size() - 1;
    int shown = count <= MAX_COMMITS ? count : MAX_COMMITS - 1;
    String commits = String.join(", ", what.subList(1, 1 + shown));
    String more = shown == count ? "" : " and " + (count - shown) + " more";
    return what.get(0) + (count == 0 ? "" : " as " + commits + more);
  }
}
