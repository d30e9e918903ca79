package dev.reroll.jgit;

import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * Opens repositories for reading only.
 *
 * <p>JGit by itself would run git to find its configuration, and then measure for three seconds,
 * with files that it writes, how exact the file system's times are. Neither matters to who only
 * reads: here all configuration but the repository's own is empty, and the times are held to be as
 * inexact as on the worst file system in use.
 */
public final class QuietGit {
  private static final String INEXACT = "2 seconds";

  static {
    SystemReader.setInstance(new QuietReader(SystemReader.getInstance()));
  }

  private QuietGit() {}

  /** Returns the file system, which asks for as little. */
  public static FS files() {
    return FS.DETECTED;
  }

  /** Opens the repository that {@code place} names, which must exist; the caller closes it. */
  public static Repository open(FileRepositoryBuilder place) throws IOException {
    return place.setMustExist(true).build();
  }

  private static final class QuietReader extends SystemReader.Delegate {
    QuietReader(SystemReader real) {
      super(real);
    }

    @Override
    public FileBasedConfig openSystemConfig(Config parent, FS files) {
      return new NoConfig(parent);
    }

    @Override
    public FileBasedConfig openUserConfig(Config parent, FS files) {
      return new NoConfig(parent);
    }

    @Override
    public FileBasedConfig openJGitConfig(Config parent, FS files) {
      return new NoConfig(parent);
    }
  }

  /** Empty, but for the exactness of times, whatever the file system is called. */
  private static final class NoConfig extends FileBasedConfig {
    NoConfig(Config parent) {
      super(parent, Path.of("no-such-file").toFile(), FS.DETECTED);
    }

    @Override
    public void load() {
      // There is nothing to load.
    }

    @Override
    public void save() {
      // Nothing that JGit finds out is kept.
    }

    @Override
    public boolean isOutdated() {
      return false;
    }

    @Override
    public @Nullable String getString(String section, @Nullable String subsection, String name) {
      boolean isExactness = section.equals("filesystem") && name.equals("timestampResolution");
      return isExactness ? INEXACT : super.getString(section, subsection, name);
    }
  }
}
