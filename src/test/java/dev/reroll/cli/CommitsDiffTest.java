package dev.reroll.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.linediff.GitCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code reroll diff} with commits on one side or on both. */
class CommitsDiffTest {
  @TempDir private Path folder;

  @BeforeEach
  void makeTwoVersions() throws Exception {
    GitCommand.require();
    git("init", "-q", ".");
    git("config", "user.name", "Ada");
    git("config", "user.email", "ada@example.org");
    commit("base", "one\ntwo\n");
    git("branch", "base");
    commit("io: add three", "one\ntwo\nthree\n");
    git("branch", "v1");
    git("reset", "-q", "--hard", "base");
    commit("io: add three", "one\ntwo\nthree\nfour\n");
    git("branch", "v2");
  }

  private void commit(String message, String content) throws Exception {
    Files.writeString(folder.resolve("file"), content);
    git("add", "file");
    git("commit", "-q", "-m", message);
  }

  private String git(String... words) throws Exception {
    return new String(new GitCommand(folder).run(List.of(words)), UTF_8);
  }

  private String rangeDiff(String... words) throws Exception {
    return git(Stream.concat(Stream.of("range-diff"), Stream.of(words)).toArray(String[]::new));
  }

  @Test
  void threeRevisionsAreABaseAndTwoVersions() throws Exception {
    assertThat(new Run(folder).diff("base", "v1", "v2"))
        .isEqualTo(
            new Run.Result(
                0,
                rangeDiff("base", "v1", "v2"),
                """
                base..v1: 1 patch
                base..v2: 1 patch
                0 unchanged, 1 changed, 0 new, 0 dropped
                """));
  }

  @Test
  void aRangeNeedsNoNameOfACommand() throws Exception {
    assertThat(new Run(folder).of("base..v1", "base..v2", "--creation-factor=100").out())
        .isEqualTo(rangeDiff("--creation-factor=100", "base..v1", "base..v2"))
        .contains("1:  ", " ! 1:  ", "    ++four\n");
  }

  @Test
  void aMailedVersionIsComparedWithCommits() throws Exception {
    Files.writeString(folder.resolve("v1.mbox"), git("format-patch", "--stdout", "base..v1"));
    Run.Result mixed = new Run(folder).diff("v1.mbox", "base..v1");
    assertThat(mixed.out())
        .matches("1:  [0-9a-f]{12} = 1:  " + git("rev-parse", "--short", "v1").strip() + " .*\n");
    assertThat(mixed.err())
        .matches(
            "(?s)v1: 1 patch, 'io: add three', Ada, [0-9-]+\nbase..v1: 1 patch\n1 unchanged,.*");
  }

  @Test
  void anExistingFileIsNoRange() throws Exception {
    Files.writeString(folder.resolve("a..b"), git("format-patch", "--stdout", "base..v1"));
    assertThat(new Run(folder).diff("a..b", "base..v1").err()).startsWith("v1: 1 patch, ");
  }

  @Test
  void exitCodeSaysWhetherCommitsDiffer() {
    assertThat(new Run(folder).diff("--exit-code", "base", "v1", "v2").exitCode()).isEqualTo(1);
    assertThat(new Run(folder).diff("--exit-code", "base", "v1", "v1").exitCode()).isZero();
  }

  @Test
  void gitsOwnCommandCanBeTyped() throws Exception {
    Run.Result result = new Run(folder).diff("-n", "base..v1", "base..v2", "--", "a file");
    assertThat(result)
        .isEqualTo(new Run.Result(0, "git range-diff base..v1 base..v2 -- 'a file'\n", ""));
    assertThat(new Run(folder).diff("-n", "v1...v2").out()).isEqualTo("git range-diff v1...v2\n");
  }

  @Test
  void aRepositoryElsewhereIsNamed() throws Exception {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Run run = new Run(elsewhere).with("GIT_DIR", elsewhere.resolve("none").toString());
    assertThat(run.diff("v1...v2"))
        .isEqualTo(
            new Run.Result(
                2,
                "",
                """
                error: 'v1...v2': not in a git repository
                hint: reroll diff -g DIR v1...v2
                """));
    assertThat(run.diff("-q", "-g", "..", "v1...v2"))
        .isEqualTo(new Run.Result(0, rangeDiff("v1...v2"), ""));
    assertThat(run.diff("-g", "nowhere", "v1...v2").err())
        .startsWith("error: no git repository in 'nowhere'\n");
  }

  @Test
  void whatCannotBeComparedIsRefusedWithAHint() {
    assertThat(new Run(folder).diff("base..v3", "base..v2").err())
        .startsWith("error: bad revision 'base..v3'\n");
    assertThat(new Run(folder).diff("base..v2").err())
        .startsWith("error: 'base..v2' is one range, but two are needed\n");
    assertThat(new Run(folder).diff("x", "y", "z").err())
        .startsWith("error: ambiguous argument 'x': unknown revision or path not in the working");
    assertThat(new Run(folder).diff("--explain", "base..v1", "base..v2").err())
        .startsWith("error: --explain is for mails, not for commits\n");
    assertThat(new Run(folder).diff("../v1.mbox", "../v2.mbox").err())
        .startsWith("error: cannot read mbox '../v1.mbox': no such file\n");
  }

  @Test
  void pathsCountFromWhereOneStands() throws Exception {
    Path below = Files.createDirectory(folder.resolve("below"));
    Files.writeString(below.resolve("other"), "x\n");
    git("add", "below");
    git("commit", "-q", "-m", "below");
    Run run = new Run(below).with("GIT_DIR", folder.resolve(".git").toString());
    assertThat(
            run.with("GIT_WORK_TREE", folder.toString())
                .diff("-q", "v1...HEAD", "--", "other")
                .out())
        .matches("-:  -------+ > 1:  [0-9a-f]+ below\n");
  }

  @Test
  void worktreesAlternatesShallowAndBareRepositoriesAreRead() throws Exception {
    String expected = rangeDiff("base", "v1", "v2");
    git("worktree", "add", "-q", "-f", "worktree", "v1");
    git("clone", "-q", "--shared", ".", "alternate");
    git("clone", "-q", "--bare", ".", "bare.git");
    git("clone", "-q", "--depth=2", "--no-single-branch", uri(), "shallow");
    assertThat(in("worktree").diff("-q", "base", "v1", "v2").out()).isEqualTo(expected);
    assertThat(in("bare.git").diff("-q", "base", "v1", "v2").out()).isEqualTo(expected);
    for (String clone : List.of("alternate", "shallow")) {
      assertThat(in(clone).diff("-q", "origin/base", "origin/v1", "origin/v2").out())
          .isEqualTo(expected);
    }
  }

  @Test
  void whatAPartialCloneLacksIsFetched() throws Exception {
    git("config", "uploadpack.allowFilter", "true");
    git("clone", "-q", "-n", "--filter=blob:none", "--no-single-branch", uri(), "partial");
    assertThat(in("partial").diff("-q", "origin/base", "origin/v1", "origin/v2"))
        .isEqualTo(new Run.Result(0, rangeDiff("base", "v1", "v2"), ""));
  }

  @Test
  void aMissingObjectIsNamed() throws Exception {
    String blob = git("rev-parse", "v1:file").strip();
    Path object = folder.resolve(".git/objects").resolve(blob.substring(0, 2));
    Files.delete(object.resolve(blob.substring(2)));
    Run.Result result = new Run(folder).diff("base", "v1", "v2");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).startsWith("error: 'base..v1' needs object " + blob + ", which ");
  }

  @Test
  void otherIdsThanOfSha1AreRefused() throws Exception {
    git("init", "-q", "--object-format=sha256", "other");
    assertThat(in("other").diff("a...b").err())
        .contains("has ids of sha256, and only those of SHA-1 can be read\n");
  }

  private String uri() {
    return folder.toUri().toString();
  }

  private Run in(String repository) {
    Path top = folder.resolve(repository);
    Path inner = top.resolve(".git");
    return new Run(top)
        .with("GIT_DIR", (Files.isDirectory(inner) ? inner : gitFolder(top)).toString());
  }

  /** A worktree's own folder is in the repository; a bare repository is itself. */
  private Path gitFolder(Path top) {
    return Files.exists(top.resolve(".git"))
        ? folder.resolve(".git/worktrees").resolve(top.getFileName())
        : top;
  }
}
