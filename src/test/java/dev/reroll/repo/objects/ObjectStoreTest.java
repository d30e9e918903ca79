package dev.reroll.repo.objects;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.apply.tree.EntryMode;
import dev.reroll.bytes.Octets;
import dev.reroll.jgit.QuietGit;
import dev.reroll.linediff.GitCommand;
import dev.reroll.repo.base.BaseSearch;
import dev.reroll.repo.base.BaseSearch.WantedFile;
import dev.reroll.repo.objects.ObjectPresence.PackNames;
import dev.reroll.repo.place.GitFolders;
import dev.reroll.repo.place.RepositoryPlace;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repositories of all kinds, read by JGit and by git: bases are found, objects are looked up. */
class ObjectStoreTest {
  private static final int COMMIT_COUNT = 6;

  @TempDir private Path folder;
  private Path origin;

  @BeforeEach
  void makeHistory() throws Exception {
    GitCommand.require();
    origin = init("origin");
  }

  private Path init(String name, String... options) throws Exception {
    Path repository = Files.createDirectory(folder.resolve(name));
    List<String> words = new ArrayList<>(List.of("init", "-q", "-b", "main"));
    words.addAll(List.of(options));
    git(repository, words.toArray(String[]::new));
    git(repository, "config", "user.name", "Ada");
    git(repository, "config", "user.email", "ada@example.org");
    for (int i = 0; i < COMMIT_COUNT; i++) {
      Path file = repository.resolve("dir/deep/file" + i % 2);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "content " + i + "\n");
      git(repository, "add", "dir");
      git(repository, "commit", "-q", "-m", "commit " + i);
    }
    git(repository, "tag", "-a", "-m", "third", "v3", "HEAD~2");
    return repository;
  }

  private static String git(Path repository, String... words) throws Exception {
    return new String(new GitCommand(repository).run(List.of(words)), UTF_8);
  }

  /** Opens the repository for both programs, and returns whether each finds what is there. */
  private static void check(Path repository, String... programs) throws Exception {
    Path gitFolder = Path.of(git(repository, "rev-parse", "--absolute-git-dir").strip());
    String third = git(repository, "rev-parse", "v3^{commit}").strip();
    String old = git(repository, "rev-parse", "v3:dir/deep/file1").strip();
    for (String program : programs) {
      try (ObjectStore objects = open(gitFolder, program)) {
        List<WantedFile> wanted =
            List.of(
                wanted("dir/deep/file1", old.substring(0, 9)),
                wanted("dir/new", WantedFile.NONE),
                wanted("dir/deep/file0", WantedFile.ANY));
        Optional<ObjectStore.Step> found = new BaseSearch(objects).find(wanted);
        assertThat(found.map(ObjectStore.Step::commit))
            .as(program)
            .contains(newestWith(repository, old));
        assertThat(objects.name(third)).as(program).contains("v3");
        assertThat(objects.commit("v3").map(ObjectStore.Step::commit)).contains(third);
        assertThat(objects.blob(old.substring(0, 8))).contains(old);
        assertThat(objects.blob("0123456789")).isEmpty();
        assertThat(objects.find(old).orElseThrow().content()).hasToString("content 3\n");
        assertThat(new BaseSearch(objects).find(List.of(wanted("dir/deep/file1", "0123456"))))
            .isEmpty();
      }
    }
    assertThat(new ObjectPresence(gitFolder).has(old.substring(0, 10))).isTrue();
    assertThat(new ObjectPresence(gitFolder).has(third)).isTrue();
    assertThat(new ObjectPresence(gitFolder).has("0123456789")).isFalse();
  }

  private static String newestWith(Path repository, String blob) throws Exception {
    for (String commit : git(repository, "rev-list", "--all").lines().toList()) {
      if (git(repository, "ls-tree", "-r", commit).contains(blob + "\tdir/deep/file1")) {
        return commit;
      }
    }
    throw new AssertionError("no commit has " + blob);
  }

  private static WantedFile wanted(String path, String blob) {
    return new WantedFile(Octets.utf8(path), EntryMode.FILE, blob);
  }

  private static ObjectStore open(Path gitFolder, String program) throws IOException {
    if (program.equals("git")) {
      return new ProgramObjects(gitFolder, false);
    }
    RepositoryPlace place = new RepositoryPlace(gitFolder, Optional.empty(), gitFolder);
    return new JgitObjects(
        QuietGit.open(JgitObjects.builder(place)), new LazyObjects(gitFolder, false));
  }

  @Test
  void looseObjectsAreFound() throws Exception {
    check(origin, "git", "jgit");
  }

  @Test
  void packsAreRead() throws Exception {
    git(origin, "repack", "-q", "-a", "-d");
    git(origin, "prune-packed");
    check(origin, "git", "jgit");
  }

  @Test
  void indexesOfSeveralPacksAndGraphsOfCommitsAreRead() throws Exception {
    git(origin, "repack", "-q", "-d");
    Files.writeString(origin.resolve("dir/more"), "more\n");
    git(origin, "add", "dir");
    git(origin, "commit", "-q", "-m", "more");
    git(origin, "repack", "-q", "-d");
    git(origin, "multi-pack-index", "write");
    git(origin, "commit-graph", "write", "--reachable", "--changed-paths");
    assertThat(origin.resolve(".git/objects/pack/multi-pack-index")).exists();
    check(origin, "git", "jgit");
    Path packs = origin.resolve(".git/objects/pack");
    String blob = git(origin, "rev-parse", "v3:dir/deep/file1").strip();
    assertThat(PackNames.has(packs.resolve("multi-pack-index"), blob)).isTrue();
    assertThat(PackNames.has(packs.resolve("multi-pack-index"), "01234567")).isFalse();
  }

  @Test
  void alternatesAndWorktreesAreFollowed() throws Exception {
    git(folder, "clone", "-q", "--shared", "origin", "clone");
    check(folder.resolve("clone"), "git", "jgit");
    git(origin, "worktree", "add", "-q", "../worktree", "v3");
    check(folder.resolve("worktree"), "git", "jgit");
    assertThat(GitFolders.find(folder.resolve("worktree/dir")))
        .contains(origin.toRealPath().resolve(".git/worktrees/worktree"));
  }

  @Test
  void bareAndShallowRepositoriesAreRead() throws Exception {
    git(folder, "clone", "-q", "--bare", "origin", "bare.git");
    check(folder.resolve("bare.git"), "git", "jgit");
    git(folder, "clone", "-q", "--depth=4", origin.toUri().toString(), "shallow");
    check(folder.resolve("shallow"), "git", "jgit");
  }

  @Test
  void idsOfSha256AreReadByGit() throws Exception {
    Path other = init("other", "--object-format=sha256");
    check(other, "git");
    git(other, "repack", "-q", "-a", "-d");
    git(other, "prune-packed");
    check(other, "git");
    git(other, "multi-pack-index", "write");
    check(other, "git");
  }

  @Test
  void refsInATableAreRead() throws Exception {
    try (FileRepository repository = new FileRepository(origin.resolve(".git").toFile())) {
      repository.convertRefStorage("reftable", false, false);
    }
    Path gitFolder = origin.resolve(".git");
    assertThat(gitFolder.resolve("reftable")).isDirectory();
    assertThat(GitFolders.find(origin)).contains(gitFolder);
    try (ObjectStore objects = open(gitFolder, "jgit")) {
      assertThat(objects.name(objects.commit("v3").orElseThrow().commit())).contains("v3");
      assertThat(objects.history().next()).isPresent();
    }
  }

  @Test
  void whatAPartialCloneLacksIsFetchedWhenItIsRead() throws Exception {
    git(origin, "config", "uploadpack.allowFilter", "true");
    git(folder, "clone", "-q", "-n", "--filter=blob:none", origin.toUri().toString(), "partial");
    Path gitFolder = folder.resolve("partial/.git");
    String old = git(origin, "rev-parse", "v3:dir/deep/file1").strip();
    RepositoryPlace place = new RepositoryPlace(gitFolder, Optional.empty(), gitFolder);
    try (ObjectStore objects =
        new JgitObjects(
            QuietGit.open(JgitObjects.builder(place)), new LazyObjects(gitFolder, true))) {
      assertThat(objects.findHere(old)).isEmpty();
      List<WantedFile> wanted = List.of(wanted("dir/deep/file1", old.substring(0, 9)));
      assertThat(new BaseSearch(objects).find(wanted)).isPresent();
      assertThat(objects.find(old).orElseThrow().content()).hasToString("content 3\n");
    }
  }

  @Test
  void aFolderThatIsNoRepositoryIsNone() throws Exception {
    File alone = Files.createDirectory(folder.resolve("alone")).toFile();
    assertThat(GitFolders.isRepository(alone.toPath())).isFalse();
  }
}
