package dev.reroll.repo;

import dev.reroll.repo.TreeChange.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;

/** Reads what files hold. */
final class Contents {
  /** Git's own guess at binary files looks this far for a NUL. */
  private static final int LOOKED_AT = 8000;

  private static final byte[] EMPTY = {};

  private final ObjectReader reader;
  private final DiffDrivers drivers;
  private final LazyObjects lazy;

  /**
   * Readies the reading.
   *
   * @param lazy where objects are that the repository lacks
   */
  Contents(ObjectReader reader, DiffDrivers drivers, LazyObjects lazy) {
    this.reader = reader;
    this.drivers = drivers;
    this.lazy = lazy;
  }

  /** Returns the content of a file; of a submodule the line by which git shows its commit. */
  byte[] of(State state) throws IOException {
    if (state.id().equals(ObjectId.zeroId())) {
      return EMPTY;
    }
    if (state.isSubmodule()) {
      String line = "Subproject commit " + state.id().name() + "\n";
      return line.getBytes(StandardCharsets.US_ASCII);
    }
    try {
      return reader.open(state.id()).getBytes(Integer.MAX_VALUE);
    } catch (MissingObjectException missing) {
      Optional<byte[]> found = lazy.find(state.id());
      if (found.isEmpty()) {
        throw missing;
      }
      return found.get();
    }
  }

  /** Returns the size of a file, without reading it where that can be. */
  long sizeOf(State state) throws IOException {
    return reader.has(state.id())
        ? reader.getObjectSize(state.id(), ObjectReader.OBJ_ANY)
        : of(state).length;
  }

  /** Says whether git would show no lines of a file that holds {@code content}. */
  boolean isBinary(State state, byte[] content) throws IOException {
    return drivers.of(state).binary().orElseGet(() -> hasNul(content));
  }

  private static boolean hasNul(byte[] content) {
    for (int i = 0; i < Math.min(content.length, LOOKED_AT); i++) {
      if (content[i] == 0) {
        return true;
      }
    }
    return false;
  }
}
