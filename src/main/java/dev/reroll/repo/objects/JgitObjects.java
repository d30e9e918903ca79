package dev.reroll.repo.objects;

import dev.reroll.bytes.Octets;
import dev.reroll.repo.place.RepositoryPlace;
import dev.reroll.repo.revisions.Revisions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** Reads objects with JGit, and asks git only for what a partial clone lacks. */
public final class JgitObjects implements ObjectStore {
  private static final int WHOLE = Constants.OBJECT_ID_STRING_LENGTH;

  private final Repository repository;
  private final ObjectReader reader;
  private final LazyObjects lazy;

  /**
   * Reads {@code repository}, which stays open, and asks {@code lazy}, closed with this, for what
   * it lacks.
   */
  public JgitObjects(Repository repository, LazyObjects lazy) {
    this.repository = repository;
    this.reader = repository.newObjectReader();
    this.lazy = lazy;
  }

  /** Returns what JGit needs to open a repository. */
  public static FileRepositoryBuilder builder(RepositoryPlace place) {
    FileRepositoryBuilder builder = new FileRepositoryBuilder();
    builder.setGitDir(place.gitFolder().toFile());
    List<Path> objects = place.objects();
    for (Path borrowed : objects.subList(1, objects.size())) {
      builder.addAlternateObjectDirectory(borrowed.toFile());
    }
    return builder;
  }

  @Override
  public Optional<Stored> find(String id) throws IOException {
    Optional<Stored> here = findHere(id);
    return here.isPresent() ? here : lazy.find(ObjectId.fromString(id));
  }

  @Override
  public Optional<Stored> findHere(String id) throws IOException {
    try {
      ObjectLoader loader = reader.open(ObjectId.fromString(id));
      return Optional.of(
          new Stored(id, kind(loader.getType()), Octets.wrap(loader.getBytes(Integer.MAX_VALUE))));
    } catch (MissingObjectException missing) {
      return Optional.empty();
    }
  }

  private static Kind kind(int type) {
    return switch (type) {
      case Constants.OBJ_COMMIT -> Kind.COMMIT;
      case Constants.OBJ_TREE -> Kind.TREE;
      case Constants.OBJ_TAG -> Kind.TAG;
      default -> Kind.BLOB;
    };
  }

  @Override
  public Optional<String> blob(String abbreviation) throws IOException {
    if (abbreviation.length() == WHOLE) {
      ObjectId id = ObjectId.fromString(abbreviation);
      return lazy.isPartialClone() || reader.has(id) ? Optional.of(abbreviation) : Optional.empty();
    }
    Set<String> blobs = new HashSet<>();
    Collection<ObjectId> found = reader.resolve(AbbreviatedObjectId.fromString(abbreviation));
    for (ObjectId id : found) {
      if (found.size() == 1 || reader.open(id).getType() == Constants.OBJ_BLOB) {
        blobs.add(id.name());
      }
    }
    return blobs.size() == 1 ? blobs.stream().findFirst() : Optional.empty();
  }

  @Override
  public Optional<Step> commit(String revision) throws IOException {
    Optional<ObjectId> found = Revisions.findCommit(repository, revision);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try (RevWalk walk = new RevWalk(reader)) {
      return Optional.of(step(walk.parseCommit(found.get())));
    }
  }

  private static Step step(RevCommit commit) {
    return new Step(commit.name(), commit.getTree().name());
  }

  @Override
  public Steps history() throws IOException {
    RevWalk walk = new RevWalk(reader);
    walk.setRetainBody(false);
    walk.sort(RevSort.COMMIT_TIME_DESC);
    for (String prefix : new String[] {Constants.R_HEADS, Constants.R_REMOTES, Constants.R_TAGS}) {
      for (Ref ref : repository.getRefDatabase().getRefsByPrefix(prefix)) {
        start(walk, ref);
      }
    }
    Ref head = repository.exactRef(Constants.HEAD);
    if (head != null) {
      start(walk, head);
    }
    return new Walked(walk);
  }

  /** Leaves out refs to what is not there, or no commit. */
  private static void start(RevWalk walk, Ref ref) throws IOException {
    ObjectId id = ref.getObjectId();
    if (id == null) {
      return;
    }
    try {
      RevObject object = walk.peel(walk.parseAny(id));
      if (object instanceof RevCommit commit) {
        walk.markStart(commit);
      }
    } catch (MissingObjectException | IncorrectObjectTypeException notHere) {
      return;
    }
  }

  private record Walked(RevWalk walk) implements Steps {
    @Override
    public Optional<Step> next() throws IOException {
      RevCommit commit = walk.next();
      return commit == null ? Optional.empty() : Optional.of(step(commit));
    }

    @Override
    public void close() {
      // The reader is the store's.
    }
  }

  @Override
  public Optional<String> name(String commit) throws IOException {
    ObjectId id = ObjectId.fromString(commit);
    for (String prefix : new String[] {Constants.R_TAGS, Constants.R_HEADS, Constants.R_REMOTES}) {
      for (Ref ref : repository.getRefDatabase().getRefsByPrefix(prefix)) {
        Ref peeled = repository.getRefDatabase().peel(ref);
        boolean isHead = ref.isSymbolic();
        if (!isHead && (id.equals(peeled.getPeeledObjectId()) || id.equals(ref.getObjectId()))) {
          return Optional.of(ref.getName().substring(prefix.length()));
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public boolean isPartial() {
    return lazy.isPartialClone();
  }

  @Override
  public void close() {
    reader.close();
    lazy.close();
  }
}
