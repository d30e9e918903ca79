package dev.reroll.app;

import dev.reroll.message.Diagnostic;
import dev.reroll.message.Refusal;
import dev.reroll.patch.ComparablePatch;
import dev.reroll.rangediff.RangeDiff;
import dev.reroll.rangediff.RangeDiffer;
import dev.reroll.rangediff.TitleTwin;
import dev.reroll.repo.GitRepository;
import dev.reroll.repo.commits.CommitView;
import dev.reroll.repo.revisions.CommitRange;
import dev.reroll.series.Lineage;
import dev.reroll.series.SeriesVersion;
import dev.reroll.series.VersionLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Compares commits of a repository: with other commits, or with a version that was mailed. */
public final class CompareCommits {
  private final GitRepository repository;
  private final CommitView view;
  private final CompareMailboxes.Manner manner;
  private final Consumer<Diagnostic> diagnostics;

  /**
   * Readies a comparison.
   *
   * @param diagnostics is told of each bad spot in the mails, by one thread
   */
  public CompareCommits(
      GitRepository repository,
      CommitView view,
      CompareMailboxes.Manner manner,
      Consumer<Diagnostic> diagnostics) {
    this.repository = repository;
    this.view = view;
    this.manner = manner;
    this.diagnostics = diagnostics;
  }

  /** Gives the patches of one side. */
  public interface Source extends BothSides.Work<NamedPatches> {}

  /**
   * Holds a finished comparison.
   *
   * @param twins patches with the same title that were not paired
   */
  public record Result(
      NamedPatches before, NamedPatches after, RangeDiff comparison, List<TitleTwin> twins) {
    public Result {
      twins = List.copyOf(twins);
    }
  }

  /** Returns the side that {@code range} names. */
  public Source of(CommitRange range) {
    return heard -> new NamedPatches(range.text(), repository.patches(range, view), List.of());
  }

  /** Returns the side that a version which was found is. */
  public Source of(FoundSeries found) {
    return heard -> named(found.version(), found.search().remarks(), heard);
  }

  /**
   * Returns the side that is a version in a mailbox.
   *
   * @param series which series of the mailbox, as {@code --series} names it
   * @param label which version; the newest where it is empty
   */
  public Source of(
      CompareSeries.NamedMails mailbox, Optional<String> series, Optional<VersionLabel> label) {
    return heard -> {
      List<String> remarks = new ArrayList<>();
      CommandHint hint = new CommandHint(List.of(mailbox.name()));
      Mailbox read = Mailbox.of(mailbox.name(), mailbox.messages(), heard);
      Lineage lineage = new SeriesChooser(series, hint, remarks).choose(read, Optional.empty());
      return named(version(lineage, label, mailbox.name()), remarks, heard);
    };
  }

  private static SeriesVersion version(
      Lineage lineage, Optional<VersionLabel> label, String mailbox) throws Refusal {
    if (label.isEmpty()) {
      return lineage.newest();
    }
    Optional<SeriesVersion> found = lineage.find(label.get());
    if (found.isEmpty()) {
      throw Refusal.nothingToCompare(
          "no version " + label.get() + " in '" + mailbox + "', there are " + Labels.of(lineage));
    }
    return found.get();
  }

  private static NamedPatches named(
      SeriesVersion version, List<String> remarks, Consumer<Diagnostic> heard) {
    return new NamedPatches(
        version.label().toString(), ComparablePatches.of(version, heard), remarks);
  }

  /**
   * Compares two sides.
   *
   * @throws Refusal where one of them cannot be had; an empty range is not refused
   */
  public Result compare(Source before, Source after) throws Refusal {
    BothSides<NamedPatches> sides = BothSides.run(before, after, diagnostics);
    List<ComparablePatch> old = sides.before().patches();
    List<ComparablePatch> current = sides.after().patches();
    CompareMailboxes.checkSize(old.size(), current.size());
    RangeDiffer differ = new RangeDiffer(old, current);
    RangeDiff result = differ.compare(manner.factor(), manner.context());
    return new Result(
        sides.before(), sides.after(), result, differ.titleTwins(result, manner.factor()));
  }
}
