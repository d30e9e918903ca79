package dev.reroll.cli;

import dev.reroll.app.Archives;
import dev.reroll.message.Refusal;
import dev.reroll.source.Limits;
import dev.reroll.source.MailboxArchive;
import dev.reroll.source.MailboxSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides where a series is looked for: in the mailboxes of {@code --mbox} and nowhere else; or in
 * the mirrors of {@code --mirror} and {@code reroll.mirror}, then on the server.
 */
final class ArchiveChoice {
  private final Streams streams;

  ArchiveChoice(Streams streams) {
    this.streams = streams;
  }

  /** Adds the options that {@link #choose} understands. */
  static Options.Description describe(Options.Description options) {
    return options.values("--mbox").values("--mirror").flag("--offline").flag("-C", "--no-cache");
  }

  Archives choose(GivenWords options) throws Refusal {
    List<Archives.Opening> mailboxes = new ArrayList<>();
    for (String name : options.values("--mbox")) {
      mailboxes.add(() -> mailbox(name));
    }
    if (mailboxes.isEmpty()) {
      throw Refusal.nothingToCompare(
          "threads are not fetched yet", "reroll diff MESSAGE-ID --mbox thread.mbox");
    }
    return new Archives(mailboxes, Optional.empty());
  }

  private MailboxArchive mailbox(String name) throws Refusal {
    MailboxSource source =
        new MailboxSource(
            streams.workingFolder(), streams.in(), Limits.DEFAULT, copyThatDiffers -> {});
    return new MailboxArchive(name, source.read(name));
  }
}
