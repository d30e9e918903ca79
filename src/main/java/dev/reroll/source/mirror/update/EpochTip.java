package dev.reroll.source.mirror.update;

import dev.reroll.source.mirror.inbox.BareRepository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;

/**
 * Finds the newest commit of an epoch.
 *
 * <p>The usual forms (gitrepository-layout(5): {@code HEAD}, loose and packed refs) are read here,
 * since to load JGit takes longer than to see that nothing is new; JGit reads the unusual ones.
 */
final class EpochTip {
  private static final String BRANCH = "ref: refs/heads/";

  private EpochTip() {}

  /** Finds it; there is none in a repository without commits. */
  static Optional<ObjectId> find(Path repository) throws IOException {
    Optional<ObjectId> plain = findPlain(repository);
    return plain.isPresent() ? plain : findAny(repository);
  }

  private static Optional<ObjectId> findPlain(Path repository) throws IOException {
    String head = text(repository.resolve("HEAD")).strip();
    if (!head.startsWith(BRANCH) || !isWord(head.substring(BRANCH.length()))) {
      return Optional.empty();
    }
    String branch = head.substring("ref: ".length());
    String loose = text(repository.resolve(branch)).strip();
    String id = loose.isEmpty() ? packed(repository, branch) : loose;
    return ObjectId.isId(id) ? Optional.of(ObjectId.fromString(id)) : Optional.empty();
  }

  /** Says whether a branch name leads nowhere else in the file system. */
  private static boolean isWord(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '-' && c != '_') {
        return false;
      }
    }
    return !name.isEmpty();
  }

  private static String packed(Path repository, String branch) throws IOException {
    String refs = "\n" + text(repository.resolve("packed-refs"));
    int at = refs.indexOf(" " + branch + "\n");
    return at < 0 ? "" : refs.substring(refs.lastIndexOf('\n', at) + 1, at);
  }

  private static String text(Path file) throws IOException {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException nothing) {
      return "";
    }
  }

  /** Asks JGit; where {@code HEAD} names no commit, as after a clone of "main", the only branch. */
  private static Optional<ObjectId> findAny(Path repository) throws IOException {
    try (Repository git = BareRepository.open(repository)) {
      ObjectId head = git.resolve(Constants.HEAD);
      if (head != null) {
        return Optional.of(head);
      }
      List<Ref> branches = git.getRefDatabase().getRefsByPrefix(Constants.R_HEADS);
      return branches.size() == 1
          ? Optional.ofNullable(branches.get(0).getObjectId())
          : Optional.empty();
    }
  }
}
