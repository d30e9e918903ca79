package dev.reroll.deliver;

import dev.reroll.problem.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;

/**
 * Delivers mails into a maildir: written to {@code tmp} first, then moved to {@code new}, so that
 * no reader ever sees a part of one (maildir(5)).
 */
public final class Maildir {
  private final Path folder;
  private final String name;
  private final Clock clock;

  /**
   * Creates a maildir; one that does not exist is made, but not the folder that it stands in.
   *
   * @param name what the user calls it
   */
  public Maildir(Path folder, String name, Clock clock) {
    this.folder = folder;
    this.name = name;
    this.clock = clock;
  }

  /** Delivers {@code mail}; returns its file. */
  public Path deliver(ComposedMail mail) throws Refusal {
    String random = Long.toUnsignedString(new SecureRandom().nextLong(), Character.MAX_RADIX);
    String unique = clock.instant().getEpochSecond() + "." + random + ".reroll";
    try {
      make();
      Path unfinished = folder.resolve("tmp").resolve(unique);
      Path target = folder.resolve("new").resolve(unique);
      try {
        DurableFile.fill(unfinished, mail.octets());
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(unfinished);
      }
      return target;
    } catch (IOException failed) {
      throw Refusal.unreadable("cannot write to '" + name + "': " + WriteFailure.reason(failed));
    }
  }

  private void make() throws IOException, Refusal {
    if (Files.isDirectory(folder) && !Files.isDirectory(folder.resolve("new"))) {
      try (var files = Files.list(folder)) {
        if (files.findAny().isPresent()) {
          throw Refusal.unreadable(
              "cannot write to '" + name + "': it is a folder, but not a maildir",
              "reroll mail --maildir=" + name + "/drafts BEFORE AFTER");
        }
      }
    }
    if (!Files.isDirectory(folder)) {
      Files.createDirectory(folder);
    }
    for (String part : new String[] {"cur", "new", "tmp"}) {
      if (!Files.isDirectory(folder.resolve(part))) {
        Files.createDirectory(folder.resolve(part));
      }
    }
  }
}
