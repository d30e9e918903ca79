package dev.reroll.review.result;

import dev.reroll.mail.Envelope;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the thread says of the two versions as a whole.
 *
 * @param notes in the order of {@link Kind}
 */
public record ThreadState(List<Note> notes) {
  /** Nothing is said. */
  public static final ThreadState NONE = new ThreadState(List.of());

  /** What is said. */
  public enum Kind {
    /** A version after the newer one is known. */
    SUPERSEDED,
    /** Somebody took patches of the newer version; its commits, where they are named. */
    APPLIED,
    /** Somebody refuses the newer version. */
    REFUSED,
    /** A robot reports on the newer version. */
    REPORTED,
    /** People answered the older version after the newer one was sent. */
    ANSWERED_LATE;

    /** Returns how people call it: {@code answered late}. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /**
   * One line of it.
   *
   * @param kind what is said
   * @param what labels of versions, commits, or names of people
   * @param mail the first mail that says it; empty for {@link Kind#SUPERSEDED}
   */
  public record Note(Kind kind, List<String> what, Optional<Envelope> mail) {
    public Note {
      what = List.copyOf(what);
    }
  }

  public ThreadState {
    notes = List.copyOf(notes);
  }
}
