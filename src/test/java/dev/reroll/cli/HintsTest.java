package dev.reroll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.cli.option.ShellWords;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether what a hint tells the user to type is a command that reroll takes. */
class HintsTest {
  private static final List<String> COMMANDS =
      List.of("diff", "review", "interdiff", "html -o page.html", "mail", "versions");

  /** What each of the commands refuses, as it is typed in a shell. */
  private static final List<String> REFUSED =
      List.of(
          "",
          "''",
          "- -",
          "a b c d",
          "v1.mbox",
          "v1.mbox v2.mbox --nosuch",
          "v1.mbox nosuch.mbox",
          "v1.mbox \"it's a name.mbox\"",
          "v1.mbox talk.mbox",
          "v1.mbox empty",
          "/",
          "empty",
          "v1.mbox v2.mbox --series=none",
          "v1.mbox v2.mbox -v 7",
          "both.mbox -v 7",
          "both.mbox -v 1 2 3",
          "both.mbox -v one",
          "both.mbox -v 0 1",
          "v1.mbox v2.mbox --creation-factor=x",
          "v1.mbox v2.mbox --color=some",
          "v1.mbox v2.mbox -g empty",
          "v1.mbox v2.mbox --rebase",
          "v1.mbox v2.mbox -U x",
          "v1.mbox v2.mbox -o no/such/file",
          "v1.mbox v2.mbox -o no/such/folder/",
          "v1.mbox v2.mbox -o empty",
          "v1.mbox v2.mbox --patch 9",
          "v1.mbox v2.mbox --only nothing",
          "v1.mbox v2.mbox --left-only --right-only",
          "v1.mbox v2.mbox -n",
          "v1.mbox v2.mbox --mine",
          "v1.mbox v2.mbox --explain",
          "v1.mbox v2.mbox --width 1",
          "v1.mbox v2.mbox --to nobody",
          "v1.mbox v2.mbox --link-mask=x",
          "v1.mbox v2.mbox --send",
          "v1.mbox v2.mbox --range-diff-opts=--stat",
          "PATCH-1-2-one-new@example.org --mbox both.mbox",
          "PATCH-one-new@example.org --mbox both.mbox",
          "PATCH-one-new@example.org --mbox v1.mbox",
          "PATCH-one-new@example.org --mbox both.mbox -v 9",
          "PATCH-one-new@example.org v1.mbox --mbox both.mbox",
          "v1.mbox PATCH-one-new@example.org --mbox both.mbox",
          "PATCH-one-new@example.org PATCH-one-new@example.org --mbox both.mbox",
          "PATCH-one-new@example.org x@example.org --mbox both.mbox --latest",
          "x@example.org --offline",
          "https://example.org/");

  private final Path folder;
  private final Run run;

  HintsTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    Mails mails = new Mails(folder).twoVersions();
    mails.write("talk.mbox", "From: a@example.org\nSubject: hello\n\nHow are you?\n");
    mails.write(
        "both.mbox", Mails.patch("PATCH", "one", "new") + Mails.patch("PATCH v2", "one", "newer"));
    Files.createDirectory(folder.resolve("empty"));
    run = new Run(folder).with("EMAIL", "me@example.org");
  }

  static Stream<String> commands() {
    return COMMANDS.stream();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyHintCanBeTyped(String command) throws Exception {
    List<String> bad = new ArrayList<>();
    int count = 0;
    for (String refused : REFUSED) {
      String err = run.of(words(command + " " + refused)).err();
      for (String line : err.lines().filter(said -> said.startsWith("hint: ")).toList()) {
        count++;
        reasonAgainst(line.substring(6))
            .ifPresent(why -> bad.add("reroll " + command + " " + refused + ": " + line + why));
      }
    }
    assertThat(bad).isEmpty();
    assertThat(count).isGreaterThan(20);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nosuch",
        "help nosuch",
        "refs nosuch",
        "index",
        "index nosuch",
        "cache x",
        "colorize a b",
        "colorize nosuch",
        "colorize --color=x",
        "index --x",
        "cache --x",
        "refs -g empty"
      })
  void everyHintOfOtherCommandsCanBeTyped(String line) throws Exception {
    String err = run.of(words(line)).err();
    assertThat(err).contains("hint: ");
    assertThat(err.lines().filter(said -> said.startsWith("hint: ")))
        .allSatisfy(hint -> assertThat(reasonAgainst(hint.substring(6))).isEmpty());
  }

  @Test
  void pageOfAFirstVersionIsToldOfLatest() {
    assertThat(run.of("html", "-o", "x", "PATCH-one-new@example.org", "--mbox", "both.mbox").err())
        .contains(
            "; v2 came later\nhint: reroll html -o FILE --latest PATCH-one-new@example.org\n");
  }

  @Test
  void folderWithoutMailIsNotToBeWrittenInto() {
    mkdir("lost");
    assertThat(run.of("diff", "lost").err())
        .isEqualTo(
            """
            error: cannot read folder 'lost': no mail or patch file in it
            hint: git format-patch --stdout BASE..TIP > v2.mbox
            """);
  }

  @Test
  void textThatCannotBeKeptIsNotAboutAnOutputFile() throws Exception {
    Files.writeString(folder.resolve("state"), "no folder");
    run.with("XDG_STATE_HOME", folder.resolve("state").toString()).with("EDITOR", "true");
    Run.Result result = run.of("mail", "--annotate", "--from=a@example.org", "v1.mbox", "v2.mbox");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .contains(
            "\nerror: cannot save your text in '" + folder.resolve("state/reroll/outbox") + "': ",
            "\nhint: XDG_STATE_HOME=$PWD reroll mail --annotate BEFORE AFTER\n")
        .doesNotContain("-o FILE");
  }

  private void mkdir(String name) {
    new Mails(folder).write(name + "/x", "").folder().resolve(name + "/x").toFile().delete();
  }

  /** Returns why {@code hint} is no command line of ours; nothing where it is, or is another's. */
  private Optional<String> reasonAgainst(String hint) throws Exception {
    int at = hint.indexOf("reroll ");
    if (at < 0 || hint.startsWith("git ") || hint.startsWith("mkdir ")) {
      return Optional.empty();
    }
    String line = hint.substring(at + "reroll ".length()).replaceFirst(" [<|>] .*", "");
    String err = run.of(words(line)).err();
    return err.lines()
        .filter(said -> said.matches("error: .*"))
        .filter(
            said ->
                said.matches(
                    "error: (unknown|no command|no series or mailbox given|missing|'.*' is"
                        + " one |.* needs |.* takes |.* is neither a file|.*of one kind).*"))
        .findFirst()
        .map(why -> " -> " + why);
  }

  private static String[] words(String line) throws Exception {
    return ShellWords.split(line).toArray(new String[0]);
  }
}
