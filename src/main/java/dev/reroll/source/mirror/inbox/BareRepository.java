package dev.reroll.source.mirror.inbox;

import dev.reroll.jgit.QuietGit;
import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** Opens the bare repositories that a mirror is made of. */
public final class BareRepository {
  private BareRepository() {}

  /** Opens the repository in {@code folder} for reading; the caller closes it. */
  public static Repository open(Path folder) throws IOException {
    return QuietGit.open(new FileRepositoryBuilder().setGitDir(folder.toFile()));
  }
}
