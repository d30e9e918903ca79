package dev.reroll.app.compare;

import dev.reroll.app.prepare.PreparedVersion;
import dev.reroll.app.select.SelectedVersions;
import dev.reroll.app.tree.EndResultsInTree;
import dev.reroll.interdiff.Interdiff;
import dev.reroll.interdiff.Interdiffer;
import dev.reroll.interdiff.Interdiffer.NamedPatch;
import dev.reroll.interdiff.Interdiffer.Version;
import dev.reroll.interdiff.MissingPatch;
import dev.reroll.mail.PatchMail;
import dev.reroll.mail.Position;
import dev.reroll.message.Refusal;
import dev.reroll.patch.Patch;
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
        new Mails(comparison.prepared().before(), versions.before().patches()),
        new Mails(comparison.prepared().after(), versions.after().patches()),
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
      Optional<Side> newer = entry.afterSide();
      if (newer.isPresent() && newer.get().ordinal() == ordinal) {
        Optional<Side> older = entry.beforeSide();
        Optional<Interdiff> found = inTree(patches(before, older), ordinal);
        List<MissingPatch> missing = new ArrayList<>();
        if (older.isEmpty()) {
          addLacking(before, missing);
        }
        return found.isPresent()
            ? found.get().without(missing)
            : fromMails(
                new Mails(comparison.prepared().before(), patches(before, older)),
                new Mails(comparison.prepared().after(), patches(after, newer)),
                missing);
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

  /** Patches of a version whose changes are compared. */
  private record Mails(PreparedVersion version, List<PatchMail> patches) {}

  /** Compares from the mails alone; of those that cannot be read whole {@code missing} is told. */
  private Interdiff fromMails(Mails before, Mails after, List<MissingPatch> missing) {
    Version older = version(before, missing);
    Version newer = version(after, missing);
    return Interdiffer.compare(older, newer, context).without(missing);
  }

  private Version version(Mails mails, List<MissingPatch> missing) {
    String label = mails.version().version().label().toString();
    List<NamedPatch> patches = new ArrayList<>();
    for (PatchMail mail : mails.patches()) {
      Optional<Position> position = mail.envelope().subject().position();
      String name = position.map(at -> "patch " + at).orElse("the patch");
      Patch patch = parsed(mails.version(), mail);
      patches.add(new NamedPatch(name, patch));
      if (!patch.isWhole()) {
        missing.add(new MissingPatch(label, name, true));
      }
    }
    return new Version(label, patches);
  }

  /** Returns the patch as it was mailed; a tree may have made another diff of it. */
  private Patch parsed(PreparedVersion version, PatchMail mail) {
    return comparison.prepared().isInTree()
        ? PreparedVersion.parse(mail, alreadyTold -> {})
        : version.patches().get(version.version().patches().indexOf(mail));
  }

  private static void addLacking(SeriesVersion version, List<MissingPatch> missing) {
    for (int ordinal : version.missing()) {
      String name = "patch " + ordinal + "/" + version.slots().size();
      missing.add(new MissingPatch(version.label().toString(), name, false));
    }
  }
}
