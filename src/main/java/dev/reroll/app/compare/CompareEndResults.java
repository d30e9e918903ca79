package dev.reroll.app.compare;

import dev.reroll.app.prepare.PreparedVersion;
import dev.reroll.app.select.SelectedVersions;
import dev.reroll.app.tree.EndResultsInTree;
import dev.reroll.interdiff.Interdiff;
import dev.reroll.interdiff.Interdiff.MissingPatch;
import dev.reroll.interdiff.Interdiffer;
import dev.reroll.interdiff.Interdiffer.NamedPatch;
import dev.reroll.interdiff.Interdiffer.Version;
import dev.reroll.mail.PatchMail;
import dev.reroll.mail.subject.Position;
import dev.reroll.patch.Patch;
import dev.reroll.problem.Refusal;
import dev.reroll.rangediff.Entry;
import dev.reroll.rangediff.NumberedPatch;
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
   * Creates a comparison.
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
    SelectedVersions versions = comparison.versions();
    List<MissingPatch> missing = new ArrayList<>();
    addLacking(versions.before(), missing);
    addLacking(versions.after(), missing);
    if (tree.isPresent()) {
      Optional<Interdiff> found = tree.get().find(versions, context);
      if (found.isPresent()) {
        return found.get().without(missing);
      }
    }
    return fromMails(
        Part.whole(comparison.prepared().before()),
        Part.whole(comparison.prepared().after()),
        missing);
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
      Optional<NumberedPatch> newer = entry.afterSide();
      if (newer.isPresent() && newer.get().ordinal() == ordinal) {
        Optional<NumberedPatch> older = entry.beforeSide();
        Part part = Part.of(comparison.prepared().before(), older);
        Optional<Interdiff> found = inTree(part.mails(), ordinal);
        List<MissingPatch> missing = new ArrayList<>();
        if (older.isEmpty()) {
          addLacking(before, missing);
        }
        return found.isPresent()
            ? found.get().without(missing)
            : fromMails(part, Part.of(comparison.prepared().after(), newer), missing);
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

  /**
   * Patches of a version whose changes are compared.
   *
   * @param from the index of the first one
   * @param to the index behind the last one
   */
  private record Part(PreparedVersion version, int from, int to) {
    static Part whole(PreparedVersion version) {
      return new Part(version, 0, version.version().patches().size());
    }

    /** Returns the patch of {@code side}, or none. */
    static Part of(PreparedVersion version, Optional<NumberedPatch> side) {
      int ordinal = side.isEmpty() ? 0 : side.get().ordinal();
      return new Part(version, Math.max(0, ordinal - 1), ordinal);
    }

    List<PatchMail> mails() {
      return version.version().patches().subList(from, to);
    }
  }

  /** Compares from the mails alone; of those that cannot be read whole {@code missing} is told. */
  private Interdiff fromMails(Part before, Part after, List<MissingPatch> missing) {
    Version older = version(before, missing);
    Version newer = version(after, missing);
    return Interdiffer.compare(older, newer, context).without(missing);
  }

  private Version version(Part part, List<MissingPatch> missing) {
    String label = part.version().version().label().toString();
    List<PatchMail> mails = part.version().version().patches();
    List<NamedPatch> patches = new ArrayList<>();
    for (int i = part.from(); i < part.to(); i++) {
      Optional<Position> position = mails.get(i).envelope().subject().position();
      String name = position.map(at -> "patch " + at).orElse("the patch");
      // A tree may have made another diff of the patch than the one that was mailed.
      Patch patch =
          comparison.prepared().isInTree()
              ? PreparedVersion.parse(mails.get(i), alreadyTold -> {})
              : part.version().patches().get(i);
      patches.add(new NamedPatch(name, patch));
      if (!patch.isWhole()) {
        missing.add(new MissingPatch(label, name, true));
      }
    }
    return new Version(label, patches);
  }

  private static void addLacking(SeriesVersion version, List<MissingPatch> missing) {
    for (int ordinal : version.missing()) {
      String name = "patch " + ordinal + "/" + version.slots().size();
      missing.add(new MissingPatch(version.label().toString(), name, false));
    }
  }
}
