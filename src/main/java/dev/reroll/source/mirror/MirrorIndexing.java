package dev.reroll.source.mirror;

import dev.reroll.problem.Refusal;
import dev.reroll.source.mirror.inbox.Inbox;
import dev.reroll.source.mirror.inbox.InboxFinder;
import dev.reroll.source.mirror.update.InboxIndex;
import dev.reroll.source.mirror.update.InboxUpdate.IndexReport;
import dev.reroll.source.mirror.update.IndexOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes the indexes of local mirrors, or brings them up to date. */
public final class MirrorIndexing {
  private final IndexOptions options;

  /** Creates it; nothing is opened yet. */
  public MirrorIndexing(IndexOptions options) {
    this.options = options;
  }

  /**
   * Indexes the inboxes in {@code folder}: an inbox, one epoch of it, or a folder of inboxes.
   *
   * @param anew whether to forget what was indexed before
   * @return what became of each inbox; at least one
   * @throws Refusal where the folder is no mirror or damaged, or the index cannot be written
   */
  public List<IndexReport> index(Path folder, boolean anew) throws Refusal {
    List<IndexReport> reports = new ArrayList<>();
    long mailCount = 0;
    for (Inbox inbox : InboxFinder.find(folder)) {
      try (InboxIndex index = InboxIndex.of(inbox, options)) {
        if (anew) {
          index.clear();
        }
        reports.add(index.report());
        mailCount += index.report().mailCount();
      }
    }
    if (mailCount == 0) {
      throw MirrorArchive.noMail(folder);
    }
    return reports;
  }
}
