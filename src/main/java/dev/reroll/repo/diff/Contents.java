package dev.reroll.repo.diff;

import dev.reroll.repo.attributes.DiffDrivers;
import dev.reroll.repo.paths.TreeChange.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.lib.ObjectId;

/** Reads what files hold. */
public final class Contents {
  /** Git's own guess at binary files looks this far for a NUL. */
  private static final int LOOKED_AT = 8000;

  private static final byte[] EMPTY = {};

  private final Source source;
  private final DiffDrivers drivers;

  /** Gives contents by their ids. */
  public interface Source {
    /** Returns the content of a blob. */
    byte[] read(ObjectId id) throws IOException;

    /** Returns its size, without reading it where that can be. */
    long size(ObjectId id) throws IOException;
  }

  Contents(Source source, DiffDrivers drivers) {
    this.source = source;
    this.drivers = drivers;
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
    return source.read(state.id());
  }

  /** Returns the size of a file, without reading it where that can be. */
  long sizeOf(State state) throws IOException {
    return state.isSubmodule() ? of(state).length : source.size(state.id());
  }

  /** Whether git would show no lines of a file that holds {@code content}. */
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
