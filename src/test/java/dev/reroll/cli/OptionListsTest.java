package dev.reroll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.CommandSpec;

/** Parser, help, README and manual page know the same options; the README shows what is printed. */
class OptionListsTest {
  private static final Pattern NAME = Pattern.compile("(?<![\\w-])--?[A-Za-z][\\w-]*");
  private static final Path README = Path.of("README.md");

  @Test
  void helpListsEveryOption() {
    List<String> lines =
        DiffHelp.TEXT
            .lines()
            .filter(line -> line.matches(" {2,6}-.*"))
            .map(OptionListsTest::head)
            .toList();
    assertThat(names(lines)).isEqualTo(ofTheParser());
  }

  @Test
  void readmeListsEveryOption() throws IOException {
    List<String> cells =
        Files.readAllLines(README).stream()
            .filter(line -> line.startsWith("| `-"))
            .map(line -> line.substring(0, line.indexOf('|', 2)))
            .toList();
    assertThat(names(cells)).isEqualTo(ofTheParser());
  }

  @Test
  void manualListsEveryOption() throws IOException {
    List<String> items =
        Files.readAllLines(Path.of("src/docs/reroll.1")).stream()
            .filter(line -> line.startsWith(".It Fl "))
            .map(line -> line.replace("Fl ", "-"))
            .toList();
    assertThat(names(items)).isEqualTo(ofTheParser());
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
  void readmeAndManualNameEveryExitCode() throws IOException {
    for (ExitCode code : ExitCode.values()) {
      assertThat(README).content().contains("\n| " + code.code() + " | ");
      assertThat(Path.of("src/docs/reroll.1")).content().contains("\n.It " + code.code() + "\n");
    }
  }

  private static Set<String> ofTheParser() {
    CommandSpec spec = DiffOptions.spec();
    return new TreeSet<>(spec.optionsMap().keySet());
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
