package dev.reroll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** {@code reroll versions}; {@code -Dgolden=update} writes the expected files anew. */
class VersionsCommandTest {
  private static final boolean UPDATE = "update".equals(System.getProperty("golden"));
  private static final Path EXPECTED = Path.of("src/test/resources/versions");

  private final Run run;
  private final Mails mails;

  VersionsCommandTest(@TempDir Path folder) {
    mails = new Mails(folder).write("list.mbox", ListMails.all());
    run = new Run(folder);
  }

  @TestFactory
  Stream<DynamicTest> versionsOfEachSampleAreWhatItsFileSays() throws IOException {
    return Sample.all().stream()
        .filter(sample -> sample.mailboxes().size() == 1)
        .map(
            sample ->
                DynamicTest.dynamicTest(
                    sample.name(),
                    () -> {
                      Run.Result result =
                          new Run(sample.folder())
                              .of("versions", sample.mailboxes().get(0).getFileName().toString());
                      assertSame(sample.name() + ".txt", result.out());
                    }));
  }

  @Test
  void versionsOfANamedSeries() throws IOException {
    Run.Result result = versions("v2-2");
    assertSame("list.txt", result.out());
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void coloursFollowTheStepsOfAPatch() throws IOException {
    assertSame("list-colored.txt", versions("v2-2", "--color").out());
  }

  @Test
  void patchesThatComeMoveAndGo() throws IOException {
    mails.write("moves.mbox", moves());
    assertSame("moves.txt", run.of("versions", "moves.mbox").out());
  }

  @Test
  void twelveVersionsFitInto80Columns() throws IOException {
    mails.write("twelve.mbox", many(12));
    Run.Result result = run.of("versions", "twelve.mbox");
    assertSame("twelve.txt", result.out());
    assertThat(result.out().lines()).allMatch(line -> line.length() <= 80);
    assertSame("twelve-200.txt", run.of("versions", "twelve.mbox", "--width", "200").out());
  }

  @Test
  void whatDoesNotFitGoesOnBelow() throws IOException {
    mails.write("many.mbox", many(30));
    Run.Result result = run.of("versions", "many.mbox", "--width=60");
    assertSame("many-60.txt", result.out());
    assertThat(result.out().lines()).allMatch(line -> line.length() <= 60);
  }

  @Test
  void hostileTitleCannotMoveTheCursor() {
    mails.write("v1.mbox", Mails.patch("PATCH", "o\tn\u001b[2Je\u202e", "new"));
    assertThat(run.of("versions", "v1.mbox").out())
        .contains("o n^[[2Je<U+202E>")
        .doesNotContain("\u001b", "\u202e", "\t");
  }

  @Test
  void nothingAndTooMuchAreRefused() {
    assertThat(run.of("versions").err())
        .isEqualTo(
            """
            error: no series or mailbox given
            hint: reroll versions BEFORE AFTER
            hint: reroll versions --help
            """);
    assertThat(run.of("versions", "list.mbox", "b", "c").err())
        .startsWith("error: 'c' is one name too many, two can be compared\n");
    assertThat(run.of("versions", "").err()).startsWith("error: a mailbox has an empty name\n");
    assertThat(run.of("versions", "list.mbox", "--width=3").err())
        .startsWith("error: --width takes a number from 40 to 10000, not '3'\n");
  }

  private Run.Result versions(String id, String... more) {
    Stream<String> words = Stream.of("versions", ListMails.address(id), "--mbox", "list.mbox");
    return run.of(Stream.concat(words, Stream.of(more)).toArray(String[]::new));
  }

  /** v1: one, two, three; v2: three, one, two changed; v3: 2/3 is not there; v4: two is gone. */
  private static String moves() {
    return Mails.patch("PATCH 1/3", "one", "new")
        + Mails.patch("PATCH 2/3", "two", "new")
        + Mails.patch("PATCH 3/3", "three", "new")
        + Mails.patch("PATCH v2 1/3", "three", "new")
        + Mails.patch("PATCH v2 2/3", "one", "new")
        + Mails.patch("PATCH v2 3/3", "two", "newer")
        + Mails.patch("PATCH v3 1/3", "three", "new")
        + Mails.patch("PATCH v3 3/3", "two", "newer")
        + Mails.patch("PATCH v4 1/3", "three", "new")
        + Mails.patch("PATCH v4 2/3", "one", "new")
        + Mails.patch("PATCH v4 3/3", "four", "new")
        + Mails.patch("PATCH v5 1/2", "one", "new")
        + Mails.patch("PATCH v5 2/2", "two", "newest");
  }

  private static String many(int count) {
    StringBuilder text = new StringBuilder();
    IntStream.rangeClosed(1, count)
        .mapToObj(
            version ->
                Mails.patch(tag(version, 1), "one", version > 4 ? "newer" : "new")
                    + Mails.patch(tag(version, 2), "two", "new" + version / 3))
        .forEach(text::append);
    return text.toString();
  }

  private static String tag(int version, int ordinal) {
    String rfc = version == 1 ? "RFC " : "";
    return rfc + "PATCH v" + version + " " + ordinal + "/2";
  }

  private static void assertSame(String file, String printed) throws IOException {
    Path expected = EXPECTED.resolve(file);
    if (UPDATE) {
      Files.createDirectories(EXPECTED);
      Files.writeString(expected, printed);
    }
    assertThat(printed).as(file).isEqualTo(Files.readString(expected));
  }
}
