package dev.reroll.repo.write;

import dev.reroll.problem.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** Keeps the refs under {@value #FOLDER}, which are ours, and touches no other. */
public final class SeriesRefs {
  /** What the names of all refs begin with. */
  public static final String FOLDER = "refs/reroll/";

  private final Repository repository;

  /** Keeps the refs of a repository. */
  public SeriesRefs(Repository repository) {
    this.repository = repository;
  }

  /**
   * The last commit of a version.
   *
   * @param name what follows {@value #FOLDER}: {@code SERIES/VERSION}
   * @param id the commit
   * @param subject its title
   */
  public record Entry(String name, String id, String subject) {}

  /**
   * Lets a ref stand for a commit, all at once; whatever it stood for before.
   *
   * @param name what follows {@value #FOLDER}
   */
  public void set(String name, String commit) throws Refusal {
    try {
      RefUpdate update = repository.updateRef(FOLDER + name);
      update.setNewObjectId(ObjectId.fromString(commit));
      update.setForceUpdate(true);
      update.disableRefLog();
      check(update.update(), name);
    } catch (IOException failed) {
      throw Refusal.unreadable("cannot write ref '" + FOLDER + name + "': " + failed.getMessage());
    }
  }

  /** Returns all entries by their names. */
  public List<Entry> list() throws Refusal {
    try (RevWalk walk = new RevWalk(repository)) {
      List<Entry> entries = new ArrayList<>();
      for (Ref ref : repository.getRefDatabase().getRefsByPrefix(FOLDER)) {
        ObjectId id = ref.getObjectId();
        if (id != null) {
          RevCommit commit = walk.parseCommit(id);
          String name = ref.getName().substring(FOLDER.length());
          entries.add(new Entry(name, id.name(), commit.getShortMessage()));
        }
      }
      return entries;
    } catch (IOException unreadable) {
      throw Refusal.unreadable("cannot read " + FOLDER + ": " + unreadable.getMessage());
    }
  }

  /** Removes a ref; its commits go when git next cleans up. */
  public void remove(Entry entry) throws Refusal {
    try {
      RefUpdate update = repository.updateRef(FOLDER + entry.name());
      update.setForceUpdate(true);
      update.disableRefLog();
      check(update.delete(), entry.name());
    } catch (IOException failed) {
      throw Refusal.unreadable(
          "cannot remove ref '" + FOLDER + entry.name() + "': " + failed.getMessage());
    }
  }

  private static void check(RefUpdate.Result result, String name) throws Refusal {
    boolean isDone =
        switch (result) {
          case NEW, FORCED, FAST_FORWARD, NO_CHANGE -> true;
          default -> false;
        };
    if (!isDone) {
      throw Refusal.unreadable("cannot change ref '" + FOLDER + name + "': " + result);
    }
  }
}
