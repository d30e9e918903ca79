package dev.reroll.app.select;

import dev.reroll.problem.Refusal;
import dev.reroll.source.Archive;
import dev.reroll.source.server.ServerAddress;
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

  /** Decides in which archives a series is looked for. */
  public interface Chooser {
    /**
     * Returns the archives, none of them open yet.
     *
     * @param named the server that the address of a mail names
     * @throws Refusal where the user's settings name none that can be used
     */
    Archives choose(Optional<ServerAddress> named) throws Refusal;

    /**
     * Returns the archives that may be asked about a version that lies in a mailbox only, such as a
     * draft: its title may be nobody's business yet, so a server is among them only where the user
     * has set one, or says so.
     *
     * @throws Refusal where the user's settings name none that can be used
     */
    Archives forDrafts() throws Refusal;
  }
}
