package dev.reroll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.linediff.GitCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code reroll interdiff} prints in a tree whose upstream went on between two versions. */
class InterdiffTreeGitTest {
  private final Path folder;
  private final Path repository;

  InterdiffTreeGitTest(@TempDir Path folder) {
    this.folder = folder;
    this.repository = folder.resolve("repository");
  }

  @BeforeEach
  void makeVersions() throws Exception {
    GitCommand.require();
    Files.createDirectory(repository);
    git("init", "-q", "-b", "upstream");
    commit(0, "base");
    git("checkout", "-q", "-b", "v1");
    change(20, "one");
    change(40, "two");
    git("checkout", "-q", "upstream");
    change(5, "inserted\nby others");
    change(25, "changed by others");
    git("checkout", "-q", "-b", "v2");
    change(21, "one");
    change(41, "second");
    mail("v1", 2);
    mail("v2", 2);
  }

  @Test
  void changesOfOthersDoNotShow() throws Exception {
    git("checkout", "-q", "-b", "carried", "upstream");
    git("am", "-q", "-3", folder.resolve("v1.mbox").toString());
    Run.Result result = interdiff("-g", "repository");
    assertThat(result.err()).contains("v1: rebased onto the same base\n");
    assertThat(result.out()).isEqualTo(git("diff", "--patch-with-stat", "carried", "v2"));
    assertThat(result.out()).contains("\n-two\n", "\n+second\n").doesNotContain("+changed by");
  }

  @Test
  void contextIsThatOfTheTree() throws Exception {
    git("checkout", "-q", "-b", "carried", "upstream");
    git("am", "-q", "-3", folder.resolve("v1.mbox").toString());
    assertThat(interdiff("-g", "repository", "-U10").out())
        .isEqualTo(git("diff", "-U10", "--patch-with-stat", "carried", "v2"));
  }

  @Test
  void onePatchIsPutWhereItsCounterpartIs() {
    Run.Result result = interdiff("-g", "repository", "--patch", "2", "--stat");
    assertThat(result.out()).startsWith(" text | 2 +-\n");
    assertThat(interdiff("-g", "repository", "--patch", "1").err())
        .endsWith("the end results are the same\n");
  }

  @Test
  void withoutATreeTheBlobsAreOther() {
    Run.Result result = interdiff("--no-tree");
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err()).contains("hint: reroll interdiff -g DIR v1.mbox v2.mbox\n");
  }

  @Test
  void conflictIsSaidWithTheFile() throws Exception {
    git("checkout", "-q", "upstream");
    change(21, "something else");
    git("checkout", "-q", "-b", "v3");
    change(43, "two");
    mail("v3", 1);
    Run.Result result = new Run(folder).of("interdiff", "-g", "repository", "v1.mbox", "v3.mbox");
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err())
        .containsPattern("v1 cannot be rebased onto the base of v3: patch 1/2 \\(text: .*");
  }

  @Test
  void rebasedRangeDiffIsThatOfTheRebasedBranch() throws Exception {
    git("checkout", "-q", "-b", "carried", "upstream");
    git("am", "-q", "-3", folder.resolve("v1.mbox").toString());
    Run.Result result = diff("v1.mbox", "v2.mbox", "--rebase", "-g", "repository");
    assertThat(result.err()).contains("v1: rebased onto upstream; v2: applied to upstream\n");
    assertThat(masked(result.out()))
        .isEqualTo(masked(git("range-diff", "upstream..carried", "upstream..v2")));
  }

  @Test
  void patchThatCannotBeRebasedIsNamedAndComparedAsItIs() throws Exception {
    git("checkout", "-q", "upstream");
    change(21, "something else");
    git("checkout", "-q", "-b", "v3");
    change(41, "second");
    mail("v3", 1);
    Run.Result result = diff("v1.mbox", "v3.mbox", "--rebase", "-g", "repository");
    assertThat(result.exitCode()).isZero();
    assertThat(result.err())
        .containsPattern("v1: rebased onto .*, compared as mailed: patch 1/2 \\(text");
    assertThat(result.out()).contains(" < -:  ------------ change one", " ! 1:  ");
  }

  @Test
  void rebaseNeedsATree() {
    Run.Result result = diff("v1.mbox", "v2.mbox", "--rebase", "--no-tree");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("hint: reroll diff --rebase -g DIR BEFORE AFTER\n");
  }

  private Run.Result diff(String... words) {
    List<String> all = new ArrayList<>(List.of("diff"));
    all.addAll(List.of(words));
    return new Run(folder).of(all.toArray(String[]::new));
  }

  /** Replaces the ids of header lines: commits have others than mails. */
  private static String masked(String text) {
    return text.replaceAll(":  [0-9a-f]{7,12} ", ": ID ");
  }

  private Run.Result interdiff(String... words) {
    List<String> all = new ArrayList<>(List.of("interdiff"));
    all.addAll(List.of(words));
    all.addAll(List.of("v1.mbox", "v2.mbox"));
    return new Run(folder).of(all.toArray(String[]::new));
  }

  private void commit(int line, String text) throws Exception {
    List<String> lines = new ArrayList<>();
    for (int i = 1; i <= 60; i++) {
      lines.add("line " + i);
    }
    write(lines);
    git("add", "text");
    git("commit", "-q", "-m", text + line);
  }

  /** Commits {@code text} in the place of a line. */
  private void change(int line, String text) throws Exception {
    Path file = repository.resolve("text");
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.set(line - 1, text);
    write(lines);
    git("commit", "-q", "-a", "-m", "change " + text.lines().findFirst().orElse(""));
  }

  private void write(List<String> lines) throws IOException {
    Files.writeString(repository.resolve("text"), String.join("\n", lines) + "\n");
  }

  private void mail(String version, int count) throws Exception {
    String mails = git("format-patch", "--stdout", "-v" + version.charAt(1), "-" + count, version);
    Files.writeString(folder.resolve(version + ".mbox"), mails);
  }

  private String git(String... words) throws Exception {
    List<String> all =
        new ArrayList<>(
            List.of("-C", repository.toString(), "-c", "user.name=T", "-c", "user.email=t@x"));
    all.addAll(List.of(words));
    return new String(new GitCommand(folder).run(all), StandardCharsets.UTF_8);
  }
}
