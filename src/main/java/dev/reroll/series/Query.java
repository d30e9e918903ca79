package dev.reroll.series;

import dev.reroll.mail.Person;
import dev.reroll.message.MessageId;
import java.time.Instant;

/** What to look for in an archive to find other versions of a series. */
public sealed interface Query {
  /** The thread of one mail, which a link names. */
  @SuppressWarnings("JavaLangClash") // What lists call it; nothing here starts a thread.
  record Thread(MessageId id) implements Query {}

  /** Mails that carry a {@code change-id:}. */
  record SameChangeId(String changeId) implements Query {}

  /** Mails of one author whose subjects hold a title. */
  record SameTitle(String title, Person author, Span span) implements Query {}

  /** Patches that one author sent in some time, whatever they are called. */
  record SameAuthor(Person author, Span span) implements Query {}

  /**
   * Bounds a search in time.
   *
   * @param from the earliest date, inclusive
   * @param to the latest date, inclusive
   */
  record Span(Instant from, Instant to) {
    public Span {
      if (from.isAfter(to)) {
        throw new IllegalArgumentException(from + " is after " + to);
      }
    }
  }

  /** Calls the one method of {@code visitor} that is for this kind of query. */
  default <T> T fold(Visitor<T> visitor) {
    if (this instanceof Thread thread) {
      return visitor.thread(thread);
    }
    if (this instanceof SameChangeId sameChangeId) {
      return visitor.sameChangeId(sameChangeId);
    }
    if (this instanceof SameTitle sameTitle) {
      return visitor.sameTitle(sameTitle);
    }
    return visitor.sameAuthor((SameAuthor) this);
  }

  /**
   * Has a method for each kind of query.
   *
   * @param <T> what they return
   */
  interface Visitor<T> {
    /** Handles a thread. */
    T thread(Thread query);

    /** Handles a change-id. */
    T sameChangeId(SameChangeId query);

    /** Handles a title with its author. */
    T sameTitle(SameTitle query);

    /** Handles an author alone. */
    T sameAuthor(SameAuthor query);
  }
}
