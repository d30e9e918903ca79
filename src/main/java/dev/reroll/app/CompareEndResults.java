package dev.reroll.app;

import dev.reroll.interdiff.Interdiff;
import dev.reroll.interdiff.Interdiffer;
import dev.reroll.interdiff.Interdiffer.NamedPatch;
import dev.reroll.interdiff.Interdiffer.Version;
import dev.reroll.mail.PatchMail;
import dev.reroll.mail.Position;
import dev.reroll.message.Refusal;
import dev.reroll.rangediff.Entry;
import dev.reroll.rangediff.Side;
import dev.reroll.series.SeriesVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares what two versions of a series make of the files: in a tree, where one is at hand and
 * they apply there, else from the mails alone.
 */
public final class CompareEndResults {
  private final Comparison comparison;
  private final int context;
  private final Optional<EndResultsInTree> tree;

  /**
   * Readies a comparison.
   *
   * @param comparison the two versions, whose bad spots were told when it was made
   * @param context unchanged lines around each change
   * @param tree where versions are applied first
   */
  public CompareEndResults(Comparison comparison, int context, Optional<EndResultsInTree> tree) {
    this.comparison = comparison;
    this.context = context;
    this.tree = tree;
  }

  /** Compares the end results of both versions. */
  public Interdiff all() throws Refusal {
    VersionPair versions = comparison.versions();
    if (tree.isPresent()) {
      Optional<Interdiff> found = tree.get().find(versions, context);
      if (found.isPresent()) {
        return found.get();
      }
    }
    return Interdiffer.compare(
        version(versions.before(), versions.before().patches()),
        version(versions.after(), versions.after().patches()),
        context);
  }

  /**
   * Compares what the newer version's patch {@code ordinal} makes of the files with what its
   * counterpart of the older version does; where there is none, with nothing.
   *
   * @throws Refusal where the newer version has no such patch
   */
  public Interdiff ofPatch(int ordinal) throws Refusal {
    SeriesVersion before = comparison.versions().before();
    SeriesVersion after = comparison.versions().after();
    for (Entry entry : comparison.result().entries()) {
      Optional<Side> newer = entry.afterSide();
      if (newer.isPresent() && newer.get().ordinal() == ordinal) {
        Optional<Side> older = entry.beforeSide();
        Optional<Interdiff> found = inTree(patches(before, older), ordinal);
        if (found.isPresent()) {
          return found.get();
        }
        return Interdiffer.compare(
            version(before, patches(before, older)),
            version(after, patches(after, newer)),
            context);
      }
    }
    throw Refusal.nothingToCompare(
        after.label() + " has no patch " + ordinal + ", it has " + after.patches().size());
  }

  private Optional<Interdiff> inTree(List<PatchMail> older, int ordinal) throws Refusal {
    return tree.isPresent()
        ? tree.get().findPatch(comparison.versions(), older.stream().findFirst(), ordinal, context)
        : Optional.empty();
  }

  private static List<PatchMail> patches(SeriesVersion version, Optional<Side> side) {
    return side.isEmpty() ? List.of() : List.of(version.patches().get(side.get().ordinal() - 1));
  }

  private static Version version(SeriesVersion version, List<PatchMail> mails) {
    List<NamedPatch> patches = new ArrayList<>();
    for (PatchMail mail : mails) {
      Optional<Position> position = mail.envelope().subject().position();
      String name = position.map(at -> "patch " + at).orElse("the patch");
      patches.add(new NamedPatch(name, ComparablePatches.parse(mail, alreadyTold -> {})));
    }
    return new Version(version.label().toString(), patches);
  }
}
