package dev.reroll.app.select;

import dev.reroll.app.select.VersionSource.InMailbox;
import dev.reroll.app.select.VersionSource.OfCommits;
import dev.reroll.problem.Hint;
import dev.reroll.problem.Refusal;
import dev.reroll.source.ShellWord;
import java.util.List;

/** What a selection cannot ask of its sources. */
final class SelectionRules {
  private final List<VersionSource> sources;
  private final Selection selection;

  private SelectionRules(List<VersionSource> sources, Selection selection) {
    this.sources = sources;
    this.selection = selection;
  }

  /** Refuses, with the reason, what {@code selection} cannot ask of {@code sources}. */
  static void check(List<VersionSource> sources, Selection selection) throws Refusal {
    if (sources.isEmpty() || sources.size() > 2) {
      throw new IllegalArgumentException(sources.size() + " sources");
    }
    if (!selection.isDefault()) {
      new SelectionRules(sources, selection).check();
    }
  }

  private void check() throws Refusal {
    int commits = 0;
    int boxes = 0;
    for (VersionSource source : sources) {
      commits += source instanceof OfCommits ? 1 : 0;
      boxes += source instanceof InMailbox ? 1 : 0;
    }
    boolean two = sources.size() == 2;
    boolean hasLabels = !selection.labels().isEmpty();
    refuse(commits == 2 && hasLabels, "-v picks versions that were mailed, not commits");
    refuse(commits == 2 && selection.latest(), "--latest is for mails, not for commits");
    refuse(
        two && boxes < 2 && commits == 0 && hasLabels,
        "-v picks versions of one series, but two are named");
    refuse(
        commits == 1 && selection.labels().size() == 2,
        "-v picks one version next to commits, not two");
    refuse(
        two && commits == 0 && selection.latest(),
        boxes == 2
            ? "--latest is for one series or mailbox; of two, the newest of each is compared anyway"
            : "--latest is for one series, but two are named");
    refuse(
        two && selection.since().isPresent(),
        "--since-mine picks a version of one series, but two are named");
    refuse(
        boxes == 0 && selection.series().isPresent(),
        "--series picks a series from a mailbox, but no mailbox is named");
  }

  private void refuse(boolean isSo, String problem) throws Refusal {
    if (isSo) {
      StringBuilder names = new StringBuilder();
      boolean isOfCommits = sources.stream().anyMatch(OfCommits.class::isInstance);
      for (VersionSource source :
          isOfCommits ? sources : sources.subList(sources.size() - 1, sources.size())) {
        names.append(names.isEmpty() ? "" : " ").append(ShellWord.of(source.text()));
      }
      throw Refusal.unreadable(problem, Hint.again(names.toString()), Hint.again("--help"));
    }
  }
}
