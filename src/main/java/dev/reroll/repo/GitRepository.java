package dev.reroll.repo;

import dev.reroll.apply.tree.ObjectFormat;
import dev.reroll.jgit.QuietGit;
import dev.reroll.problem.Refusal;
import dev.reroll.repo.attributes.AttributeFiles;
import dev.reroll.repo.base.RepositoryTrees;
import dev.reroll.repo.commits.CommitPatches;
import dev.reroll.repo.commits.CommitPatches.CommitPatch;
import dev.reroll.repo.commits.CommitView;
import dev.reroll.repo.commits.Mailmap;
import dev.reroll.repo.commits.Mailmap.MappedPeople;
import dev.reroll.repo.commits.NotesReader;
import dev.reroll.repo.diff.ChangeDiffs;
import dev.reroll.repo.diff.OverlayDiffs;
import dev.reroll.repo.objects.Abbreviation;
import dev.reroll.repo.objects.JgitObjects;
import dev.reroll.repo.objects.LazyObjects;
import dev.reroll.repo.objects.ObjectPresence;
import dev.reroll.repo.objects.ObjectStore;
import dev.reroll.repo.objects.ProgramObjects;
import dev.reroll.repo.paths.PathFilter;
import dev.reroll.repo.paths.PathSpec;
import dev.reroll.repo.place.GitFolders;
import dev.reroll.repo.place.RepositoryPlace;
import dev.reroll.repo.place.Settings;
import dev.reroll.repo.place.TreeTop;
import dev.reroll.repo.revisions.CommitPair;
import dev.reroll.repo.revisions.CommitRange;
import dev.reroll.repo.revisions.RangeDiffArguments;
import dev.reroll.repo.revisions.Revisions;
import dev.reroll.repo.write.CommitWriter;
import dev.reroll.repo.write.SeriesRefs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;

/** An open git repository; for several threads at once. */
public final class GitRepository implements AutoCloseable {
  /**
   * JGit reads all indexes of packs into memory for the first object: 70 MB of them take 160 MB at
   * the peak and half a second. Git maps the files.
   */
  private static final long LARGE_INDEX = 64_000_000;

  private final Repository repository;
  private final RepositoryPlace place;
  private final Settings settings;
  private final ObjectFormat format;
  private final Revisions revisions;

  private GitRepository(
      Repository repository, RepositoryPlace place, Settings settings, ObjectFormat format) {
    this.repository = repository;
    this.place = place;
    this.settings = settings;
    this.format = format;
    this.revisions = new Revisions(repository, place.workingFolder());
  }

  /**
   * Opens a repository.
   *
   * @param place where it is
   * @param settings git's configuration, the repository's included
   * @throws Refusal where it cannot be read
   */
  public static GitRepository open(RepositoryPlace place, Settings settings) throws Refusal {
    String format = settings.find("extensions.objectFormat").orElse("sha1");
    boolean isSha256 = format.equalsIgnoreCase("sha256");
    try {
      return new GitRepository(
          QuietGit.open(JgitObjects.builder(place)),
          place,
          settings,
          isSha256 ? ObjectFormat.SHA256 : ObjectFormat.SHA1);
    } catch (IOException | IllegalArgumentException unreadable) {
      throw Refusal.unreadable(
          "cannot read the repository '" + place.gitFolder() + "': " + unreadable.getMessage());
    }
  }

  /** Refuses where commits have ids that are not of SHA-1: only their trees can be read. */
  public void checkCommitIds() throws Refusal {
    if (format != ObjectFormat.SHA1) {
      throw Refusal.unreadable(
          "the repository '"
              + repository.getDirectory()
              + "' has ids of sha256, and only those of SHA-1 can be read",
          "git range-diff --help");
    }
  }

  /**
   * Whether the first three words name objects, as {@code BASE OLD NEW} do.
   *
   * @throws Refusal in git's words where git says why one of them does not
   */
  public boolean areThree(List<String> words) throws Refusal {
    return reading(arguments -> arguments.areThree(words));
  }

  /** Finds the range that {@code word} writes; refuses a word that names no commits. */
  public Optional<CommitRange> range(String word) throws Refusal {
    return reading(arguments -> arguments.range(word));
  }

  /**
   * Reads the words of a comparison as {@code git range-diff} does.
   *
   * @param paths what stands behind {@code --}; where there is nothing, {@code words} may end in
   *     paths
   * @throws Refusal in git's words where it refuses them
   */
  public CommitPair pair(List<String> words, List<String> paths) throws Refusal {
    return reading(
        arguments -> paths.isEmpty() ? arguments.read(words) : arguments.read(words, paths));
  }

  /** Refuses a word that is neither a revision nor a path, as git does. */
  public static Refusal unknown(String word) {
    return RangeDiffArguments.unknown(word);
  }

  /** Reads words of a command line. */
  private interface Reading<T> {
    T of(RangeDiffArguments arguments) throws Refusal, IOException;
  }

  private <T> T reading(Reading<T> reading) throws Refusal {
    try (RevWalk walk = new RevWalk(repository)) {
      return reading.of(new RangeDiffArguments(revisions, walk, this::hasPath));
    } catch (IOException unreadable) {
      throw Refusal.unreadable(
          "cannot read commits in " + repository.getDirectory() + ": " + unreadable.getMessage());
    }
  }

  /** Whether there is such a file or folder, seen from where the user stands in the tree. */
  private boolean hasPath(String path) {
    try {
      Path here = place.workingFolder().toAbsolutePath();
      Path from = workTree().filter(top -> !here.startsWith(top)).orElse(here);
      return Files.exists(from.resolve(path), LinkOption.NOFOLLOW_LINKS);
    } catch (InvalidPathException notEvenAPath) {
      return false;
    }
  }

  /** Finds the last value of {@code key} in git's configuration. */
  public Optional<String> setting(String key) {
    return settings.find(key);
  }

  /** Returns how many unchanged lines git shows around a change, in a range-diff as in a patch. */
  public int context() {
    return ChangeDiffs.context(settings);
  }

  /**
   * Returns the patches of a range, oldest first, as {@code git range-diff} sees them.
   *
   * @throws Refusal where a revision names no commit, or an object cannot be read
   */
  public List<CommitPatch> patches(CommitRange range, CommitView view) throws Refusal {
    try (RevWalk walk = new RevWalk(repository);
        LazyObjects lazy = lazyObjects()) {
      CommitPatches.PatchParts parts =
          new CommitPatches.PatchParts(
              mailmap(walk),
              NotesReader.open(repository, settings, view.notes()),
              Abbreviation.of(view.abbrev(), settings, presence()),
              attributes(),
              PathFilter.of(view.paths(), folderInTree(), PathSpec.Magic.of(settings)),
              lazy);
      return new CommitPatches(walk, settings, parts).of(range, view.isWhole());
    } catch (MissingObjectException missing) {
      throw Refusal.unreadable(
          "'"
              + range.text()
              + "' needs object "
              + missing.getObjectId().name()
              + ", which "
              + repository.getDirectory()
              + " does not have",
          "git fsck --connectivity-only");
    } catch (IOException unreadable) {
      throw Refusal.unreadable(
          "cannot read '"
              + range.text()
              + "' in "
              + repository.getDirectory()
              + ": "
              + unreadable.getMessage());
    }
  }

  /** Returns what writes commits; for one thread, which closes it. */
  public CommitWriter commitWriter() throws Refusal {
    checkCommitIds();
    return new CommitWriter(repository);
  }

  /** Returns the refs of written series. */
  public SeriesRefs seriesRefs() {
    return new SeriesRefs(repository);
  }

  /**
   * Returns how many digits of a commit's id are shown.
   *
   * @param asked what the user wants, if that is anything
   */
  public int digitsOf(String commit, OptionalInt asked) throws Refusal {
    try (ObjectReader reader = repository.newObjectReader()) {
      return Abbreviation.of(asked, settings, presence())
          .digitsOf(ObjectId.fromString(commit), reader);
    } catch (IOException unreadable) {
      throw Refusal.unreadable("cannot read objects: " + unreadable.getMessage());
    }
  }

  /**
   * Returns how people want to be called here.
   *
   * @throws Refusal where a mailmap cannot be read
   */
  public MappedPeople people() throws Refusal {
    try (RevWalk walk = new RevWalk(repository)) {
      return new MappedPeople(mailmap(walk));
    } catch (IOException unreadable) {
      throw Refusal.unreadable("cannot read the mailmap: " + unreadable.getMessage());
    }
  }

  /**
   * Returns the trees that mailed series apply to; for one thread, which closes them. They are read
   * by JGit; by git where JGit cannot, or where it would read much into memory.
   */
  public RepositoryTrees trees() {
    Path gitFolder = repository.getDirectory().toPath();
    boolean byGit =
        format != ObjectFormat.SHA1
            || (presence().indexSize() > LARGE_INDEX && ProgramObjects.isThere());
    ObjectStore objects =
        byGit
            ? new ProgramObjects(gitFolder, isPartialClone())
            : new JgitObjects(repository, lazyObjects());
    return new RepositoryTrees(objects, format);
  }

  /**
   * Returns what diffs trees made in memory; for one thread.
   *
   * @throws Refusal where the attributes cannot be read
   */
  public OverlayDiffs overlayDiffs() throws Refusal {
    try {
      return new OverlayDiffs(attributes(), settings);
    } catch (IOException unreadable) {
      throw Refusal.unreadable("cannot read gitattributes: " + unreadable.getMessage());
    }
  }

  /** Returns how many digits of an id git shows here. */
  public int idDigits() {
    return Abbreviation.of(OptionalInt.empty(), settings, presence()).digits();
  }

  private ObjectPresence presence() {
    return ObjectPresence.in(place);
  }

  private LazyObjects lazyObjects() {
    return new LazyObjects(repository.getDirectory().toPath(), isPartialClone());
  }

  private boolean isPartialClone() {
    return repository.getConfig().getSubsections("remote").stream()
        .anyMatch(name -> repository.getConfig().getBoolean("remote", name, "promisor", false));
  }

  private AttributeFiles attributes() throws IOException {
    List<Path> others = new ArrayList<>();
    Optional<String> named = settings.find("core.attributesFile");
    (named.isPresent() ? named : folderOfUser()).flatMap(this::file).ifPresent(others::add);
    if (settings.environment("GIT_ATTR_NOSYSTEM").filter(GitRepository::isTrue).isEmpty()) {
      others.add(Path.of("/etc/gitattributes"));
    }
    return new AttributeFiles(
        new AttributeFiles.Places(
            workTree(),
            GitFolders.common(place.gitFolder()).resolve("info/attributes"),
            others,
            settings.isTrue("core.ignoreCase", false)));
  }

  /** Finds the user's attributes where nothing is configured (gitattributes(5)). */
  private Optional<String> folderOfUser() {
    return settings
        .environment("XDG_CONFIG_HOME")
        .filter(folder -> !folder.isEmpty())
        .or(() -> settings.environment("HOME").map(home -> home + "/.config"))
        .map(folder -> folder + "/git/attributes");
  }

  private static boolean isTrue(String text) {
    return !List.of("", "0", "no", "off", "false").contains(text.toLowerCase(Locale.ROOT));
  }

  private Mailmap mailmap(RevWalk walk) throws IOException {
    Mailmap mailmap = new Mailmap();
    if (!settings.isTrue("log.mailmap", true)) {
      return mailmap;
    }
    Optional<Path> top = workTree();
    if (top.isPresent()) {
      readFile(top.get().resolve(".mailmap"), mailmap);
    }
    Optional<String> blob = settings.find("mailmap.blob");
    if (format == ObjectFormat.SHA1 && (blob.isPresent() || top.isEmpty())) {
      ObjectId id = repository.resolve(blob.orElse("HEAD:.mailmap"));
      if (id != null) {
        mailmap.read(walk.getObjectReader().open(id).getBytes());
      }
    }
    Optional<Path> file = settings.find("mailmap.file").flatMap(this::file);
    if (file.isPresent()) {
      readFile(file.get(), mailmap);
    }
    return mailmap;
  }

  private static void readFile(Path file, Mailmap mailmap) throws IOException {
    if (Files.isRegularFile(file)) {
      mailmap.read(Files.readAllBytes(file));
    }
  }

  /** Finds the file that a variable of the configuration names. */
  private Optional<Path> file(String name) {
    try {
      Path folder = workTree().orElse(place.workingFolder().toAbsolutePath());
      return name.isEmpty()
          ? Optional.empty()
          : inHome(name).or(() -> Optional.of(name)).map(folder::resolve);
    } catch (InvalidPathException notEvenAPath) {
      return Optional.empty();
    }
  }

  private Optional<String> inHome(String name) {
    return name.startsWith("~/")
        ? settings.environment("HOME").map(home -> home + name.substring(1))
        : Optional.empty();
  }

  private Optional<Path> workTree() {
    return TreeTop.of(place, settings);
  }

  /** Returns where one stands in the tree, with a slash at its end; empty at its top. */
  private String folderInTree() {
    Path here = GitFolders.real(place.workingFolder());
    Optional<Path> top = workTree().map(GitFolders::real).filter(here::startsWith);
    String folder = top.isEmpty() ? "" : top.get().relativize(here).toString();
    return folder.isEmpty() ? "" : folder.replace('\\', '/') + "/";
  }

  @Override
  public void close() {
    repository.close();
  }
}
