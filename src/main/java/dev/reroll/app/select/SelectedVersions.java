package dev.reroll.app.select;

import dev.reroll.problem.Notice;
import dev.reroll.series.LeftOut;
import dev.reroll.series.Link;
import dev.reroll.series.SeriesVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The two versions that are compared, wherever they were found.
 *
 * @param older the version before
 * @param newer the version after
 * @param link why the newer one is held to follow the older one; empty where nothing says so
 * @param discussion what was said about them
 * @param leftOut mails that take no part
 * @param remarks what the user should know of the choice, a line each
 */
public record SelectedVersions(
    SelectedVersion older,
    SelectedVersion newer,
    Optional<Link> link,
    Discussion discussion,
    List<LeftOut> leftOut,
    List<Notice> remarks) {
  public SelectedVersions {
    leftOut = List.copyOf(leftOut);
    remarks = List.copyOf(remarks);
  }

  /** Returns the older version. */
  public SeriesVersion before() {
    return older.version();
  }

  /** Returns the newer version. */
  public SeriesVersion after() {
    return newer.version();
  }

  /** Whether a side is commits, of which nothing was mailed. */
  public boolean hasCommits() {
    return older instanceof SelectedVersion.Committed || newer instanceof SelectedVersion.Committed;
  }

  /** Returns the same with one more remark. */
  public SelectedVersions withRemark(Notice remark) {
    return withRemarks(List.of(remark));
  }

  /** Returns the same with more remarks. */
  SelectedVersions withRemarks(List<Notice> more) {
    List<Notice> all = new ArrayList<>(remarks);
    all.addAll(more);
    return new SelectedVersions(older, newer, link, discussion, leftOut, all);
  }

  /** Returns the same two versions under other names. */
  public SelectedVersions called(SeriesVersion before, SeriesVersion after) {
    return new SelectedVersions(
        renamed(older, before), renamed(newer, after), link, discussion, leftOut, remarks);
  }

  private static SelectedVersion renamed(SelectedVersion side, SeriesVersion version) {
    return side instanceof SelectedVersion.Committed commits
        ? new SelectedVersion.Committed(version, commits.comparable(), commits.patches())
        : new SelectedVersion.Mailed(version);
  }
}
