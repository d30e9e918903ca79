package dev.reroll.apply.tree;

import dev.reroll.bytes.Octets;
import dev.reroll.problem.Refusal;
import java.util.Optional;

/** Finds contents of files by their ids. */
public interface Blobs {
  /** Returns how ids are computed. */
  ObjectFormat format();

  /**
   * Finds the full id of the one blob whose id begins with {@code id}; empty where there is none or
   * more than one.
   *
   * @param id lower-case hex digits, at most as many as a full id has
   */
  Optional<String> findId(String id) throws Refusal;

  /** Finds the content of the blob with the full {@code id}. */
  Optional<Octets> find(String id) throws Refusal;

  /**
   * Returns how many octets a blob has; −1 where it is not there. Asked for many files at once
   * where renames are searched: better without reading them.
   */
  default long size(String id) throws Refusal {
    Optional<Octets> content = find(id);
    return content.isPresent() ? content.get().length() : -1;
  }
}
