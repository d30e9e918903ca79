package dev.reroll.source.mirror;

import dev.reroll.mail.Person;
import dev.reroll.message.MessageId;
import dev.reroll.message.RawMessage;
import dev.reroll.problem.Diagnostic;
import dev.reroll.problem.Refusal;
import dev.reroll.series.Query;
import dev.reroll.source.Limits;
import dev.reroll.source.Progress;
import dev.reroll.source.mirror.update.InboxUpdate.IndexReport;
import dev.reroll.source.mirror.update.IndexOptions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Asks mirrors as a run of the program would: opened, asked once, closed. */
public final class OpenMirror {
  public static final Person MIRA = new Person("Mira Holt", "mira@example.org");

  private final Path cache;
  private final List<Path> folders;
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private List<String> preference = List.of();
  private Limits limits = Limits.DEFAULT;

  OpenMirror(Path cache, Path... folders) {
    this.cache = cache;
    this.folders = List.of(folders);
  }

  OpenMirror preferring(String... lists) {
    preference = List.of(lists);
    return this;
  }

  OpenMirror within(Limits other) {
    limits = other;
    return this;
  }

  List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  IndexOptions manner() {
    return new IndexOptions(cache, limits, Progress.SILENT, diagnostics::add);
  }

  /** Returns the ids of the thread. */
  List<String> thread(String id) throws Refusal {
    return ids(messages(id));
  }

  List<RawMessage> messages(String id) throws Refusal {
    try (MirrorArchive archive = MirrorArchive.open(folders, preference, manner())) {
      return archive.thread(new MessageId(id));
    }
  }

  List<String> search(Query query) throws Refusal {
    try (MirrorArchive archive = MirrorArchive.open(folders, preference, manner())) {
      return ids(archive.search(query));
    }
  }

  List<IndexReport> index() throws Refusal {
    return new MirrorIndexing(manner()).index(folders.get(0), false);
  }

  /** Returns March 2026, or a part of it. */
  static Query.Span march(int from, int to) {
    return new Query.Span(
        Instant.parse("2026-03-%02dT00:00:00Z".formatted(from)),
        Instant.parse("2026-03-%02dT00:00:00Z".formatted(to)));
  }

  private static List<String> ids(List<RawMessage> messages) {
    return messages.stream().map(message -> message.id().orElseThrow().value()).toList();
  }
}
