package dev.reroll.app.select;

import dev.reroll.repo.revisions.CommitRange;
import dev.reroll.source.server.SeriesName;

/** Where a version comes from, as the user names it; one or two are named. */
public sealed interface VersionSource {
  /** Returns what the user typed. */
  String text();

  /**
   * The series and versions of a mailbox: a file or folder, or {@code -} for standard input.
   *
   * @param text its name as typed
   */
  record InMailbox(String text) implements VersionSource {}

  /**
   * The version that a mail belongs to, which archives and servers have.
   *
   * @param text the message-id or address as typed
   * @param mail the mail, and the server that its address names
   */
  record OfMail(String text, SeriesName mail) implements VersionSource {}

  /** Commits of a repository. */
  record OfCommits(CommitRange range) implements VersionSource {
    @Override
    public String text() {
      return range.text();
    }
  }
}
