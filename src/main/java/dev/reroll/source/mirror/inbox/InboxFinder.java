package dev.reroll.source.mirror.inbox;

import dev.reroll.problem.Refusal;
import dev.reroll.source.ShellWord;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds the inboxes in a folder that the user names. It may be
 *
 * <pre>
 *   INBOX/git/0.git, 1.git, …    an inbox as public-inbox-clone makes it
 *   INBOX/0.git, 1.git, …        the same without the level {@code git}
 *   0.git                        one epoch by itself, bare or with a working tree
 *   LISTS/INBOX/…                a folder of inboxes
 * </pre>
 */
public final class InboxFinder {
  private static final String GIT = ".git";
  private static final int MAX_DIGITS = 6;

  private InboxFinder() {}

  /** Returns the inboxes of {@code folder}, at least one, by name. */
  public static List<Inbox> find(Path folder) throws Refusal {
    if (!Files.isDirectory(folder)) {
      String reason = Files.exists(folder) ? "it is not a folder" : "no such folder";
      throw Refusal.unreadable(what(folder) + reason, "ls -d " + ShellWord.of(parent(folder)));
    }
    try {
      Optional<Inbox> own = inbox(folder);
      List<Inbox> all = own.isPresent() ? List.of(own.get()) : children(folder);
      if (all.isEmpty()) {
        String clone = ShellWord.of(folder.resolve("git/0.git").toString());
        throw Refusal.unreadable(
            what(folder) + "no public-inbox epoch in it, such as git/0.git",
            "git clone --mirror https://lore.kernel.org/git/0 " + clone);
      }
      return all;
    } catch (IOException e) {
      throw Refusal.unreadable(
          what(folder) + "listing it failed: " + e.getMessage(),
          "ls -l " + ShellWord.of(folder.toString()));
    }
  }

  private static String what(Path folder) {
    return "cannot read mirror '" + folder + "': ";
  }

  private static String parent(Path folder) {
    return Objects.requireNonNullElse(folder.getParent(), Path.of(".")).toString();
  }

  private static Optional<Inbox> inbox(Path folder) throws IOException {
    Optional<Path> own = repository(folder);
    if (own.isPresent()) {
      List<Inbox.Epoch> only = List.of(new Inbox.Epoch(0, own.get()));
      return Optional.of(new Inbox(epochName(folder.toRealPath()), folder, only));
    }
    Path git = folder.resolve("git");
    List<Inbox.Epoch> epochs = epochs(Files.isDirectory(git) ? git : folder);
    if (epochs.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Inbox(nameOf(folder.toRealPath()), folder, epochs));
  }

  private static List<Inbox> children(Path folder) throws IOException {
    List<Inbox> found = new ArrayList<>();
    for (Path child : folders(folder)) {
      inbox(child).ifPresent(found::add);
    }
    found.sort(Comparator.comparing(Inbox::name));
    return found;
  }

  private static List<Inbox.Epoch> epochs(Path folder) throws IOException {
    List<Inbox.Epoch> epochs = new ArrayList<>();
    for (Path child : folders(folder)) {
      String number = stem(child);
      Optional<Path> repository = isNumber(number) ? repository(child) : Optional.empty();
      if (repository.isPresent()) {
        epochs.add(new Inbox.Epoch(Integer.parseInt(number), repository.get()));
      }
    }
    if (epochs.size() > 1) {
      epochs.sort(Comparator.comparingInt(Inbox.Epoch::number));
    }
    return epochs;
  }

  private static List<Path> folders(Path folder) throws IOException {
    List<Path> folders = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        if (Files.isDirectory(entry)) {
          folders.add(entry);
        }
      }
    }
    return folders;
  }

  private static Optional<Path> repository(Path folder) {
    Path inside = folder.resolve(".git");
    for (Path place : List.of(folder, inside)) {
      if (Files.isRegularFile(place.resolve("HEAD"))
          && Files.isDirectory(place.resolve("objects"))) {
        return Optional.of(place);
      }
    }
    return Optional.empty();
  }

  /** Returns the name of a lone epoch: {@code L-0} for {@code L/git/0.git}. */
  private static String epochName(Path folder) {
    String own = stem(folder);
    Path above = Objects.requireNonNullElse(folder.getParent(), folder);
    if (nameOf(above).equals("git")) {
      above = Objects.requireNonNullElse(above.getParent(), above);
    }
    return isNumber(own) && !nameOf(above).isEmpty() ? nameOf(above) + "-" + own : own;
  }

  private static String stem(Path folder) {
    String name = nameOf(folder);
    return name.endsWith(GIT) ? name.substring(0, name.length() - GIT.length()) : name;
  }

  private static boolean isNumber(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) < '0' || name.charAt(i) > '9') {
        return false;
      }
    }
    return !name.isEmpty() && name.length() <= MAX_DIGITS;
  }

  private static String nameOf(Path path) {
    return path.getFileName() == null ? "" : path.getFileName().toString();
  }
}
