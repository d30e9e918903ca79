package dev.reroll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.reroll.linediff.GitCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs in a repository of another user: git refuses it, and nothing of it is used. */
class StrangersRepositoryTest {
  private static final Path SAMPLE = Path.of("samples", "code-changed");
  private static final int STRANGER = 12345;

  private final Path folder;

  StrangersRepositoryTest(@TempDir Path folder) throws IOException {
    this.folder = folder.toRealPath();
  }

  @BeforeEach
  void makeRepository() throws Exception {
    GitCommand.require();
    assumeTrue(
        Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0),
        "only root can give a repository to another user");
    git("init", "-q", "repo");
    String run = "touch " + folder.resolve("pwned");
    for (String variable :
        List.of("core.pager", "core.editor", "sendemail.sendmailcmd", "pager.range-diff")) {
      git("-C", "repo", "config", variable, run);
    }
    for (String name : List.of("one", "two", "three")) {
      git(
          "-C",
          "repo",
          "-c",
          "user.name=A",
          "-c",
          "user.email=a@example.org",
          "commit",
          "-q",
          "--allow-empty",
          "-m",
          name);
    }
    for (String version : List.of("v1.mbox", "v2.mbox")) {
      Files.copy(SAMPLE.resolve(version), folder.resolve("repo").resolve(version));
    }
    try (Stream<Path> all = Files.walk(folder.resolve("repo"))) {
      for (Path path : all.toList()) {
        Files.setAttribute(path, "unix:uid", STRANGER);
      }
    }
  }

  private void git(String... words) throws Exception {
    new GitCommand(folder).run(List.of(words));
  }

  private Run run() {
    return new Run(folder.resolve("repo")).findingTheRepository().with("HOME", folder.toString());
  }

  private String reason() {
    return "detected dubious ownership in repository at '" + folder.resolve("repo") + "'";
  }

  private String remedy() {
    return "git config --global --add safe.directory '" + folder.resolve("repo") + "'";
  }

  private String warning() {
    return "warning: "
        + reason()
        + ", so its configuration, .b4-config and objects are not used: "
        + remedy()
        + "\n";
  }

  private String refusal() {
    return "error: " + reason() + "\nhint: " + remedy() + "\n";
  }

  private void nothingWasRun() {
    assertThat(folder.resolve("pwned")).doesNotExist();
  }

  @Test
  void mailboxesAreComparedWithoutItsPager() {
    Run.Result result = run().with("PAGER", "cat").onTerminal().compare();
    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).endsWith("2 unchanged, 2 changed, 0 new, 0 dropped\n" + warning());
    nothingWasRun();
  }

  @Test
  void quietSaysNothingOfIt() {
    assertThat(run().compare("-q").err()).isEmpty();
    assertThat(run().of("--help").err()).isEmpty();
  }

  @Test
  void itsCommitsAreRefused() {
    assertThat(run().diff("HEAD~1...HEAD")).isEqualTo(new Run.Result(2, "", refusal()));
    assertThat(run().of("refs")).isEqualTo(new Run.Result(2, "", refusal()));
    assertThat(run().compare("--write-refs")).isEqualTo(new Run.Result(2, "", refusal()));
    assertThat(run().compare("--rebase")).isEqualTo(new Run.Result(2, "", refusal()));
    assertThat(new Run(folder).diff("-g", "repo", "HEAD~1...HEAD"))
        .isEqualTo(new Run.Result(2, "", refusal()));
    assertThat(new Run(folder).diff("-g", "repo", "repo/v1.mbox", "repo/v2.mbox"))
        .isEqualTo(new Run.Result(2, "", refusal()));
    assertThat(new Run(folder).diff("-g", "repo/.git", "HEAD~1...HEAD").err())
        .startsWith(
            "error: detected dubious ownership in repository at '" + folder + "/repo/.git'\n");
    nothingWasRun();
  }

  @Test
  void itsProgramsSendAndEditNothing() {
    Run.Result result =
        run()
            .with("GIT_EDITOR", "true")
            .answering("y\n")
            .of("mail", "--send", "--to", "a@example.org", "v1.mbox", "v2.mbox");
    assertThat(result.err()).endsWith(warning());
    nothingWasRun();
  }

  @Test
  void aRepositoryThatTheUserNamesOrCallsSafeIsUsed() throws Exception {
    String gitFolder = folder.resolve("repo/.git").toString();
    assertThat(run().with("GIT_DIR", gitFolder).diff("-q", "HEAD~1...HEAD").exitCode()).isZero();
    Files.writeString(
        folder.resolve(".gitconfig"), "[safe]\n\tdirectory = " + folder.resolve("repo") + "\n");
    assertThat(run().diff("-q", "HEAD~1...HEAD").err()).isEmpty();
    assertThat(run().compare().err()).doesNotContain("dubious");
  }

  @Test
  void whatSudoCalledMayUseTheUsersRepository() {
    Run run = run().with("SUDO_UID", String.valueOf(STRANGER));
    assertThat(run.diff("-q", "HEAD~1...HEAD").exitCode()).isZero();
  }
}
