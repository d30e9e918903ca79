package dev.reroll.repo.commits;

import dev.reroll.repo.diff.Contents;
import dev.reroll.repo.objects.LazyObjects;
import dev.reroll.repo.objects.ObjectStore;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;

/**
 * Reads contents that a repository has, or its server.
 *
 * @param lazy where objects are that the repository lacks
 */
record StoredContents(ObjectReader reader, LazyObjects lazy) implements Contents.Source {
  @Override
  public byte[] read(ObjectId id) throws IOException {
    try {
      return reader.open(id).getBytes(Integer.MAX_VALUE);
    } catch (MissingObjectException missing) {
      Optional<ObjectStore.Stored> found = lazy.find(id);
      if (found.isEmpty()) {
        throw missing;
      }
      return found.get().content().toByteArray();
    }
  }

  @Override
  public long size(ObjectId id) throws IOException {
    return reader.has(id) ? reader.getObjectSize(id, ObjectReader.OBJ_ANY) : read(id).length;
  }
}
