package dev.reroll.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.linediff.GitCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code reroll diff} is given commits in all forms that git knows: the result is git's, octet by
 * octet, or both refuse, in the same words. A newer git is asked as well where there is one.
 */
class RevisionFormsGitTest {
  private static final String NEWER_GIT = "/opt/git-new/bin/git";

  @TempDir private static Path shared;
  private static Path folder = Path.of("");

  @BeforeAll
  static void makeHistory() throws Exception {
    GitCommand.require();
    folder = shared.toRealPath();
    git("init", "-q", "-b", "main");
    git("config", "user.name", "Ada");
    git("config", "user.email", "ada@example.org");
    commit("f", "base", 1);
    commit("g", "base two", 2);
    git("tag", "-a", "-m", "first", "v1.0");
    git("branch", "topic");
    git("checkout", "-q", "-b", "old");
    commit("f", "topic: one", 3);
    commit("f", "topic: two", 4);
    git("checkout", "-q", "-b", "merged", "main");
    commit("m", "aside", 5);
    git("merge", "-q", "--no-edit", "old");
    git("checkout", "-q", "-b", "new", "main");
    commit("f", "topic: one", 6);
    commit("f", "topic: two, better", 7);
    commit("g", "topic: three", 8);
    git("commit", "-q", "--amend", "-m", "topic: three again");
    git("checkout", "-q", "main");
    commit("h", "main three", 9);
    git("checkout", "-q", "new");
    git("branch", "-q", "-u", "main");
    git("remote", "add", "origin", "https://example.org/io.git");
    git("update-ref", "refs/remotes/origin/main", "main");
    git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main");
    git("branch", "both");
    Files.writeString(folder.resolve("both"), "a file with a branch's name\n");
  }

  private static void commit(String file, String title, int day) throws Exception {
    Path path = folder.resolve(file);
    Files.writeString(path, (Files.exists(path) ? Files.readString(path) : "") + title + "\n");
    git("add", file);
    git("commit", "-q", "-m", title, "--date=2026-03-0" + day + "T10:00:00Z");
  }

  private static void git(String... words) throws Exception {
    new GitCommand(folder).run(List.of(words));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@{u} @{1} @",
        "main old new",
        "main^ old new",
        "@{u} old @",
        "@{U} old HEAD",
        "HEAD@{u} old new",
        "@@{u} old new",
        "new@{upstream} old new",
        "origin old new",
        "origin~1 old new",
        "origin/HEAD old new",
        "heads/main old new",
        "refs/heads/main old new",
        "v1.0 old new",
        "v1.0^{} old new",
        "v1.0^{tag} old new",
        "v1.0^{commit}~1 old new",
        "v1.0-0-g%main~1% old new",
        "%main% old new",
        "%v1.0% old new",
        "@{-1} old new",
        "main@{0} old new",
        "HEAD@{2} old new",
        "new@{1.day.ago} old new",
        "new^{/topic:_one} old new",
        ":/base_two old new",
        "main^{tree} old new",
        "HEAD:f old new",
        ":f old new",
        "main old^{tree} new",
        "merged^2 old merged",
        "merged^2~1 old merged",
        "main old new f",
        "main old new -- f",
        "main old new main",
        "main..old main..new",
        "main.. main..",
        "..main main..new",
        "old...new",
        "old...",
        "...old",
        "...",
        "@{u}...@",
        "@{1}...@",
        "old...new main..new",
        "main..old old...new",
        "main...old main...new",
        "v1.0...new main..new",
        "v1.0..%main~1% main..new",
        "merged...new main..new",
        "old^! new^!",
        "merged^! new^!",
        "v1.0^! new^!",
        "old^- new^-",
        "old^-1 new^-",
        "merged^-2 merged^-1",
        "@{u}..@ @{1}^!",
        "@~2.. @{1}~2..@{1}",
        "HEAD^{tree}..new main..new",
        "main..new^{tree} main..new",
        "main..old topic^{/base}..@{-1}",
        "main..old main..new f",
        "main..old main..new f g",
        "main..old main..new *.c",
        "main..old main..new new",
        "main..old main..new new f",
        "main..old main..new ^old~1",
        "main..old main..new new^!",
        "main..old main..new main..old",
        "main..old main..new -- f",
        "main..old main..new -- nofile",
        "old...new -- f",
        "old...new main",
        "both both both",
      })
  void theResultIsGits(String line) throws Exception {
    List<String> words = words(line);
    Answer git = rangeDiff("git", words);
    assertThat(git.exitCode()).as(git.error()).isZero();
    assertThat(new Run(folder).with("GIT_DIR", gitFolder()).diff(options(words)).out())
        .isEqualTo(git.out());
    if (Files.isExecutable(Path.of(NEWER_GIT))) {
      assertThat(rangeDiff(NEWER_GIT, words).out()).isEqualTo(git.out());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nosuch..old main..new",
        "main..old nosuch..new",
        "main..old main..nosuch",
        "main..old nosuch",
        "main..old main",
        "main.. main^{/..}",
        "main.. main^{/..} -- f",
        "main..old main..new nofile",
        "main..old main..new f nofile",
        "main..old main..new both",
        "main..old main..new nosuch..x",
        "main old new f nofile",
        "main...nosuch",
        "nosuch...main",
        "main nosuch new -- f",
        "main..old nosuch..new -- f",
        "main..nosuch..old main..new",
        "main..main main..new",
        "..new main..new",
        "main.. ...new",
        "old^-2 new^!",
        "old^-0 new^!",
        "old^-x new^!",
        "old^!^! new^!",
        "v1.0~1^! new^!",
        "main~9.. main..",
        "main^2.. main..",
        "main^{blob}.. main..",
        "main@{u} old new",
        "main@{u}.. main..",
        "@{push} old new",
        "@{100} old new",
        "@{100}..x main..new",
        "main..old main..new @{100}",
        "main..old -- f",
        "main..old main..new f -- g",
        "old...new main -- f",
        "new^@..new main..new",
        "4.. main..",
      })
  void gitsWordsAreOurs(String line) throws Exception {
    List<String> words = words(line);
    Answer git = rangeDiff("git", words);
    assertThat(git.exitCode()).isGreaterThan(1);
    Run.Result ours = new Run(folder).with("GIT_DIR", gitFolder()).diff(options(words));
    assertThat(ours.exitCode()).isEqualTo(2);
    assertThat(ours.err().lines().findFirst().orElse(""))
        .isEqualTo(
            git.error()
                .lines()
                .filter(said -> said.startsWith("fatal: "))
                .findFirst()
                .orElse("")
                .replace("fatal: ", "error: "));
  }

  @Test
  void aWordThatNamesNothingIsNoMailboxTooMany() {
    Run run = new Run(folder).with("GIT_DIR", gitFolder());
    String expected =
        """
        error: ambiguous argument 'nosuch': unknown revision or path not in the working tree.
        hint: git log --oneline --all
        hint: reroll diff --help
        """;
    assertThat(run.diff("main", "nosuch", "new")).isEqualTo(new Run.Result(2, "", expected));
    assertThat(run.diff("nosuch", "old", "new")).isEqualTo(new Run.Result(2, "", expected));
  }

  @Test
  void gitIsAskedFromTheFolderThatTheProcessStandsIn() {
    Run run = new Run(Path.of("")).with("GIT_DIR", gitFolder());
    assertThat(run.diff("-q", "@{u}", "old", "new"))
        .isEqualTo(run.diff("-q", "main", "old", "new"))
        .returns(0, Run.Result::exitCode);
  }

  @Test
  void threeFilesAreStillOneMailboxTooMany() {
    assertThat(new Run(folder).with("GIT_DIR", gitFolder()).diff("f", "g", "both").err())
        .startsWith("error: 'both' is one name too many, two can be compared\n");
    assertThat(new Run(folder).with("GIT_DIR", gitFolder()).diff("a@x.y", "b@x.y", "c@x.y").err())
        .startsWith("error: 'c@x.y' is one name too many, two can be compared\n");
  }

  private static String gitFolder() {
    return folder.resolve(".git").toString();
  }

  private static String[] options(List<String> words) {
    return Stream.concat(Stream.of("-q"), words.stream()).toArray(String[]::new);
  }

  /** In a line, {@code _} is a blank and {@code %REVISION%} an abbreviated id. */
  private static List<String> words(String line) throws Exception {
    List<String> words = new ArrayList<>();
    for (String word : line.split(" ", -1)) {
      String[] parts = word.replace('_', ' ').split("%", -1);
      if (parts.length == 3) {
        String id = new String(new GitCommand(folder).run(List.of("rev-parse", parts[1])), UTF_8);
        parts[1] = id.substring(0, 8);
      }
      words.add(String.join("", parts));
    }
    return words;
  }

  private record Answer(int exitCode, String out, String error) {}

  private static Answer rangeDiff(String program, List<String> words)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program, "range-diff", "--no-color"));
    command.addAll(words);
    Path errors = Files.createTempFile("errors", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
    builder.environment().put("LC_ALL", "C");
    Process git = builder.redirectError(errors.toFile()).start();
    String out = new String(git.getInputStream().readAllBytes(), UTF_8);
    int exitCode = git.waitFor();
    String error = Files.readString(errors);
    Files.delete(errors);
    return new Answer(exitCode, out, error);
  }
}
