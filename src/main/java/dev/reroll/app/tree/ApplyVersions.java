package dev.reroll.app.tree;

import dev.reroll.app.tree.AppliedVersion.Applied;
import dev.reroll.app.tree.AppliedVersion.MailOnly;
import dev.reroll.apply.Applier.Fallback;
import dev.reroll.apply.SeriesApplication;
import dev.reroll.apply.tree.Application;
import dev.reroll.apply.tree.Application.Remark;
import dev.reroll.apply.tree.BlobStore;
import dev.reroll.apply.tree.Overlay;
import dev.reroll.bytes.Octets;
import dev.reroll.mail.PatchMail;
import dev.reroll.mail.subject.Position;
import dev.reroll.problem.Refusal;
import dev.reroll.repo.GitRepository;
import dev.reroll.repo.base.BaseSearch.WantedFile;
import dev.reroll.repo.base.RepositoryTrees;
import dev.reroll.repo.base.RepositoryTrees.BaseTree;
import dev.reroll.repo.diff.OverlayDiffs;
import dev.reroll.series.SeriesVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Applies versions to the trees of a repository, in memory. For one thread at a time.
 *
 * <p>A ladder: the commit that the mails name as their base; else the newest commit that has all
 * contents which they expect; else these contents alone, without any other file. Each is tried as
 * {@code git am} would, then as {@code git am -3}; what applies nowhere is left as it was mailed.
 */
public final class ApplyVersions implements AutoCloseable {
  private final RepositoryTrees trees;
  private final OverlayDiffs diffs;
  private final BlobStore blobs;

  private ApplyVersions(RepositoryTrees trees, OverlayDiffs diffs) {
    this.trees = trees;
    this.diffs = diffs;
    this.blobs = new BlobStore(trees.blobs());
  }

  /**
   * Creates it; the caller closes it.
   *
   * @throws Refusal where the repository cannot be read
   */
  public static ApplyVersions in(GitRepository repository) throws Refusal {
    return new ApplyVersions(repository.trees(), repository.overlayDiffs());
  }

  /** Returns the trees of the repository. */
  public RepositoryTrees trees() {
    return trees;
  }

  /** Returns what diffs the trees that patches make. */
  public OverlayDiffs diffs() {
    return diffs;
  }

  /** Returns the contents of the repository and of all that was applied. */
  public BlobStore blobs() {
    return blobs;
  }

  /** One try: where, and what came of it. */
  private record Attempt(BaseTree base, Overlay start, SeriesApplication result) {
    boolean isDone() {
      return result.stop().isEmpty() && !isEmptied();
    }

    /** A patch that does nothing any more would not be there after git am -3. */
    boolean isEmptied() {
      return result.applied().stream()
          .anyMatch(applied -> applied.remarks().contains(new Remark.AlreadyThere()));
    }
  }

  /**
   * Applies {@code version} as far up the ladder as it goes.
   *
   * @throws Refusal where the repository cannot be read; never because a patch does not apply
   */
  public AppliedVersion apply(SeriesVersion version) throws Refusal {
    if (!version.missing().isEmpty()) {
      return new MailOnly(version, patch(version.missing().get(0), version) + " is missing");
    }
    List<WantedFile> wanted = WantedFiles.of(version);
    List<BaseTree> bases = new ArrayList<>(named(version));
    Optional<Attempt> done = firstThatApplies(bases, version, Fallback.NONE);
    if (done.isEmpty()) {
      List<BaseTree> found = searched(wanted, bases);
      done = firstThatApplies(found, version, Fallback.NONE);
      bases.addAll(found);
    }
    if (done.isEmpty()) {
      done = firstThatApplies(bases, version, Fallback.THREE_WAY);
    }
    return done.isPresent() ? applied(version, done.get()) : mailOnly(version, bases, wanted);
  }

  private List<BaseTree> named(SeriesVersion version) throws Refusal {
    Optional<String> commit = version.baseCommit().filter(id -> id.matches("[0-9a-f]{7,64}"));
    return commit.isPresent() ? trees.find(commit.get()).stream().toList() : List.of();
  }

  private List<BaseTree> searched(List<WantedFile> wanted, List<BaseTree> known) throws Refusal {
    List<BaseTree> found = new ArrayList<>();
    Optional<BaseTree> commit = trees.search(wanted);
    if (commit.isPresent() && known.stream().noneMatch(base -> isSame(base, commit.get()))) {
      found.add(commit.get());
    }
    if (!wanted.isEmpty() && trees.missingCount(wanted) == 0) {
      found.add(trees.ofBlobs(wanted, blobs));
    }
    return found;
  }

  private static boolean isSame(BaseTree one, BaseTree other) {
    return one.commit().equals(other.commit());
  }

  private Optional<Attempt> firstThatApplies(
      List<BaseTree> bases, SeriesVersion version, Fallback fallback) throws Refusal {
    for (BaseTree base : bases) {
      Attempt attempt = attempt(base, version, fallback);
      if (attempt.isDone()) {
        return Optional.of(attempt);
      }
    }
    return Optional.empty();
  }

  private Attempt attempt(BaseTree base, SeriesVersion version, Fallback fallback) throws Refusal {
    List<Octets> diffs = version.patches().stream().map(PatchMail::diff).toList();
    Overlay start = Overlay.over(base.tree(), blobs);
    return new Attempt(base, start, SeriesApplication.of(diffs, start, fallback));
  }

  private static Applied applied(SeriesVersion version, Attempt attempt) {
    List<Overlay> trees = new ArrayList<>(List.of(attempt.start()));
    attempt.result().applied().forEach(step -> trees.add(step.after()));
    return new Applied(
        version, attempt.base(), trees, ApplyRemarks.of(attempt.result().applied(), version));
  }

  private MailOnly mailOnly(SeriesVersion version, List<BaseTree> bases, List<WantedFile> wanted)
      throws Refusal {
    int missing = trees.missingCount(wanted);
    if (bases.isEmpty()) {
      return new MailOnly(version, missing > 0 ? blobs(missing) : "its patches name no blobs");
    }
    BaseTree base = bases.get(0);
    SeriesApplication result = attempt(base, version, Fallback.NONE).result();
    String why =
        result
            .stop()
            .map(Application.Refused::toString)
            .orElse("nothing is left of it after a three-way merge");
    String patch = patch(result.applied().size() + 1, version);
    return new MailOnly(version, patch + " does not apply to " + base.name() + ": " + why);
  }

  private static String blobs(int missing) {
    return missing + (missing == 1 ? " blob missing" : " blobs missing");
  }

  private static String patch(int ordinal, SeriesVersion version) {
    return "patch " + ApplyRemarks.number(ordinal, version);
  }

  @Override
  public void close() {
    trees.close();
  }

  /** Says in a few words which patches of a version went in otherwise than they were written. */
  private static final class ApplyRemarks {
    private final List<String> merged = new ArrayList<>();
    private final List<String> moved = new ArrayList<>();

    private ApplyRemarks() {}

    /**
     * Returns what is worth telling: merges, and hunks that fitted elsewhere.
     *
     * @param applied the patches of {@code version}, in order
     */
    static List<String> of(List<Application.Applied> applied, SeriesVersion version) {
      ApplyRemarks found = new ApplyRemarks();
      for (int i = 0; i < applied.size(); i++) {
        for (Remark remark : applied.get(i).remarks()) {
          found.add(remark, number(i + 1, version));
        }
      }
      return found.words();
    }

    /** Numbers a patch as its subject does: {@code 2/5}. */
    static String number(int ordinal, SeriesVersion version) {
      int total = version.slots().size();
      return new Position(Math.min(ordinal, total), total).toString();
    }

    private void add(Remark remark, String patch) {
      if (remark instanceof Remark.Merged && !merged.contains(patch)) {
        merged.add(patch);
      } else if (remark instanceof Remark.Moved && !moved.contains(patch)) {
        moved.add(patch);
      }
    }

    private List<String> words() {
      List<String> words = new ArrayList<>();
      if (!merged.isEmpty()) {
        words.add("with three-way merge of " + String.join(", ", merged));
      }
      if (!moved.isEmpty()) {
        words.add("with offsets in " + String.join(", ", moved));
      }
      return words;
    }
  }
}
