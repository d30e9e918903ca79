package dev.reroll.deliver;

import dev.reroll.problem.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Keeps each mail from before it is sent until it certainly has been: what was composed is never
 * lost.
 */
public final class Outbox {
  private final Path folder;

  /**
   * Opens it.
   *
   * @param state the folder where programs of the user keep their state
   */
  public Outbox(Path state) {
    this.folder = state.resolve("reroll").resolve("outbox");
  }

  /** Keeps {@code mail}; returns its file. */
  public Path keep(ComposedMail mail) throws Refusal {
    Path file = folder.resolve(FileName.of(mail.id().value()) + ".eml");
    try {
      Files.createDirectories(folder);
      DurableFile.write(file, mail.octets());
      return file;
    } catch (IOException failed) {
      throw Refusal.unreached(
          "not sent: cannot save the mail as '" + file + "': " + WriteFailure.reason(failed),
          "df -h '" + folder + "'");
    }
  }

  /** Forgets a mail that was sent; one that was kept elsewhere stays where it is. */
  public void forget(Path file) {
    try {
      if (file.toAbsolutePath().startsWith(folder.toAbsolutePath())) {
        Files.deleteIfExists(file);
      }
    } catch (IOException staysThere) {
      // The state says that it was sent, so a second try is refused.
      return;
    }
  }
}
