package dev.reroll.interdiff;

import dev.reroll.bytes.Octets;
import dev.reroll.interdiff.FileState.Base;
import dev.reroll.interdiff.Interdiff.UntoldFile;
import dev.reroll.interdiff.Interdiff.UntoldFile.Reason;
import dev.reroll.interdiff.Interdiff.UntoldFile.Why;
import dev.reroll.interdiff.Interdiffer.NamedPatch;
import dev.reroll.patch.FileDiff;
import dev.reroll.patch.FileDiff.Change;
import dev.reroll.patch.Patch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Compares the end results of two versions from their patches alone.
 *
 * <p>Both versions start from the same files: of each, the hunks of both show some lines, and each
 * hunk says where its lines stand. Applied one after another they make texts of known and unknown
 * lines; the unknown ones are those of the base, so they are the same on both sides and need not be
 * known. What is printed is known: every change has the context that its patch had.
 *
 * <pre>
 *  base     v1        v2         both show of the base      interdiff
 *   1 ?      1 ?       1 ?        2 b, 3 c, 4 d, 5 e          b
 *   2 b      2 b       2 b                                   -C
 *   3 c      3 C       3 K                                   +K
 *   4 d      4 d       4 d                                    d
 *   5 e      5 ?       5 e                                    e     context that v2 shows
 * </pre>
 *
 * <p>That the files are the same is told by the ids of the index lines. Where they differ, a line
 * is missing or a patch does not follow from the one before, the file is said to be untold. Time:
 * linear in the patches, save for the diff of each file.
 *
 * <p>Differs from interdiff(1), which takes the difference of two patches hunk by hunk and guesses
 * where the files differ: nothing is guessed here.
 */
public final class Interdiffer {
  private Interdiffer() {}

  /**
   * One side.
   *
   * @param label what the version is called in words for people
   * @param patches in order
   */
  public record Version(String label, List<NamedPatch> patches) {
    public Version {
      patches = List.copyOf(patches);
    }
  }

  /**
   * A patch.
   *
   * @param name what it is called in words for people, such as {@code patch 3/5}
   */
  public record NamedPatch(String name, Patch patch) {}

  /**
   * Compares {@code before} with {@code after}.
   *
   * @param context unchanged lines around each change, as far as they are known
   */
  public static Interdiff compare(Version before, Version after, int context) {
    Bases bases = new Bases();
    VersionFiles older = apply(before, bases);
    VersionFiles newer = apply(after, bases);
    TreeSet<Octets> paths = new TreeSet<>(Octets::compareUnsigned);
    older.addPaths(paths);
    newer.addPaths(paths);
    List<NamedPatch> all = new ArrayList<>(before.patches());
    all.addAll(after.patches());
    FileComparison comparison = new FileComparison(context, FileComparison.Options.of(all));
    FilePairs pairs = new FilePairs(before.label(), after.label(), comparison);
    for (Octets path : paths) {
      pairs.add(older.outcome(path, newer), newer.outcome(path, older));
    }
    return pairs.finish();
  }

  private static VersionFiles apply(Version version, Bases bases) {
    VersionFiles files =
        new VersionFiles(
            version.label(), bases, FileComparison.Options.of(version.patches()).context());
    version.patches().forEach(files::apply);
    return files;
  }

  /**
   * Applies the patches of a version, one after another, to files of which nothing is known but
   * what the patches show.
   *
   * <p>That a patch starts from what the ones before it leave is checked by the ids of its index
   * lines, and by each line that is known already. What fails that is no longer known from there
   * on.
   */
  private static final class VersionFiles {
    private final String label;
    private final Bases bases;
    private final Map<Octets, PathOutcome> outcomes = new HashMap<>();
    private final Map<Octets, Base> taken = new HashMap<>();
    private final int context;
    private String name = "";

    /**
     * Creates a version without patches.
     *
     * @param label what it is called in words for people
     * @param bases those that it may share with other versions
     * @param context unchanged lines around changes in its diffs, but at ends of a file
     */
    VersionFiles(String label, Bases bases, int context) {
      this.label = label;
      this.bases = bases;
      this.context = context;
    }

    /** Applies the next patch. */
    void apply(NamedPatch patch) {
      name = patch.name();
      List<PathOutcome> made = new ArrayList<>();
      for (FileDiff diff : patch.patch().files()) {
        apply(diff, made);
      }
      // All diffs of a patch start from what the patch before left: two files may change places.
      for (PathOutcome outcome : made) {
        outcomes.put(outcome.path(), outcome);
      }
    }

    /** Adds all paths that it touches. */
    void addPaths(Collection<Octets> paths) {
      paths.addAll(outcomes.keySet());
    }

    /** Returns what it makes of {@code path}; {@code other} knows files that it may leave alone. */
    PathOutcome outcome(Octets path, VersionFiles other) {
      PathOutcome own = outcomes.get(path);
      if (own != null) {
        return own;
      }
      Base base = other.taken.get(path);
      return base == null ? PathOutcome.nothing(path) : PathOutcome.of(base.untouched());
    }

    private void apply(FileDiff diff, List<PathOutcome> made) {
      Optional<BlobId.Pair> ids = BlobId.pair(diff.ids());
      if (diff.change() == Change.ADDED) {
        FileText none = FileText.of(BaseFile.empty());
        made.add(
            applied(
                diff,
                new FileState(
                    diff.after(), Optional.empty(), none, Optional.empty(), diff.mode(), false),
                ids));
        return;
      }
      PathOutcome source = source(diff, ids);
      switch (diff.change()) {
        case DELETED -> {
          if (!diff.binary()) {
            source.file().ifPresent(file -> file.text().isRemovedBy(diff.hunks()));
          }
          made.add(PathOutcome.nothing(diff.before()));
        }
        case RENAMED -> {
          made.add(PathOutcome.nothing(diff.before()));
          made.add(changed(diff, source, ids));
        }
        default -> made.add(changed(diff, source, ids));
      }
    }

    /** Returns what a diff starts from. */
    private PathOutcome source(FileDiff diff, Optional<BlobId.Pair> ids) {
      Octets path = diff.before();
      PathOutcome there = outcomes.get(path);
      if (there != null) {
        boolean isGone = there.file().isEmpty() && there.trouble().isEmpty();
        return isGone ? unknown(path, ids, Reason.GONE) : there;
      }
      if (ids.isEmpty() && (!diff.hunks().isEmpty() || diff.binary())) {
        return unknown(path, ids, Reason.NO_INDEX_LINE);
      }
      Base base = bases.take(path, ids.map(BlobId.Pair::before), modeBefore(diff));
      taken.putIfAbsent(path, base);
      if (diff.binary()) {
        base.learnBinary();
      }
      return PathOutcome.of(base.untouched());
    }

    private PathOutcome changed(FileDiff diff, PathOutcome source, Optional<BlobId.Pair> ids) {
      if (source.file().isEmpty()) {
        return PathOutcome.unknown(
            diff.after(),
            ids.map(BlobId.Pair::after),
            source.trouble().orElseGet(() -> Why.of(Reason.GONE, patch())));
      }
      FileState file = source.file().get();
      if (ids.isPresent() && file.id().isPresent() && !file.id().get().agrees(ids.get().before())) {
        BlobId before = ids.get().before();
        Why why =
            Why.of(Reason.OTHER_CONTENT, patch(), before.toString(), file.id().get().toString());
        return PathOutcome.unknown(diff.after(), ids.map(BlobId.Pair::after), why);
      }
      learn(file, modeBefore(diff), ids);
      return applied(diff, file, ids);
    }

    /**
     * Takes in what a diff tells of a file of which a rename before it told neither id nor mode.
     */
    private static void learn(FileState file, Octets mode, Optional<BlobId.Pair> ids) {
      if (file.base().isPresent() && file.mode().isEmpty()) {
        file.base().get().learn(Optional.empty(), mode);
      }
      if (file.base().isPresent() && file.id().isEmpty() && file.text().isUntouched()) {
        file.base().get().learn(ids.map(BlobId.Pair::before), Octets.EMPTY);
      }
    }

    private static Octets modeBefore(FileDiff diff) {
      return diff.modes().isPresent()
          ? Octets.utf8(diff.modes().get().before().digits())
          : diff.mode();
    }

    private PathOutcome applied(FileDiff diff, FileState file, Optional<BlobId.Pair> ids) {
      boolean isSame = diff.hunks().isEmpty() && !diff.binary() && ids.isEmpty();
      boolean isBinary = diff.binary() || (isSame && file.isBinary());
      if (isBinary && ids.isPresent() && ids.get().after().isOfNothing()) {
        return PathOutcome.of(file.emptied(diff.after(), ids.get().after()));
      }
      Optional<FileText> text =
          isBinary ? Optional.of(file.text()) : file.text().with(diff.hunks(), context);
      if (text.isEmpty() || (file.isBinary() && !isBinary)) {
        return unknown(diff.after(), ids, Reason.OTHER_LINES);
      }
      Octets kept = diff.mode().isEmpty() ? file.mode() : diff.mode();
      return PathOutcome.of(
          new FileState(
              diff.after(),
              file.base(),
              text.get(),
              isSame ? file.id() : ids.map(BlobId.Pair::after),
              diff.modes().map(modes -> Octets.utf8(modes.after().digits())).orElse(kept),
              isBinary));
    }

    private PathOutcome unknown(Octets path, Optional<BlobId.Pair> ids, Reason reason) {
      return PathOutcome.unknown(path, ids.map(BlobId.Pair::after), Why.of(reason, patch()));
    }

    private String patch() {
      return name + " of " + label;
    }
  }

  /** Keeps the files that the versions start from; versions with the same file share one. */
  private static final class Bases {
    private final Map<Octets, List<Base>> byPath = new HashMap<>();

    /** Returns the file at {@code path} with the content {@code id}. */
    Base take(Octets path, Optional<BlobId> id, Octets mode) {
      List<Base> there = byPath.computeIfAbsent(path, unseen -> new ArrayList<>());
      for (Base base : there) {
        if (base.mayBe(id)) {
          base.learn(id, mode);
          return base;
        }
      }
      Base base = new Base(path, BaseFile.unknown(), id, mode);
      there.add(base);
      return base;
    }
  }

  /**
   * What a version makes of a path.
   *
   * @param file what is there; none where there is no file, or where that is not known
   * @param id the content that is there, where the mails name it
   * @param trouble why it is not known; none where it is
   */
  record PathOutcome(
      Octets path,
      Optional<FileState> file,
      Optional<BlobId> id,
      Optional<UntoldFile.Why> trouble) {
    static PathOutcome of(FileState file) {
      return new PathOutcome(file.path(), Optional.of(file), file.id(), Optional.empty());
    }

    static PathOutcome nothing(Octets path) {
      return new PathOutcome(path, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static PathOutcome unknown(Octets path, Optional<BlobId> id, UntoldFile.Why why) {
      return new PathOutcome(path, Optional.empty(), id, Optional.of(why));
    }

    /** Returns the same with what is known by now of the file that it started from. */
    PathOutcome settled() {
      return file.isPresent() ? of(file.get().settled()) : this;
    }

    /** Whether the mails name the same content for both. */
    boolean isNamedAs(PathOutcome other) {
      return id.isPresent() && other.id.isPresent() && id.get().isSure(other.id.get());
    }
  }
}
