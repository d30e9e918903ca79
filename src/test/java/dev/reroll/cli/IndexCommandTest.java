package dev.reroll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.source.mirror.SmallMirror;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code reroll index} says, where it keeps its index, and how it ends. */
class IndexCommandTest {
  private final Path folder;
  private final Run run;

  IndexCommandTest(@TempDir Path folder) {
    this.folder = folder;
    this.run = new Run(folder);
  }

  @Test
  void inboxHasALineOnStandardErrorOnly() throws Exception {
    mirror("lists/b/git/0.git");
    mirror("lists/a/git/0.git");

    assertThat(run.of("index", "lists"))
        .isEqualTo(new Run.Result(0, "", "a: 1 mail, 1 new\nb: 1 mail, 1 new\n"));
    assertThat(run.of("index", "lists/a", "lists/b").err())
        .isEqualTo("a: 1 mail, 0 new\nb: 1 mail, 0 new\n");
    assertThat(run.of("index", "--rebuild", "lists/b/").err()).isEqualTo("b: 1 mail, 1 new\n");
    assertThat(run.of("index", "-q", "lists")).isEqualTo(new Run.Result(0, "", ""));
    assertThat(indexes(folder.resolve(".cache"))).isEqualTo(2);
  }

  @Test
  void mailThatDefeatsTheMailLibraryStopsNeitherTheIndexNorALookUp() throws Exception {
    String odd = Mails.hostile("[PATCH v2 2/2] odd", "odd@example.org");
    String answer = "In-Reply-To: <PATCH-v2-one-newer@example.org>\n";
    SmallMirror.make(
        folder.resolve("l/git/0.git"),
        Stream.of(
                Mails.patch("PATCH", "one", "new"),
                Mails.patch("PATCH v2", "one", "newer"),
                odd.replace("Content-Type", answer + "Content-Type"))
            .map(mail -> mail.substring(mail.indexOf('\n') + 1))
            .toList());
    Run.Result indexed = run.of("index", "l");
    assertThat(indexed.err())
        .matches(
            "warning: [0-9a-f]{40}:0: the mail <odd@example.org> cannot be read; only its place in"
                + " the thread is known\nl: 3 mails, 3 new\n");
    assertThat(indexed.exitCode()).isZero();

    Run.Result diff = run.of("diff", "--mirror=l", "PATCH-v2-one-newer@example.org", "--offline");
    assertThat(diff.err())
        .contains("left out: 1 mail unreadable ('[PATCH v2 2/2] odd')\n")
        .contains("this mail cannot be read (IndexOutOfBoundsException); left out\n");
    assertThat(diff.out()).startsWith("1:  ");
    assertThat(diff.exitCode()).isZero();
  }

  @Test
  void indexIsKeptBelowTheCacheFolderOfTheEnvironment() throws Exception {
    mirror("l/git/0.git");
    Path cache = folder.resolve("elsewhere");
    assertThat(run.with("XDG_CACHE_HOME", cache.toString()).of("index", "l").exitCode()).isZero();
    assertThat(indexes(cache)).isEqualTo(1);
    assertThat(mode(cache.resolve("reroll"))).isEqualTo("rwx------");
    try (Stream<Path> files = Files.list(cache.resolve("reroll/index"))) {
      assertThat(mode(files.findFirst().orElseThrow())).isEqualTo("rw-------");
    }
    assertThat(folder.resolve(".cache")).doesNotExist();
  }

  @Test
  void withoutANameTheConfiguredMirrorsAreIndexed() throws Exception {
    mirror("lists/a/git/0.git");
    mirror("lists/b/git/0.git");
    Files.writeString(
        folder.resolve(".gitconfig"),
        "[reroll]\n\tmirror = ~/lists/b\n\tmirror = " + folder.resolve("lists/a") + "\n");
    assertThat(run.of("index").err()).isEqualTo("b: 1 mail, 1 new\na: 1 mail, 1 new\n");
  }

  @Test
  void indexThatCannotBeWrittenIsRefused() throws Exception {
    mirror("l/git/0.git");
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    Run.Result result = run.with("XDG_CACHE_HOME", file.toString()).of("index", "l");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .startsWith("error: cannot write index '" + file + "/reroll/index/l-")
        .contains("\nhint: XDG_CACHE_HOME=/var/tmp/cache reroll index " + folder + "/l\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "index | no mirror given, and none in reroll.mirror",
        "index nowhere | cannot read mirror 'FOLDER/nowhere': no such folder",
        "index plain | cannot read mirror 'FOLDER/plain': no public-inbox epoch in it, such as"
            + " git/0.git",
        "index --frob l | unknown option: '--frob'",
      })
  void whatCannotBeIndexedIsAnErrorAndAHint(String line, String error) throws IOException {
    Files.createDirectories(folder.resolve("plain"));
    Run.Result result = run.of(line.split(" "));
    assertThat(result.err())
        .startsWith("error: " + error.replace("FOLDER", folder.toString()) + "\nhint: ");
    assertThat(result.out()).isEmpty();
    assertThat(result.exitCode()).isEqualTo(2);
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private void mirror(String name) throws IOException {
    SmallMirror.make(folder.resolve(name));
  }

  private static long indexes(Path cache) throws IOException {
    try (Stream<Path> files = Files.list(cache.resolve("reroll/index"))) {
      return files.count();
    }
  }
}
