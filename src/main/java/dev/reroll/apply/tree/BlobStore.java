package dev.reroll.apply.tree;

import dev.reroll.bytes.Octets;
import dev.reroll.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps the contents that patches make beside those of a repository, which stays as it is: a later
 * patch may name them.
 *
 * <p>Only grows; several threads may use it.
 */
public final class BlobStore implements Blobs {
  private final Blobs stored;
  private final Map<String, Octets> made = new ConcurrentHashMap<>();

  /** Starts with the contents of {@code stored} alone. */
  public BlobStore(Blobs stored) {
    this.stored = stored;
  }

  /** Keeps {@code content}; returns its id. */
  public String put(Octets content) {
    String id = format().blobId(content);
    made.putIfAbsent(id, content);
    return id;
  }

  /** Returns the content of a blob that must be there. */
  public Octets read(String id) throws Refusal {
    return find(id)
        .orElseThrow(() -> Refusal.unreadable("cannot read blob " + id + ": it is not there"));
  }

  @Override
  public ObjectFormat format() {
    return stored.format();
  }

  @Override
  public Optional<String> findId(String id) throws Refusal {
    List<String> found = new ArrayList<>(1);
    for (String known : made.keySet()) {
      if (known.startsWith(id)) {
        found.add(known);
      }
    }
    Optional<String> there = stored.findId(id);
    if (there.isPresent() && !found.contains(there.get())) {
      found.add(there.get());
    }
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  @Override
  public Optional<Octets> find(String id) throws Refusal {
    Octets content = made.get(id);
    return content == null ? stored.find(id) : Optional.of(content);
  }

  @Override
  public long size(String id) throws Refusal {
    Octets content = made.get(id);
    return content == null ? stored.size(id) : content.length();
  }
}
