package dev.reroll.cli;

import dev.reroll.app.BothSides;
import dev.reroll.app.FindLineage;
import dev.reroll.app.FoundSeries;
import dev.reroll.app.LineageView;
import dev.reroll.message.RawMessage;
import dev.reroll.message.Refusal;
import dev.reroll.series.SearchPlan;
import dev.reroll.source.Limits;
import dev.reroll.source.MailboxSource;
import dev.reroll.source.ShellWord;
import dev.reroll.source.server.SeriesName;
import dev.reroll.source.server.ServerAddress;
import java.util.List;
import java.util.Optional;

/**
 * Finds the series that a user names by one of its mails: a message-id, a URL, or the mail itself
 * on standard input. Every command that takes a SERIES goes through here.
 */
final class SeriesSearch {
  private final Streams streams;
  private final Report report;
  private final GivenWords options;

  /**
   * Readies a search; nothing is opened yet.
   *
   * @param options with those of {@link ArchiveChoice#describe}
   */
  SeriesSearch(Streams streams, Report report, GivenWords options) {
    this.streams = streams;
    this.report = report;
    this.options = options;
  }

  /** Finds the series that the message-id or URL {@code name} is about. */
  FoundSeries find(String name, SearchPlan.Aim aim) throws Refusal {
    SeriesName series = series(name);
    return finder(series.server()).find(series.id(), aim, List.of());
  }

  /** Finds the series that the mail {@code piped} belongs to; it need not be anywhere else. */
  FoundSeries find(RawMessage piped, SearchPlan.Aim aim) throws Refusal {
    return finder(Optional.empty()).find(piped.id().orElseThrow(), aim, List.of(piped));
  }

  /** Finds the versions that two mails belong to, by their threads alone. */
  BothSides<FoundSeries> findBoth(String before, String after) throws Refusal {
    refuseMailbox(before, after);
    refuseMailbox(after, before);
    SeriesName older = series(before);
    SeriesName newer = series(after);
    List<FoundSeries> found =
        finder(newer.server().or(older::server)).findAlone(List.of(older.id(), newer.id()));
    return new BothSides<>(found.get(0), found.get(1));
  }

  /** Finds the version that a mail belongs to, by its thread alone. */
  FoundSeries findAlone(String name) throws Refusal {
    SeriesName series = series(name);
    return finder(series.server()).findAlone(List.of(series.id())).get(0);
  }

  /** Says whether {@code name} is a mailbox. */
  boolean isMailbox(String name) {
    return MailboxName.isMailbox(streams.workingFolder(), name);
  }

  /** Finds all versions of what {@code name} names: a mailbox, a mail on standard input, a mail. */
  LineageView view(String name, Optional<String> series) throws Refusal {
    if (!isMailbox(name) && MailboxName.seriesIn(name).isPresent()) {
      return LineageView.of(find(name, SearchPlan.Aim.ALL));
    }
    List<RawMessage> messages = source().read(name);
    Optional<RawMessage> piped =
        name.equals(MailboxSource.STANDARD_INPUT) ? only(messages) : Optional.empty();
    return piped.isPresent()
        ? LineageView.of(find(piped.get(), SearchPlan.Aim.ALL))
        : LineageView.of(name, messages, series, report);
  }

  /** Reads the mails of a mailbox, or on standard input. */
  List<RawMessage> read(String mailbox) throws Refusal {
    return source().read(mailbox);
  }

  /** Finds the one mail that names a series; none where there are several, or one without an id. */
  static Optional<RawMessage> only(List<RawMessage> messages) {
    return messages.stream().findFirst().filter(m -> messages.size() == 1 && m.id().isPresent());
  }

  private FindLineage finder(Optional<ServerAddress> server) throws Refusal {
    return new FindLineage(new ArchiveChoice(streams, report, options).choose(server));
  }

  private MailboxSource source() {
    return new MailboxSource(streams.workingFolder(), streams.in(), Limits.DEFAULT, report);
  }

  /** Refuses a mailbox beside a mail, where a command takes two of one kind only. */
  private void refuseMailbox(String name, String mail) throws Refusal {
    if (isMailbox(name)) {
      throw Refusal.unreadable(
          "'"
              + name
              + "' is a mailbox and '"
              + mail
              + "' names a series: here both must be of one"
              + " kind; reroll diff takes them",
          "reroll diff " + ShellWord.of(mail));
    }
  }

  private static SeriesName series(String name) throws Refusal {
    return MailboxName.seriesIn(name)
        .orElseThrow(
            () ->
                Refusal.unreadable(
                    "'" + name + "' is neither a file nor a message-id nor a URL with one",
                    "reroll diff MESSAGE-ID",
                    "reroll diff BEFORE.mbox AFTER.mbox"));
  }
}
