package dev.reroll.repo.base;

import dev.reroll.apply.tree.Blobs;
import dev.reroll.apply.tree.ObjectFormat;
import dev.reroll.bytes.Octets;
import dev.reroll.problem.Refusal;
import dev.reroll.repo.objects.ObjectStore;
import java.io.IOException;
import java.util.Optional;

/** Finds contents in a repository. */
record StoredBlobs(ObjectStore objects, ObjectFormat format) implements Blobs {
  @Override
  public Optional<String> findId(String id) throws Refusal {
    try {
      return objects.blob(id);
    } catch (IOException unreadable) {
      throw refusal(id, unreadable);
    }
  }

  @Override
  public Optional<Octets> find(String id) throws Refusal {
    try {
      return objects.find(id).map(ObjectStore.Stored::content);
    } catch (IOException unreadable) {
      throw refusal(id, unreadable);
    }
  }

  static Refusal refusal(String id, IOException unreadable) {
    return Refusal.unreadable("cannot read object " + id + ": " + unreadable.getMessage());
  }
}
