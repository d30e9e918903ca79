package dev.reroll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.cli.command.Command;
import dev.reroll.cli.manual.ManualPage;
import dev.reroll.cli.option.Option;
import dev.reroll.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Parser, help, src/docs/commands.md and manual pages know the same commands and options;
 * commands.md shows what is printed.
 *
 * <p>There is a manual page for each command, and commands.md has a heading that ends in {@code
 * `reroll COMMAND`} with a table of the options, which {@code -Dgolden=update} writes.
 */
class OptionListsTest {
  private static final Pattern NAME = Pattern.compile("(?<![\\w-])--?[A-Za-z][\\w-]*");
  private static final Path README = Path.of("README.md");
  private static final Path REFERENCE = Path.of("src/docs/commands.md");
  private static final Path MANUAL = Path.of("src/docs/man");
  private static final String BEGIN = "<!-- options -->\n";
  private static final String END = "<!-- end of options -->\n";

  private final Path folder;

  OptionListsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  static Stream<String> commands() {
    return Commands.ALL.stream().map(Commands.Entry::name);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void helpListsEveryOption(String command) {
    String help = make(command).help();
    List<String> lines =
        help.lines().filter(line -> line.matches(" {2,6}-.*")).map(OptionListsTest::head).toList();
    assertThat(names(lines)).isEqualTo(ofTheParser(command));
    assertThat(help.lines()).allMatch(line -> line.length() <= 80);
    assertThat(help).contains("Usage: reroll " + command, "\n  reroll " + command + " ");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void referenceHasTheTableOfTheOptions(String command) throws IOException {
    String heading = "`reroll " + command + "`";
    List<Option> known = command.equals("diff") ? List.of() : options("diff");
    String table = OptionTable.of(make(command).syntax(), known, "as for `reroll diff`");
    String reference = Files.readString(REFERENCE);
    int begin = reference.indexOf(BEGIN, reference.indexOf(heading + "\n")) + BEGIN.length();
    int end = reference.indexOf(END, begin);
    assertThat(begin).isGreaterThan(BEGIN.length());
    if ("update".equals(System.getProperty("golden"))) {
      Files.writeString(
          REFERENCE, reference.substring(0, begin) + table + reference.substring(end));
      return;
    }
    assertThat(reference.substring(begin, end)).isEqualTo(table);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void manualListsEveryOption(String command) throws IOException {
    String page = Files.readString(MANUAL.resolve("reroll-" + command + ".1"));
    List<String> items =
        ManualPage.of(page, make(command).syntax())
            .lines()
            .filter(line -> line.startsWith(".It Fl "))
            .map(line -> line.replace("Fl ", "-"))
            .toList();
    assertThat(names(items)).isEqualTo(ofTheParser(command));
    assertThat(Files.readString(MANUAL.resolve("reroll.1")))
        .contains(".It Xr reroll-" + command + " 1\n", ".Xr reroll-" + command + " 1 ,\n");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void helpOfTheProgramNamesTheCommand(String command) {
    assertThat(new Run(folder).of("--help").out()).containsPattern("\n  " + command + " +\\S");
    assertThat(new Run(folder).of(command, "--help"))
        .isEqualTo(new Run.Result(0, make(command).help(), ""))
        .isEqualTo(new Run(folder).of("help", command));
  }

  @Test
  void readmeShowsWhatTheSamplePrints() throws IOException {
    Path sample = Sample.ALL.resolve("code-changed");
    assertThat(README)
        .content()
        .contains(
            "$ reroll diff samples/code-changed/v1.mbox samples/code-changed/v2.mbox\n"
                + Files.readString(sample.resolve("expected-stderr.txt"))
                + Files.readString(sample.resolve("expected.txt"))
                + "```\n");
  }

  @Test
  void readmeShowsTheVersionsOfTheSample() throws IOException {
    assertThat(REFERENCE)
        .content()
        .contains(
            "$ reroll versions samples/thread/thread.mbox\n"
                + Files.readString(Path.of("src/test/resources/versions/thread.txt"))
                + "```\n");
  }

  @Test
  void referenceShowsTheReviewOfTheSample() throws IOException {
    String command = "$ reroll review samples/thread/thread.mbox -s\n";
    Path sample = Files.createDirectories(folder.resolve("samples/thread"));
    Files.copy(Sample.ALL.resolve("thread/thread.mbox"), sample.resolve("thread.mbox"));
    String printed = new Run(folder).of("review", "samples/thread/thread.mbox", "-s").out();
    assertThat(printed).contains("Comments on v2");

    String reference = Files.readString(REFERENCE);
    int begin = reference.indexOf(command) + command.length();
    int end = reference.indexOf("```", begin);
    if ("update".equals(System.getProperty("golden"))) {
      Files.writeString(
          REFERENCE, reference.substring(0, begin) + printed + reference.substring(end));
      return;
    }
    assertThat(reference.substring(begin, end)).isEqualTo(printed);
  }

  @Test
  void readmeAndManualNameEveryExitCode() throws IOException {
    for (ExitCode code : ExitCode.values()) {
      assertThat(REFERENCE).content().contains("\n| " + code.code() + " | ");
      assertThat(MANUAL.resolve("reroll.1")).content().contains("\n.It " + code.code() + "\n");
    }
  }

  private Command make(String command) {
    Run run = new Run(folder);
    return Commands.find(command).orElseThrow().maker().make(run.streams(), run.report());
  }

  private List<Option> options(String command) {
    return make(command).syntax().sections().stream()
        .flatMap(section -> section.options().stream())
        .toList();
  }

  private Set<String> ofTheParser(String command) {
    return new TreeSet<>(make(command).syntax().parser().optionsMap().keySet());
  }

  /** Returns a line of the help without its description. */
  private static String head(String line) {
    return line.replaceFirst("(?<=\\S) {2,}.*", "");
  }

  private static Set<String> names(Collection<String> texts) {
    TreeSet<String> names = new TreeSet<>();
    texts.forEach(text -> NAME.matcher(text).results().forEach(found -> names.add(found.group())));
    return names;
  }
}
