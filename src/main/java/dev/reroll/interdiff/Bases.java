package dev.reroll.interdiff;

import dev.reroll.message.Octets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps the files that the versions start from; versions with the same file share one. */
final class Bases {
  private final Map<Octets, List<Base>> byPath = new HashMap<>();

  /** Returns the file at {@code path} with the content {@code id}. */
  Base take(Octets path, Optional<BlobId> id, Octets mode) {
    List<Base> there = byPath.computeIfAbsent(path, unseen -> new ArrayList<>());
    for (Base base : there) {
      if (base.mayBe(id)) {
        base.learn(id, mode);
        return base;
      }
    }
    Base base = new Base(path, BaseFile.unknown(), id, mode);
    there.add(base);
    return base;
  }
}
