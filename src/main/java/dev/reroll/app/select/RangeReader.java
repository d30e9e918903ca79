package dev.reroll.app.select;

import dev.reroll.app.select.SelectedVersion.Committed;
import dev.reroll.mail.Envelope;
import dev.reroll.mail.Person;
import dev.reroll.patch.ComparablePatch;
import dev.reroll.patch.Patch;
import dev.reroll.problem.Refusal;
import dev.reroll.repo.GitRepository;
import dev.reroll.repo.commits.CommitPatches.CommitPatch;
import dev.reroll.repo.commits.CommitView;
import dev.reroll.repo.revisions.CommitRange;
import dev.reroll.series.SeriesVersion;
import dev.reroll.series.Slot;
import dev.reroll.series.VersionLabel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Commit ranges of a repository, read as versions of a series.
 *
 * @param repository an open repository
 * @param view which paths count, and which notes are shown
 */
public record RangeReader(GitRepository repository, CommitView view) {
  /**
   * Returns the commits of {@code range} as a version that is called as the user typed it.
   *
   * @param ordinal 0 for the older side, 1 for the newer one: tells their labels apart
   * @throws Refusal where an object cannot be read; an empty range is not refused
   */
  Committed read(CommitRange range, int ordinal) throws Refusal {
    List<Slot> slots = new ArrayList<>();
    List<ComparablePatch> comparable = new ArrayList<>();
    List<Patch> patches = new ArrayList<>();
    for (CommitPatch commit : repository.patches(range, view)) {
      slots.add(new Slot(slots.size() + 1, Optional.of(commit.mail()), Optional.empty()));
      comparable.add(commit.comparable());
      if (view.isWhole()) {
        patches.add(new Patch(commit.files(), commit.comparable().id()));
      }
    }
    return new Committed(version(range, ordinal, slots), comparable, patches);
  }

  private static SeriesVersion version(CommitRange range, int ordinal, List<Slot> slots) {
    VersionLabel label = VersionLabel.ofCommits(range.text(), ordinal);
    if (slots.isEmpty()) {
      Person nobody = new Person("", "");
      return new SeriesVersion(label, "", nobody, Optional.empty(), Optional.empty(), slots);
    }
    Envelope first = slots.get(0).mail().orElseThrow().envelope();
    Optional<Instant> date = first.date();
    return new SeriesVersion(
        label, first.subject().title(), first.from(), date, Optional.empty(), slots);
  }
}
