package dev.reroll.repo.revisions;

import dev.reroll.problem.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

/**
 * Finds the objects that revisions name (gitrevisions(7)). Names of refs and ids, with {@code ~N}
 * and {@code ^N} behind them, are resolved by JGit, which does so exactly as git; whatever else a
 * revision has, and what JGit does not find, git itself is asked for.
 */
public final class Revisions {
  private final Repository repository;
  private final RevParse git;
  private final Map<String, Optional<ObjectId>> asked = new HashMap<>();

  /** Resolves in a repository; git, where it is asked, is run in {@code workingFolder}. */
  public Revisions(Repository repository, Path workingFolder) {
    this.repository = repository;
    this.git = new RevParse(repository, workingFolder);
  }

  /** Finds the commit that {@code revision} names, as far as JGit can tell. */
  public static Optional<ObjectId> findCommit(Repository repository, String revision)
      throws IOException {
    return byJgit(repository, name(revision) + "^{commit}");
  }

  /**
   * Finds the object that {@code revision} names; a tag is one, too.
   *
   * @throws Refusal in git's words where git says why there is none, and where there is no git to
   *     ask
   */
  Optional<ObjectId> find(String revision) throws Refusal, IOException {
    String name = name(revision);
    boolean isPlain = isPlain(name);
    Optional<ObjectId> found = isPlain ? byJgit(repository, name) : Optional.empty();
    if (found.isEmpty() && isPlain) {
      found = atRemote(name);
    }
    if (found.isEmpty() && !asked.containsKey(name)) {
      asked.put(name, byGit(name, isPlain));
    }
    return found.isPresent() ? found : asked.getOrDefault(name, Optional.empty());
  }

  private Optional<ObjectId> byGit(String name, boolean isPlain) throws Refusal {
    try {
      return git.find(name);
    } catch (IOException noGit) {
      if (isPlain) {
        return Optional.empty();
      }
      throw Refusal.unreadable(
          "only git itself resolves '" + name + "', and there is no git on the PATH",
          "git rev-parse --verify '" + name.replace("'", "'\\''") + "'");
    }
  }

  private static Optional<ObjectId> byJgit(Repository repository, String name) throws IOException {
    try {
      return Optional.ofNullable(repository.resolve(name));
    } catch (AmbiguousObjectException
        | IncorrectObjectTypeException
        | MissingObjectException
        | RevisionSyntaxException none) {
      return Optional.empty();
    }
  }

  /** The name of a remote stands for its HEAD, which JGit does not know. */
  private Optional<ObjectId> atRemote(String name) throws IOException {
    int end = 0;
    while (end < name.length() && name.charAt(end) != '^' && name.charAt(end) != '~') {
      end++;
    }
    String head = Constants.R_REMOTES + name.substring(0, end) + "/" + Constants.HEAD;
    return end > 0 && Repository.isValidRefName(head) && repository.exactRef(head) != null
        ? byJgit(repository, head + name.substring(end))
        : Optional.empty();
  }

  private static String name(String revision) {
    if (revision.isEmpty()) {
      return Constants.HEAD;
    }
    boolean isHead = revision.equals("@") || revision.startsWith("@~") || revision.startsWith("@^");
    return isHead ? Constants.HEAD + revision.substring(1) : revision;
  }

  /** Whether JGit resolves such a revision as git does, if it finds it. */
  private static boolean isPlain(String name) {
    int at = 0;
    while (at < name.length() && name.charAt(at) != '^' && name.charAt(at) != '~') {
      char c = name.charAt(at);
      boolean isUpstream = name.startsWith("@{", at);
      if (isUpstream || c <= ' ' || c == 127 || ":?*[\\".indexOf(c) >= 0) {
        return false;
      }
      at++;
    }
    if (at == 0 || name.charAt(0) == '-' || name.equals("@")) {
      return false;
    }
    while (at < name.length()) {
      int end = stepEnd(name, at);
      if (end < 0) {
        return false;
      }
      at = end;
    }
    return true;
  }

  /** Returns where {@code ~N}, {@code ^N} or a peeling that begins at {@code at} ends; else -1. */
  private static int stepEnd(String name, int at) {
    if (name.startsWith("^{}", at)) {
      return at + "^{}".length();
    }
    if (name.startsWith("^{commit}", at)) {
      return at + "^{commit}".length();
    }
    if (name.charAt(at) != '^' && name.charAt(at) != '~') {
      return -1;
    }
    int end = at + 1;
    while (end < name.length() && isDigit(name.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /**
   * Asks {@code git rev-parse} which object a revision names: upstreams, reflogs, searches and
   * names that JGit resolves otherwise than git, or not at all.
   */
  private static final class RevParse {
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
}
