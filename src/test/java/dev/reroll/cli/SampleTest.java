package dev.reroll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every sample prints what its files say; {@code -Dgolden=update} writes them anew. */
class SampleTest {
  private static final boolean UPDATE = "update".equals(System.getProperty("golden"));

  @TestFactory
  Stream<DynamicTest> samplePrintsWhatItsFilesSay() throws IOException {
    return Sample.all().stream()
        .map(sample -> DynamicTest.dynamicTest(sample.name(), () -> check(sample)));
  }

  @Test
  void everySituationIsThere() throws IOException {
    assertThat(Sample.all())
        .extracting(Sample::name)
        .contains(
            "attachments",
            "code-changed",
            "dropped-and-added",
            "rebased",
            "renamed-file",
            "reordered",
            "reworded",
            "split",
            "tags-only",
            "thread");
  }

  @Test
  void readmeOfTheSamplesNamesEachOnce() throws IOException {
    List<String> named =
        Files.readAllLines(Sample.ALL.resolve("README.md")).stream()
            .filter(line -> line.startsWith("| ["))
            .map(line -> line.replaceFirst("^\\| \\[([^]]*)].*", "$1"))
            .toList();
    assertThat(named).containsExactlyElementsOf(Sample.all().stream().map(Sample::name).toList());
  }

  private static void check(Sample sample) throws Exception {
    assertThat(sample.mailboxes()).allSatisfy(mailbox -> assertThat(mailbox).isRegularFile());
    Run.Result result = new Run(sample.folder()).of(sample.arguments().toArray(String[]::new));
    assertThat(result.exitCode()).as(result.err()).isZero();
    if (UPDATE) {
      Files.writeString(sample.expectedOut(), result.out());
      Files.writeString(sample.expectedErr(), result.err());
    }
    assertSame(sample.expectedOut(), result.out());
    assertSame(sample.expectedErr(), result.err());
  }

  private static void assertSame(Path expected, String printed) throws IOException {
    assertThat(expected).isRegularFile();
    assertThat(printed).as(expected.toString()).isEqualTo(Files.readString(expected));
  }
}
