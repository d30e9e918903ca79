package dev.reroll.app.select;

import dev.reroll.message.Refusal;
import dev.reroll.source.server.ServerAddress;
import java.util.Optional;

/** Decides in which archives a series is looked for. */
@FunctionalInterface
public interface ArchiveChooser {
  /**
   * Returns the archives, none of them open yet.
   *
   * @param named the server that the address of a mail names
   * @throws Refusal where the user's settings name none that can be used
   */
  Archives choose(Optional<ServerAddress> named) throws Refusal;
}
