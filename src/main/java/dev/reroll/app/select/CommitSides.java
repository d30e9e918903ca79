package dev.reroll.app.select;

import dev.reroll.app.select.VersionSource.InMailbox;
import dev.reroll.app.select.VersionSource.OfCommits;
import dev.reroll.app.select.VersionSource.OfMail;
import dev.reroll.problem.Diagnostic;
import dev.reroll.problem.Notice;
import dev.reroll.problem.Refusal;
import dev.reroll.series.LeftOut;
import dev.reroll.series.Lineage;
import dev.reroll.series.SeriesVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Two sides of which at least one is commits of a repository; both are read at the same time. */
final class CommitSides {
  private final VersionSelector selector;
  private final RangeReader ranges;
  private final Consumer<Diagnostic> diagnostics;

  CommitSides(VersionSelector selector, RangeReader ranges, Consumer<Diagnostic> diagnostics) {
    this.selector = selector;
    this.ranges = ranges;
    this.diagnostics = diagnostics;
  }

  /**
   * One side, read.
   *
   * @param mails the mails it was found among; empty for commits
   */
  private record Side(SelectedVersion version, Optional<Mailbox> mails, List<Notice> remarks) {
    static Side ofCommits(SelectedVersion version) {
      return new Side(version, Optional.empty(), List.of());
    }

    static Side ofMails(SeriesVersion version, Mailbox mails, List<Notice> remarks) {
      return new Side(new SelectedVersion.Mailed(version), Optional.of(mails), remarks);
    }
  }

  SelectedVersions select(VersionSource before, VersionSource after, Selection selection)
      throws Refusal {
    BothSides<Side> sides =
        BothSides.run(
            heard -> side(before, 0, selection, heard),
            heard -> side(after, 1, selection, heard),
            diagnostics);
    List<Notice> remarks = new ArrayList<>(sides.before().remarks());
    remarks.addAll(sides.after().remarks());
    List<Mailbox> boxes = new ArrayList<>();
    sides.before().mails().ifPresent(boxes::add);
    sides.after().mails().ifPresent(boxes::add);
    List<LeftOut> leftOut = new ArrayList<>();
    boxes.forEach(box -> leftOut.addAll(box.leftOut()));
    SelectedVersion older = sides.before().version();
    SelectedVersion newer = sides.after().version();
    return new SelectedVersions(
        older,
        newer,
        Optional.empty(),
        new MailDiscussion(boxes, List.of(older.version(), newer.version())),
        leftOut,
        remarks);
  }

  private Side side(
      VersionSource source, int ordinal, Selection selection, Consumer<Diagnostic> heard)
      throws Refusal {
    if (source instanceof OfCommits commits) {
      return Side.ofCommits(ranges.read(commits.range(), ordinal));
    }
    return source instanceof OfMail mail
        ? ofMail(mail, selection, heard)
        : inMailbox((InMailbox) source, selection, heard);
  }

  private Side ofMail(OfMail source, Selection selection, Consumer<Diagnostic> heard)
      throws Refusal {
    boolean isNamed = selection.labels().isEmpty() && !selection.latest();
    FoundSeries found = isNamed ? selector.findAlone(source) : selector.find(source, selection);
    Lineage lineage = found.lineage();
    SeriesVersion version =
        isNamed
            ? found.version()
            : version(lineage, selection, "of the series of '" + source.text() + "'");
    found.diagnosticsOf(version).forEach(heard);
    Mailbox mails = new Mailbox("", found.messages(), found.items(), found.bag());
    return Side.ofMails(version, mails, found.search().remarks());
  }

  private Side inMailbox(InMailbox source, Selection selection, Consumer<Diagnostic> heard)
      throws Refusal {
    List<Notice> remarks = new ArrayList<>();
    CommandHint hint = new CommandHint(List.of(source.text()));
    Mailbox mailbox = selector.read(source, heard);
    Lineage lineage =
        new SeriesChooser(selection.series(), hint, remarks).choose(mailbox, Optional.empty());
    SeriesVersion version = version(lineage, selection, "in '" + source.text() + "'");
    return Side.ofMails(version, mailbox, remarks);
  }

  /** Returns the version that is labelled, else the newest. */
  private static SeriesVersion version(Lineage lineage, Selection selection, String where)
      throws Refusal {
    if (selection.before().isEmpty()) {
      return lineage.newest();
    }
    Optional<SeriesVersion> found = lineage.find(selection.before().get());
    if (found.isEmpty()) {
      throw Refusal.nothingToCompare(
          Labels.noneOf(lineage, selection.before().get())
              + " "
              + where
              + ", there are "
              + Labels.of(lineage));
    }
    return found.get();
  }
}
