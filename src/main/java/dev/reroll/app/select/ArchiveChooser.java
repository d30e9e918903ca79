package dev.reroll.app.select;

import dev.reroll.message.Refusal;
import dev.reroll.source.server.ServerAddress;
import java.util.Optional;

/** Decides in which archives a series is looked for. */
public interface ArchiveChooser {
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
