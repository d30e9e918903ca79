package dev.reroll.app.tree;

import dev.reroll.app.select.BothSides;
import dev.reroll.app.select.SelectedVersions;
import dev.reroll.app.tree.AppliedVersion.Applied;
import dev.reroll.apply.tree.Overlay;
import dev.reroll.apply.tree.Tree.TreeFile;
import dev.reroll.bytes.Octets;
import dev.reroll.interdiff.ChangedFile;
import dev.reroll.interdiff.Interdiff;
import dev.reroll.mail.PatchMail;
import dev.reroll.patch.FileDiff;
import dev.reroll.problem.Refusal;
import dev.reroll.repo.GitRepository;
import dev.reroll.repo.place.RepositoryPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Compares what two versions make of the files of a repository: the older one is carried to what
 * the newer one was made on, by three-way merges in memory, so that no change of others shows.
 */
public final class EndResultsInTree {
  private final RepositoryPlace place;
  private final Map<String, String> environment;
  private final boolean asked;
  private final Consumer<String> remarks;

  /**
   * Creates it; nothing is opened yet.
   *
   * @param asked whether the user names the repository, as for {@link RepositoryTree}
   * @param remarks is told which way each version went
   */
  public EndResultsInTree(
      RepositoryPlace place,
      Map<String, String> environment,
      boolean asked,
      Consumer<String> remarks) {
    this.place = place;
    this.environment = Map.copyOf(environment);
    this.asked = asked;
    this.remarks = remarks;
  }

  /** Which patches to carry, and to where. */
  private interface Course {
    /** Returns the tree that the older patches are put on, and that of the newer end result. */
    BothSides<Overlay> trees(Applied newer);
  }

  /**
   * Compares the end results; empty where the tree has nothing to do with the versions, the newer
   * one does not apply, or the older one cannot be carried: that is said.
   */
  public Optional<Interdiff> find(SelectedVersions pair, int context) throws Refusal {
    return find(
        pair,
        pair.before().patches(),
        newer -> new BothSides<>(newer.trees().get(0), last(newer.trees())),
        context);
  }

  /**
   * Compares what one patch of the newer version makes of the files with what {@code older} would.
   *
   * @param older its counterpart, where there is one
   * @param ordinal the patch of the newer version
   */
  public Optional<Interdiff> findPatch(
      SelectedVersions pair, Optional<PatchMail> older, int ordinal, int context) throws Refusal {
    return find(
        pair,
        older.stream().toList(),
        newer -> new BothSides<>(newer.trees().get(ordinal - 1), newer.trees().get(ordinal)),
        context);
  }

  private Optional<Interdiff> find(
      SelectedVersions pair, List<PatchMail> older, Course course, int context) throws Refusal {
    if (!asked && !RepositoryTree.isHome(pair, place)) {
      return Optional.empty();
    }
    try (GitRepository repository = RepositorySettings.open(place, environment);
        ApplyVersions applying = ApplyVersions.in(repository)) {
      AppliedVersion after = applying.apply(pair.after());
      remarks.accept(after.line());
      if (!(after instanceof Applied newer)) {
        return Optional.empty();
      }
      BothSides<Overlay> trees = course.trees(newer);
      Optional<Overlay> carried = carry(older, trees.before(), pair);
      if (carried.isEmpty()) {
        return Optional.empty();
      }
      remarks.accept(pair.before().label() + ": rebased onto the same base");
      List<FileDiff> files = applying.diffs().between(carried.get(), trees.after(), context);
      return Optional.of(
          interdiff(files, new BothSides<>(carried.get(), trees.after()), repository.idDigits()));
    }
  }

  /** Puts {@code mails} on {@code base}, merging where it must. */
  private Optional<Overlay> carry(List<PatchMail> mails, Overlay base, SelectedVersions pair)
      throws Refusal {
    CarryPatches carrying = new CarryPatches(base);
    for (PatchMail mail : mails) {
      if (!carrying.put(mail)) {
        String where = " cannot be rebased onto the base of " + pair.after().label() + ": ";
        remarks.accept(pair.before().label() + where + String.join(", ", carrying.conflicts()));
        return Optional.empty();
      }
    }
    return Optional.of(carrying.tree());
  }

  private static Interdiff interdiff(List<FileDiff> files, BothSides<Overlay> trees, int idDigits)
      throws Refusal {
    List<ChangedFile> changed = new ArrayList<>();
    for (FileDiff file : files) {
      FileDiff shown = file.withIdDigits(idDigits);
      changed.add(
          file.change() == FileDiff.Change.RENAMED
              ? ChangedFile.renamed(
                  shown,
                  content(trees.before(), file.before()),
                  content(trees.after(), file.after()))
              : ChangedFile.of(shown));
    }
    return Interdiff.inTree(changed);
  }

  private static Octets content(Overlay tree, Octets path) throws Refusal {
    Optional<TreeFile> file = tree.find(path);
    return file.isPresent() ? tree.content(file.get()) : Octets.EMPTY;
  }

  private static Overlay last(List<Overlay> trees) {
    return trees.get(trees.size() - 1);
  }
}
