package dev.reroll.source.mirror.arrivals;

import dev.reroll.bytes.Octets;
import org.eclipse.jgit.lib.ObjectId;

/**
 * What one commit of an epoch did.
 *
 * @param position how many commits of the epoch came before it
 * @param time when it was made, in seconds since 1970
 * @param kind what it did
 * @param blob the mail's object; zero where there is none
 * @param octets the mail; none where there is none, or where it cannot be read
 */
public record Arrival(int position, long time, Kind kind, ObjectId blob, Octets octets) {
  /** What a commit does to the archive. */
  public enum Kind {
    /** Adds a mail: the tree holds {@code m}. */
    ADDED,
    /** Takes a mail away: the tree holds {@code d}, the mail as it was. */
    DELETED,
    /** Neither: not a commit of public-inbox. */
    OTHER,
    /** Adds or takes away a mail that is missing, damaged or too large. */
    UNREADABLE
  }
}
