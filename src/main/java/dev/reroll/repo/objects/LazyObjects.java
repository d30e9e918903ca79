package dev.reroll.repo.objects;

import dev.reroll.repo.objects.ObjectStore.Stored;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.lib.AnyObjectId;

/** Gets objects that a partial clone left on its server. Not for several threads at once. */
public final class LazyObjects implements AutoCloseable {
  private final CatFile git;
  private final boolean isPartialClone;

  /** Asks git in this repository, and nobody if it is no partial clone. */
  public LazyObjects(Path gitFolder, boolean isPartialClone) {
    this.git = new CatFile(gitFolder, true);
    this.isPartialClone = isPartialClone;
  }

  boolean isPartialClone() {
    return isPartialClone;
  }

  /** Finds an object; empty where it is not for git to fetch, or git cannot. */
  public Optional<Stored> find(AnyObjectId id) throws IOException {
    return isPartialClone ? git.find(id.name()) : Optional.empty();
  }

  @Override
  public void close() {
    git.close();
  }
}
