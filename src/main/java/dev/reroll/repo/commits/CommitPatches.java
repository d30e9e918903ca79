package dev.reroll.repo.commits;

import dev.reroll.bytes.Octets;
import dev.reroll.mail.PatchMail;
import dev.reroll.mail.subject.Position;
import dev.reroll.patch.ComparablePatch;
import dev.reroll.patch.ComparableText;
import dev.reroll.patch.ComparableText.CommitText;
import dev.reroll.patch.FileDiff;
import dev.reroll.patch.PatchId;
import dev.reroll.repo.attributes.AttributeFiles;
import dev.reroll.repo.diff.ChangeDiffs;
import dev.reroll.repo.diff.Contents;
import dev.reroll.repo.objects.Abbreviation;
import dev.reroll.repo.objects.LazyObjects;
import dev.reroll.repo.objects.ObjectStore;
import dev.reroll.repo.paths.PathFilter;
import dev.reroll.repo.paths.TreeDiff;
import dev.reroll.repo.place.Settings;
import dev.reroll.repo.revisions.CommitRange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** Makes patches of commits. Not for several threads at once. */
public final class CommitPatches {
  private final ObjectReader reader;
  private final PatchParts parts;
  private final TreeDiff trees;
  private final ChangeDiffs diffs;
  private final CommitWalk commits;

  /**
   * What all commits of a repository have in common.
   *
   * @param mailmap how people want to be called
   * @param notes where notes are
   * @param abbreviation how ids are shortened
   * @param attributes what is said of paths
   * @param paths the paths that count
   * @param lazy where objects are that the repository lacks
   */
  public record PatchParts(
      Mailmap mailmap,
      NotesReader notes,
      Abbreviation abbreviation,
      AttributeFiles attributes,
      PathFilter paths,
      LazyObjects lazy) {}

  /** Reads commits with {@code walk}, which the caller closes. */
  public CommitPatches(RevWalk walk, Settings settings, PatchParts parts) {
    this.reader = walk.getObjectReader();
    this.parts = parts;
    this.trees = new TreeDiff(reader, parts.paths(), settings.isTrue("log.showRoot", true));
    this.diffs =
        new ChangeDiffs(
            new StoredContents(reader, parts.lazy()),
            parts.attributes(),
            settings,
            ChangeDiffs.context(settings));
    this.commits = new CommitWalk(walk, trees, !parts.paths().isEmpty());
  }

  /**
   * Returns the patches of a range, oldest first.
   *
   * @param isWhole whether diffs are kept beside the form that is compared
   */
  public List<CommitPatch> of(CommitRange range, boolean isWhole) throws IOException {
    List<CommitPatch> patches = new ArrayList<>();
    List<RevCommit> list = commits.list(range);
    for (RevCommit commit : list) {
      CommitReader read = new CommitReader(reader.open(commit).getBytes());
      Mailmap.Named author = parts.mailmap().map(read.author());
      List<FileDiff> files = diffs.of(trees.of(commit));
      Position position = new Position(patches.size() + 1, list.size());
      PatchMail mail = CommitMail.of(commit.name(), read, author, position);
      ComparablePatch comparable = ComparableText.of(text(commit, read, author), files);
      patches.add(
          isWhole
              ? new CommitPatch(
                  CommitMail.withDiff(mail, files, base(commit, patches.isEmpty())),
                  files,
                  comparable)
              : new CommitPatch(mail, List.of(), comparable));
    }
    return patches;
  }

  /** Finds what the first commit of a range was made on. */
  private static Optional<String> base(RevCommit commit, boolean isFirst) {
    return isFirst && commit.getParentCount() > 0
        ? Optional.of(commit.getParent(0).name())
        : Optional.empty();
  }

  private CommitText text(RevCommit commit, CommitReader read, Mailmap.Named author)
      throws IOException {
    String named = author.name() + " <" + author.address() + ">";
    return new CommitText(
        new PatchId(commit.name(), parts.abbreviation().digitsOf(commit, reader)),
        read.subject(),
        Octets.wrap(named.getBytes(StandardCharsets.ISO_8859_1)),
        read.message(),
        parts.notes().of(commit, reader));
  }

  /**
   * Reads contents that a repository has, or its server.
   *
   * @param lazy where objects are that the repository lacks
   */
  private record StoredContents(ObjectReader reader, LazyObjects lazy) implements Contents.Source {
    @Override
    public byte[] read(ObjectId id) throws IOException {
      try {
        return reader.open(id).getBytes(Integer.MAX_VALUE);
      } catch (MissingObjectException missing) {
        Optional<ObjectStore.Stored> found = lazy.find(id);
        if (found.isEmpty()) {
          throw missing;
        }
        return found.get().content().toByteArray();
      }
    }

    @Override
    public long size(ObjectId id) throws IOException {
      return reader.has(id) ? reader.getObjectSize(id, ObjectReader.OBJ_ANY) : read(id).length;
    }
  }

  /**
   * A commit as a patch.
   *
   * @param mail as {@code git format-patch} would mail it, without an id; its diff is empty where
   *     only the comparable form was asked for
   * @param files what it does, file by file; empty where only the comparable form was asked for
   * @param comparable the form that is compared, as {@code git range-diff} sees the commit
   */
  public record CommitPatch(PatchMail mail, List<FileDiff> files, ComparablePatch comparable) {
    public CommitPatch {
      files = List.copyOf(files);
    }
  }
}
