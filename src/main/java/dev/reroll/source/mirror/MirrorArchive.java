package dev.reroll.source.mirror;

import dev.reroll.message.MessageId;
import dev.reroll.message.RawMessage;
import dev.reroll.problem.Refusal;
import dev.reroll.series.Query;
import dev.reroll.source.Archive;
import dev.reroll.source.ListPreference;
import dev.reroll.source.ShellWord;
import dev.reroll.source.mirror.inbox.Inbox;
import dev.reroll.source.mirror.inbox.InboxFinder;
import dev.reroll.source.mirror.query.CopyMerge;
import dev.reroll.source.mirror.query.HitQuery;
import dev.reroll.source.mirror.query.InboxShelf;
import dev.reroll.source.mirror.update.IndexOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Answers from local mirrors of lists, through their indexes. A thread that runs over several lists
 * comes whole, each mail once.
 */
public final class MirrorArchive implements Archive {
  /** A search brings the threads of so many hits, the newest. */
  private static final int MAX_HITS = 1000;

  private final String name;
  private final IndexOptions options;
  private final ListPreference preference;
  private final List<InboxShelf> shelves = new ArrayList<>();

  private MirrorArchive(String name, IndexOptions options, List<String> listPreference) {
    this.name = name;
    this.options = options;
    this.preference = new ListPreference(listPreference);
  }

  /**
   * Opens the mirrors in {@code folders}, and reads what is new into their indexes.
   *
   * @param folders each an inbox, one epoch of it, or a folder of inboxes
   * @param listPreference patterns for {@code List-Id}, the best first: which copy of a mail is
   *     taken that several lists have; without them, that of the first folder
   * @throws Refusal where a folder is no mirror, or damaged
   */
  public static MirrorArchive open(
      List<Path> folders, List<String> listPreference, IndexOptions options) throws Refusal {
    String name = folders.stream().map(Path::toString).collect(Collectors.joining(", "));
    MirrorArchive archive = new MirrorArchive(name, options, listPreference);
    boolean done = false;
    try {
      for (Path folder : folders) {
        archive.add(folder);
      }
      done = true;
      return archive;
    } finally {
      if (!done) {
        archive.close();
      }
    }
  }

  private void add(Path folder) throws Refusal {
    long mailCount = 0;
    for (Inbox inbox : InboxFinder.find(folder)) {
      InboxShelf shelf = InboxShelf.open(inbox, options);
      shelves.add(shelf);
      mailCount += shelf.mailCount();
    }
    if (mailCount == 0) {
      throw noMail(folder);
    }
  }

  static Refusal noMail(Path folder) {
    return Refusal.unreadable(
        "cannot read mirror '" + folder + "': no mail in it, which would be commits of a file 'm'",
        "ls " + ShellWord.of(folder.toString()));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<RawMessage> thread(MessageId id) throws Refusal {
    return threads(List.of(id.value()));
  }

  @Override
  public List<RawMessage> search(Query query) throws Refusal {
    HitQuery hits = HitQuery.of(query, MAX_HITS);
    Set<String> ids = new LinkedHashSet<>();
    for (InboxShelf shelf : shelves) {
      ids.addAll(shelf.index().ask(hits));
    }
    return ids.isEmpty() ? List.of() : threads(ids);
  }

  /** Walks in all inboxes until none of them knows more ids: a list may lack mails of a thread. */
  private List<RawMessage> threads(Collection<String> ids) throws Refusal {
    Set<String> reached = new LinkedHashSet<>(ids);
    int before = -1;
    while (reached.size() > before) {
      before = reached.size();
      for (InboxShelf shelf : shelves) {
        reached.addAll(shelf.reach(reached));
      }
    }
    CopyMerge merge = new CopyMerge(preference, options.limits(), name);
    for (InboxShelf shelf : shelves) {
      merge.add(shelf, reached);
    }
    return merge.messages();
  }

  @Override
  public void close() {
    shelves.forEach(InboxShelf::close);
    shelves.clear();
  }
}
