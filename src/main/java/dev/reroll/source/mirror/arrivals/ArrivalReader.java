package dev.reroll.source.mirror.arrivals;

import dev.reroll.bytes.Octets;
import java.io.IOException;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/** Reads what commits did; not for several threads at once. */
public final class ArrivalReader {
  private final ObjectReader objects;
  private final int octetLimit;
  private final CanonicalTreeParser tree = new CanonicalTreeParser();

  /**
   * Reads from {@code objects}.
   *
   * @param octetLimit how large a mail may be
   */
  public ArrivalReader(ObjectReader objects, int octetLimit) {
    this.objects = objects;
    this.octetLimit = octetLimit;
  }

  /** Reads one commit; a tree that cannot be read is a damaged epoch, a mail is one mail less. */
  Arrival read(RevCommit commit, int position) throws IOException {
    Arrival.Kind kind = Arrival.Kind.OTHER;
    ObjectId blob = ObjectId.zeroId();
    tree.reset(objects, commit.getTree());
    while (!tree.eof() && kind != Arrival.Kind.ADDED) {
      String name = tree.getEntryPathString();
      if (name.equals("m") || name.equals("d")) {
        kind = name.equals("m") ? Arrival.Kind.ADDED : Arrival.Kind.DELETED;
        blob = tree.getEntryObjectId();
      }
      tree.next();
    }
    if (kind == Arrival.Kind.OTHER) {
      return new Arrival(position, commit.getCommitTime(), kind, blob, Octets.EMPTY);
    }
    try {
      return new Arrival(position, commit.getCommitTime(), kind, blob, octets(blob));
    } catch (IOException | LargeObjectException damaged) {
      return new Arrival(
          position, commit.getCommitTime(), Arrival.Kind.UNREADABLE, blob, Octets.EMPTY);
    }
  }

  /** Returns the mail in {@code blob}. */
  public Octets octets(ObjectId blob) throws IOException {
    ObjectLoader loader = objects.open(blob, Constants.OBJ_BLOB);
    if (loader.getSize() > octetLimit) {
      throw new LargeObjectException(blob);
    }
    return Octets.wrap(loader.getCachedBytes(octetLimit));
  }

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
}
