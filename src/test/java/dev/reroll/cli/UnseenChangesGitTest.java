package dev.reroll.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.linediff.GitCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two commits that {@code git range-diff} calls equal, compared as commits and as the mails that
 * git makes of them: everything that reroll says in its own words tells what differs.
 */
class UnseenChangesGitTest {
  private static final String EQUAL = "[0-9a-f: 1]+ = [0-9a-f: 1]+ change\n";

  @TempDir private Path folder;

  @BeforeEach
  void aRepositoryWithFilesOfAllKinds() throws Exception {
    GitCommand.require();
    git("init", "-q", ".");
    git("config", "user.name", "Ada");
    git("config", "user.email", "ada@example.org");
    write(".git/info/exclude", "*.txt\n*.mbox\n*.html\n");
    write("list", "item {\n\tflags 0;\n\tend;\n}\n".repeat(20));
    write("logo", "\0one");
    write("a", lines(1));
    write("b", lines(2));
    git("add", ".");
    git("commit", "-q", "-m", "base");
    git("branch", "base");
  }

  @Test
  void contentOfABinaryFile() throws Exception {
    write("logo", "\0two");
    version("v1");
    write("logo", "\0three");
    version("v2");
    assertTold("binary content of logo");
  }

  @Test
  void contentOfANewBinaryFile() throws Exception {
    write("new", "\0two");
    version("v1");
    write("new", "\0three");
    version("v2");
    assertTold("binary content of new");
  }

  @Test
  void modeOfANewFile() throws Exception {
    write("tool", "x\n");
    version("v1");
    write("tool", "x\n");
    assertThat(folder.resolve("tool").toFile().setExecutable(true)).isTrue();
    version("v2");
    assertTold("mode of tool");
  }

  @Test
  void fileThatBecameALink() throws Exception {
    write("link", "list");
    version("v1");
    Files.createSymbolicLink(folder.resolve("link"), Path.of("list"));
    version("v2");
    assertTold("file type of link");
  }

  @Test
  void placeInARepetitiveFile() throws Exception {
    String list = Files.readString(folder.resolve("list"));
    int second = list.indexOf("flags 0", 100);
    write("list", list.substring(0, second) + "flags 1" + list.substring(second + 7));
    version("v1");
    int third = list.indexOf("flags 0", 200);
    write("list", list.substring(0, third) + "flags 1" + list.substring(third + 7));
    version("v2");
    assertTold("place of a change in list");
  }

  @Test
  void rebasedVersionsAreUnchanged() throws Exception {
    String list = Files.readString(folder.resolve("list"));
    int second = list.indexOf("flags 0", 100);
    write("list", list.substring(0, second) + "flags 1" + list.substring(second + 7));
    write("tool", "x\n");
    version("v1");
    write("list", "top\n" + list);
    git("commit", "-q", "-a", "-m", "another base");
    git("branch", "other");
    git("cherry-pick", "v1");
    git("branch", "v2");
    git("reset", "-q", "--hard", "base");
    Run.Result commits = new Run(folder).diff("base..v1", "other..v2");
    assertThat(commits.err()).endsWith("1 unchanged, 0 changed, 0 new, 0 dropped\n");
    mail("v1", "base");
    mail("v2", "other");
    Run.Result mails = new Run(folder).diff("--no-tree", "v1.mbox", "v2.mbox");
    assertThat(mails.err()).endsWith("1 unchanged, 0 changed, 0 new, 0 dropped\n");
    assertThat(new Run(folder).of("review", "--exit-code", "v1.mbox", "v2.mbox").exitCode())
        .isZero();
  }

  /** Asserts what every command says of two versions that differ as {@code words} say. */
  private void assertTold(String words) throws Exception {
    String counts =
        "0 unchanged, 1 changed in what git range-diff does not compare (1: "
            + words
            + "), 0 changed, 0 new, 0 dropped\n";
    assertThat(git("range-diff", "base", "v1", "v2")).matches(EQUAL);
    Run.Result commits = new Run(folder).diff("base", "v1", "v2");
    assertThat(commits.out()).matches(EQUAL);
    assertThat(commits.err()).endsWith(counts);
    mail("v1", "base");
    mail("v2", "base");
    for (String tree : List.of("--no-tree", "--abbrev=12")) {
      Run.Result mails = new Run(folder).diff(tree, "--exit-code", "v1.mbox", "v2.mbox");
      assertThat(mails.out()).matches(EQUAL);
      assertThat(mails.err()).endsWith(counts);
      assertThat(mails.exitCode()).isEqualTo(1);
    }
    assertReviewed(words);
  }

  private void assertReviewed(String words) throws IOException {
    Run.Result review = new Run(folder).of("review", "--exit-code", "v1.mbox", "v2.mbox");
    assertThat(review.out())
        .contains(" 1 ! 1  code (", "1 of 1 needs another look: 1/1 code.", "\n  " + words + ": ")
        .doesNotContain("identical");
    assertThat(review.exitCode()).isEqualTo(1);
    Run.Result mail = new Run(folder).of("mail", "v1.mbox", "v2.mbox");
    assertThat(mail.out())
        .contains("needs another look", "git range-diff does not compare:\n  1/1  " + words);
    new Run(folder).of("html", "v1.mbox", "v2.mbox", "-o", "page.html");
    assertThat(Files.readString(folder.resolve("page.html")))
        .contains("<bdi class=\"alert\">" + words, "class=\"patch changed\"");
    Files.writeString(
        folder.resolve("both.mbox"),
        Files.readString(folder.resolve("v1.mbox")) + Files.readString(folder.resolve("v2.mbox")));
    assertThat(new Run(folder).of("versions", "both.mbox").out()).contains("   1  !1  change\n");
  }

  private void mail(String version, String base) throws Exception {
    String number = version.equals("v1") ? "-v1" : "-v2";
    String mails = git("format-patch", "--stdout", "--thread", number, base + ".." + version);
    Files.writeString(folder.resolve(version + ".mbox"), mails.replace("[PATCH v1]", "[PATCH]"));
  }

  private void version(String name) throws Exception {
    git("add", ".");
    git("commit", "-q", "-m", "change");
    git("branch", name);
    git("reset", "-q", "--hard", "base");
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content);
  }

  private static String lines(int start) {
    return IntStream.range(start, start + 30)
        .mapToObj(i -> "line " + i + "\n")
        .collect(Collectors.joining());
  }

  private String git(String... words) throws Exception {
    return new String(new GitCommand(folder).run(List.of(words)), UTF_8);
  }
}
