package dev.reroll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.linediff.GitCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A range-diff in a text gets the colours that it would have had when it was made. */
class ColorizeCommandTest {
  private static final String ESC = "\u001b";

  private final Path folder;

  ColorizeCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  static List<Sample> samples() throws IOException {
    return Sample.all();
  }

  private Run.Result colorize(String text) {
    return new Run(folder).reading(text.getBytes(StandardCharsets.UTF_8)).of("colorize");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void whatDiffPrintsIsColouredAsDiffColoursIt(Sample sample) throws Exception {
    List<String> words = sample.arguments();
    Run run = new Run(Path.of("").toAbsolutePath());
    String plain = run.of(words.toArray(String[]::new)).out();
    String colored = run.of(with(words, "--color=always")).out();
    assertThat(colorize(plain).out()).isEqualTo(colored);
  }

  private static String[] with(List<String> words, String option) {
    return Stream.concat(words.stream(), Stream.of(option)).toArray(String[]::new);
  }

  @Test
  void whatGitPrintsIsColouredAsGitColoursIt() throws Exception {
    GitCommand.require();
    GitCommand git = repository();
    String plain = git(git, "range-diff", "--no-color", "base..one", "base..two");
    String colored = git(git, "range-diff", "--color=always", "base..one", "base..two");
    assertThat(plain).contains("!", "<", ">", "=", "10:  ");
    assertThat(colorize(plain).out()).isEqualTo(colored);
  }

  /** Makes two branches whose range-diff has every sort of line. */
  private GitCommand repository() throws Exception {
    GitCommand git = new GitCommand(folder);
    git(git, "init", "-q", ".");
    git(git, "config", "user.name", "A");
    git(git, "config", "user.email", "a@example.org");
    commit(git, "file.c", "base\n".repeat(20), "base");
    git(git, "branch", "base");
    for (String branch : List.of("one", "two")) {
      git(git, "checkout", "-q", "-b", branch, "base");
      commit(
          git,
          "file.c",
          "base\n".repeat(10) + branch + "\n" + "base\n".repeat(10),
          "change\n\n" + branch);
      commit(
          git,
          branch + ".c",
          (branch + " is " + branch.hashCode() + "\n").repeat(9),
          "add " + branch);
      for (int i = 0; i < 9; i++) {
        commit(git, "f" + i, "same " + i + "\n", "same " + i);
      }
    }
    return git;
  }

  private void commit(GitCommand git, String file, String text, String message) throws Exception {
    Files.writeString(folder.resolve(file), text);
    git(git, "add", file);
    git(git, "commit", "-q", "-m", message);
  }

  private static String git(GitCommand git, String... words) throws Exception {
    return new String(git.run(List.of(words)), StandardCharsets.UTF_8);
  }

  /** Each line moved or quoted must be coloured as the plain one, with the prefix before it. */
  private void movesWith(String prefix) throws Exception {
    String plain = Files.readString(Sample.ALL.resolve("code-changed/expected.txt"));
    String colored = colorize(plain).out();
    String moved = colorize("Hello,\n" + prefixed(prefix, plain) + "Bye\n").out();
    String expected = "Hello,\n" + prefixed(prefix, colored) + "Bye\n";
    assertThat(withoutMoves(moved, prefix)).isEqualTo(withoutMoves(expected, prefix));
  }

  /** Leading blanks of a header are coloured with it, which nobody sees. */
  private static String withoutMoves(String text, String prefix) {
    return text.replaceAll("(?m)^(" + ESC + "\\[[0-9;]*m)" + prefix, prefix + "$1");
  }

  private static String prefixed(String prefix, String text) {
    return text.replaceAll("(?m)^(?=.)", prefix);
  }

  @Test
  void anIndentedRangeDiffIsColouredWhereItStands() throws Exception {
    movesWith("  ");
  }

  @Test
  void aQuotedRangeDiffIsColouredWhereItStands() throws Exception {
    movesWith("> ");
    movesWith("> > ");
  }

  @Test
  void aMailIsColouredBelowItsHeadingOnly() throws Exception {
    Run run = new Run(folder).with("GIT_AUTHOR_EMAIL", "robin@example.org");
    Path sample = Sample.ALL.resolve("code-changed").toAbsolutePath();
    String mail =
        run.of("mail", sample.resolve("v1.mbox").toString(), sample.resolve("v2.mbox").toString())
            .out();
    String colored = colorize(mail).out();
    int heading =
        mail.indexOf("Range-diff against v1:\n\n") + "Range-diff against v1:\n\n".length();
    assertThat(colored).startsWith(mail.substring(0, heading));
    assertThat(colored.substring(heading)).isEqualTo(colorize(mail.substring(heading)).out());
    assertThat(colored.substring(heading)).contains(ESC + "[33m");
  }

  @Test
  void linesThatLostTheirTrailingBlanksDoNotEndAPatch() {
    String text =
        "1:  bd2a1c95aab ! 1:  c03fe77bd12 t\n    @@ Commit message\n     a\n\n    +b\nBye\n";
    assertThat(colorize(text).out())
        .contains("\n\n    " + ESC + "[7m" + ESC + "[32m+")
        .endsWith("\nBye\n");
  }

  @Test
  void textWithoutARangeDiffPassesAsItIs() {
    String text =
        "Hello,\n\n- one\n+ two\n@@ -1 +1 @@\n1: not a patch\n2:  abc ! no\n    @@ x\nno end";
    assertThat(colorize(text).out()).isEqualTo(text);
  }

  @Test
  void lineEndsOfDosStay() {
    String text = "a\r\n1:  bd2a1c95aab = 1:  bd2a1c95aab t\r\nb\r\n";
    assertThat(colorize(text).out())
        .isEqualTo("a\r\n" + ESC + "[33m1:  bd2a1c95aab = 1:  bd2a1c95aab t" + ESC + "[m\r\nb\r\n");
  }

  @Test
  void nothingInAMailCommandsTheTerminal() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    String alphabet = "1:  abcd ! = < > - + @@ \n\r\t \u001b[2J\u0007\u009b\u202e\u0000é";
    for (int round = 0; round < 300; round++) {
      StringBuilder text =
          new StringBuilder("1:  bd2a1c95aab ! 1:  c03fe77bd12 \u001b]0;x\n    @@\n");
      for (int i = 0; i < 200; i++) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      String shown = colorize(text.toString()).out().replaceAll(ESC + "\\[[0-9;]*m", "");
      assertThat(shown.replace("\r\n", "\n"))
          .as("seed %d", seed)
          .doesNotContainPattern("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f\\u0080-\\u009f\u202e]");
    }
  }

  @Test
  void coloursCanBeTurnedOffAndChosen() throws Exception {
    String text = "1:  bd2a1c95aab = 1:  bd2a1c95aab t\n";
    Run run = new Run(folder).reading(text.getBytes(StandardCharsets.UTF_8));
    assertThat(run.of("colorize", "--color=never").out()).isEqualTo(text);
    Files.writeString(folder.resolve(".gitconfig"), "[color \"diff\"]\n commit = blue\n");
    assertThat(colorize(text).out()).startsWith(ESC + "[34m1:");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    Run.Result result = new Run(folder).of("colorize", "no.txt");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).startsWith("error: cannot read 'no.txt': no such file\n");
  }

  @Test
  void folderAndEmptyNameAreRefusedAsInput() {
    Run run = new Run(folder);
    assertThat(run.of("colorize", ".").err())
        .isEqualTo("error: cannot read '.': it is a folder\nhint: reroll colorize < FILE\n");
    Run.Result empty = run.of("colorize", "");
    assertThat(empty.err()).startsWith("error: cannot read '': a file needs a name\n");
    assertThat(empty.exitCode()).isEqualTo(2);
  }
}
