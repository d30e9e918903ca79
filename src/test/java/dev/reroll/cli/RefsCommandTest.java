package dev.reroll.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.linediff.GitCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions written as commits, listed and removed. */
class RefsCommandTest {
  private static final String BASE = "refs/heads/base";

  @TempDir private Path folder;

  @BeforeEach
  void mailTwoVersions() throws Exception {
    GitCommand.require();
    git("init", "-q", "-b", "base", ".");
    git("config", "user.name", "Ada");
    git("config", "user.email", "ada@example.org");
    write("dir/deep/file", "one\ntwo\n");
    write("dir/other", "other\n");
    commit("base");
    version("v1", "three\n");
    version("v2", "three\nfour\n");
  }

  private void version(String name, String more) throws Exception {
    git("checkout", "-q", "-b", name, "base");
    write("dir/deep/file", "one\ntwo\n" + more);
    git("mv", "dir/other", "dir/renamed");
    commit("io: [x] Add Üml");
    write("run", "#!/bin/sh\n");
    folder.resolve("run").toFile().setExecutable(true);
    git("rm", "-q", "dir/renamed");
    commit("io: run");
    mailed(name);
    git("checkout", "-q", "-f", "base");
  }

  private void mailed(String name) throws Exception {
    String reroll = "-" + name;
    Files.writeString(
        folder.resolve(name + ".mbox"), git("format-patch", "--stdout", reroll, "base.." + name));
  }

  private void write(String name, String content) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private void commit(String message) throws Exception {
    git("add", "-A", "dir");
    if (Files.exists(folder.resolve("run"))) {
      git("add", "run");
    }
    git("commit", "-q", "-m", message);
  }

  private String git(String... words) throws Exception {
    return new String(new GitCommand(folder).run(List.of(words)), UTF_8);
  }

  private String refs() throws Exception {
    return git("for-each-ref", "--format=%(refname) %(objectname)");
  }

  @Test
  void gitComparesWhatWasWrittenWithTheSameIds() throws Exception {
    String before = refs();
    Run.Result written = new Run(folder).compare("--write-refs");
    assertThat(written.err()).startsWith("v1: applied to base; v2: applied to base\n");
    assertThat(written.out())
        .isEqualTo(
            git("range-diff", "base", "refs/reroll/io-x-add-ml/v1", "refs/reroll/io-x-add-ml/v2"));
    assertThat(git("rev-parse", "refs/reroll/io-x-add-ml/v2^{tree}"))
        .isEqualTo(git("rev-parse", "v2^{tree}"));
    String format = "--format=%an <%ae> %at %cn %ct %B";
    assertThat(git("log", format, "base..refs/reroll/io-x-add-ml/v2"))
        .isEqualTo(git("log", format.replace("%cn %ct", "%an %at"), "base..v2"));
    assertThat(git("fsck", "--strict")).isEmpty();
    assertThat(refs()).contains(before.lines().toList());
    assertThat(git("status", "--porcelain", "-uno")).isEmpty();
  }

  @Test
  void theSameMailsGiveTheSameIds() throws Exception {
    new Run(folder).compare("--write-refs");
    String first = refs();
    new Run(folder).compare("--write-refs");
    assertThat(refs()).isEqualTo(first);
  }

  @Test
  void theCommandThatIsPrintedCanBeRun() throws Exception {
    Run.Result command = new Run(folder).compare("-n", "--write-refs");
    assertThat(command.out())
        .isEqualTo(
            "git range-diff BASE..refs/reroll/io-x-add-ml/v1 BASE..refs/reroll/io-x-add-ml/v2\n"
                .replace("BASE", git("rev-parse", BASE).substring(0, 12)));
    String[] words = command.out().strip().substring("git ".length()).split(" ", -1);
    assertThat(git(words))
        .isEqualTo(
            git(
                "range-diff",
                "base..refs/reroll/io-x-add-ml/v1",
                "base..refs/reroll/io-x-add-ml/v2"));
    assertThat(new Run(folder).compare("-n").err())
        .isEqualTo(
            """
            error: -n prints a git command for commits, and mails have none
            hint: reroll diff v1.mbox v2.mbox
            hint: reroll diff v1.mbox v2.mbox -n --write-refs
            """);
  }

  @Test
  void contentsAloneGetACommitOfTheirOwn() throws Exception {
    git("checkout", "-q", "--orphan", "other");
    git("commit", "-q", "--allow-empty", "-m", "other");
    for (String branch : List.of("base", "v1", "v2")) {
      git("branch", "-q", "-D", branch);
    }
    String[] words = new Run(folder).compare("-n", "--write-refs").out().strip().split(" ", -1);
    String base = words[2].substring(0, 12);
    assertThat(git("ls-tree", "-r", "--name-only", base)).isEqualTo("dir/deep/file\ndir/other\n");
    assertThat(masked(git("range-diff", words[2], words[3])))
        .isEqualTo(masked(new Run(folder).compare().out()));
  }

  private static String masked(String rangeDiff) {
    return rangeDiff.replaceAll("(?m)^( *[-\\d]+:  )\\S+( . +[-\\d]+:  )\\S+", "$1ID$2ID");
  }

  @Test
  void refsAreListedAndRemoved() throws Exception {
    String before = refs();
    Run run = new Run(folder);
    assertThat(run.of("refs").out()).isEmpty();
    run.compare("--write-refs");
    String id = git("rev-parse", "refs/reroll/io-x-add-ml/v1").substring(0, 12);
    assertThat(run.of("refs").out())
        .startsWith(
            "refs/reroll/io-x-add-ml/v1  " + id + "  io: run\nrefs/reroll/io-x-add-ml/v2  ");
    assertThat(run.of("refs", "--prune", "none"))
        .isEqualTo(
            new Run.Result(3, "", "error: no series 'none' was written here\nhint: reroll refs\n"));
    assertThat(run.of("refs", "--prune", "io-x-add-ml/v1").err()).isEqualTo("removed 1 ref\n");
    assertThat(run.of("refs", "--prune").err()).isEqualTo("removed 1 ref\n");
    assertThat(refs()).isEqualTo(before);
  }

  @Test
  void whatCannotBeWrittenIsSaid() throws Exception {
    Path mailbox = folder.resolve("v1.mbox");
    String unknown =
        Files.readString(mailbox).replaceAll("(?m)^index [1-9a-f]\\w+\\.\\.", "index 0123456..");
    Files.writeString(mailbox, unknown);
    Run run = new Run(folder);
    assertThat(run.compare("--write-refs").err()).startsWith("v1: mail only, ");
    assertThat(run.of("refs").out()).contains("/v2  ").doesNotContain("/v1  ");
    assertThat(run.compare("-n", "--write-refs").err())
        .contains("error: no git command, since a version has no commits: v1: mail only, ");
    assertThat(new Run(folder).compare("--no-tree", "--write-refs").err())
        .startsWith("error: --write-refs: no repository to write to\n");
    assertThat(new Run(folder).diff("--write-refs", "base..v1", "base..v2").err())
        .startsWith("error: --write-refs is for mails, not for commits\n");
  }
}
