package dev.reroll.repo.objects;

import dev.reroll.bytes.Octets;
import java.io.IOException;
import java.util.Optional;

/**
 * Gives the objects of a repository, whoever reads them. Ids are lower-case hexadecimal digits, as
 * many as the repository's hash has. For one thread at a time.
 */
public interface ObjectStore extends AutoCloseable {
  /** What an object is. */
  enum Kind {
    COMMIT,
    TREE,
    BLOB,
    TAG
  }

  /** An object. */
  record Stored(String id, Kind kind, Octets content) {}

  /** Names a commit and its tree. */
  record Step(String commit, String tree) {}

  /** Gives commits one after the other. */
  interface Steps extends AutoCloseable {
    /** Finds the next one; empty at the end. */
    Optional<Step> next() throws IOException;

    @Override
    void close() throws IOException;
  }

  /**
   * Finds an object by its whole id; asks the server of a partial clone for a blob that is not
   * there.
   */
  Optional<Stored> find(String id) throws IOException;

  /** Finds the same, but only where it is there. */
  Optional<Stored> findHere(String id) throws IOException;

  /** Finds the one blob whose id begins with {@code abbreviation}; none where there are several. */
  Optional<String> blob(String abbreviation) throws IOException;

  /** Finds the commit, and its tree, that a revision (gitrevisions(7)) names. */
  Optional<Step> commit(String revision) throws IOException;

  /**
   * Returns the commits that HEAD, branches, remote branches and tags lead to, the newest first;
   * merges included.
   */
  Steps history() throws IOException;

  /** Finds a tag, else a branch, that names {@code commit} and nothing older or newer. */
  Optional<String> name(String commit) throws IOException;

  /** Whether objects may be missing here, and be on a server. */
  boolean isPartial();

  @Override
  void close();
}
