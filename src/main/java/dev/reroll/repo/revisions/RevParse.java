package dev.reroll.repo.revisions;

import dev.reroll.message.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

/**
 * Asks {@code git rev-parse} which object a revision names: upstreams, reflogs, searches and names
 * that JGit resolves otherwise than git, or not at all.
 */
final class RevParse {
  /** What git says of a revision that is only misspelt; it says more where it knows more. */
  private static final String UNKNOWN = "fatal: Needed a single revision";

  private static final String FATAL = "fatal: ";

  private final Repository repository;
  private final Path workingFolder;

  RevParse(Repository repository, Path workingFolder) {
    this.repository = repository;
    this.workingFolder = workingFolder.toAbsolutePath();
  }

  /**
   * Finds the object that {@code revision} names.
   *
   * @throws Refusal in git's words where it says why there is none
   * @throws IOException where git cannot be run
   */
  Optional<ObjectId> find(String revision) throws Refusal, IOException {
    if (revision.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    ProcessBuilder builder = new ProcessBuilder(command(revision));
    builder.directory(workingFolder.toFile()).environment().put("LC_ALL", "C");
    Process git = builder.redirectErrorStream(true).start();
    git.getOutputStream().close();
    String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      return git.waitFor() == 0 ? id(said) : none(said);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", stopped);
    }
  }

  private List<String> command(String revision) {
    List<String> words = new ArrayList<>();
    words.addAll(List.of("git", "--no-pager", "-c", "core.hooksPath=/dev/null"));
    words.addAll(List.of("-c", "core.fsmonitor=false"));
    words.add("--git-dir=" + repository.getDirectory().getAbsolutePath());
    if (!repository.isBare()) {
      words.add("--work-tree=" + repository.getWorkTree().getAbsolutePath());
    }
    words.addAll(List.of("rev-parse", "--verify", "--end-of-options", revision));
    return words;
  }

  /** Warnings, such as that a name is ambiguous, may stand before the id. */
  private static Optional<ObjectId> id(String said) {
    return said.lines().filter(ObjectId::isId).findFirst().map(ObjectId::fromString);
  }

  private static Optional<ObjectId> none(String said) throws Refusal {
    Optional<String> reason =
        said.lines().filter(line -> line.startsWith(FATAL) && !line.equals(UNKNOWN)).findFirst();
    if (reason.isPresent()) {
      throw Refusal.unreadable(reason.get().substring(FATAL.length()), "git log --oneline --all");
    }
    return Optional.empty();
  }
}
