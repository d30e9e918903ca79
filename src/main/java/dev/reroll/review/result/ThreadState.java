package dev.reroll.review.result;

import dev.reroll.mail.Envelope;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The state of a thread: what it says about the two versions as a whole.
 *
 * @param notes in the order of {@link Kind}
 */
public record ThreadState(List<Note> notes) {
  /** Without any note. */
  public static final ThreadState NONE = new ThreadState(List.of());

  /** The kinds of notes. */
  public enum Kind {
    /** A version after the newer one is known. */
    SUPERSEDED,
    /** Somebody applied patches of the newer version, with the commits if they are named. */
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
   * One note.
   *
   * @param kind its kind
   * @param what labels of versions, or names of people; for {@link Kind#APPLIED} the name, then the
   *     commits
   * @param mail the first mail that says so; empty for {@link Kind#SUPERSEDED}
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
