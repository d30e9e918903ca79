package dev.reroll.app.select;

import dev.reroll.message.Refusal;
import dev.reroll.source.Archive;
import java.util.List;
import java.util.Optional;

/**
 * Lists where mails are looked for. What is at hand is asked first, and the server only for what
 * was not found there. None is opened before it is asked.
 *
 * @param local mailboxes and mirrors, in the order in which they are asked
 * @param server none where the user wants to stay offline, or named a mailbox
 */
public record Archives(List<Opening> local, Optional<Opening> server) {
  public Archives {
    local = List.copyOf(local);
  }

  /** Opens one archive. */
  @FunctionalInterface
  public interface Opening {
    /**
     * Opens it.
     *
     * @throws Refusal where that cannot be done
     */
    Archive open() throws Refusal;
  }
}
