package dev.reroll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code reroll cache}: what it shows, and what it deletes. */
class CacheCommandTest {
  private final Path folder;
  private final Path answers;

  CacheCommandTest(@TempDir Path folder) {
    this.folder = folder;
    this.answers = folder.resolve(".cache/reroll/http");
  }

  @Test
  void anEmptyCacheIsShown() {
    assertThat(new Run(folder).of("cache"))
        .isEqualTo(new Run.Result(0, answers + ": 0 answers, 0 kB\n", ""));
  }

  @Test
  void answersAreCountedAndDeletedAndNothingElseIs() throws IOException {
    Path index = folder.resolve(".cache/reroll/index/list.sqlite");
    Files.createDirectories(answers);
    Files.createDirectories(index.getParent());
    Files.write(answers.resolve("a1.answer"), new byte[1500]);
    Files.write(answers.resolve("a2.answer"), new byte[1]);
    Files.writeString(answers.resolve("README"), "not ours");
    Files.writeString(index, "stays");
    assertThat(new Run(folder).of("cache").out()).isEqualTo(answers + ": 2 answers, 2 kB\n");
    assertThat(new Run(folder).of("cache", "--clear"))
        .isEqualTo(new Run.Result(0, answers + ": deleted 2 answers, 2 kB\n", ""));
    assertThat(answers)
        .isDirectoryContaining("glob:**/README")
        .isDirectoryNotContaining("glob:**.answer");
    assertThat(index).hasContent("stays");
  }

  @Test
  void archivesOfEachInstallationAreShownWithSizeAndLastUse() throws IOException {
    Path archives = install("one", Instant.now());
    Files.write(archives.resolve("17-x.rest.archive"), new byte[2000]);
    assertThat(new Run(folder).of("cache"))
        .isEqualTo(
            new Run.Result(
                0,
                answers
                    + ": 0 answers, 0 kB\n"
                    + archives
                    + ": archives, 3 kB, last used "
                    + LocalDate.now(ZoneOffset.UTC)
                    + "\n",
                ""));
    assertThat(archives.resolve("17-x.plain.archive")).exists();
  }

  @Test
  void archivesAreDeletedWithTheAnswers() throws IOException {
    Path archives = install("one", Instant.now());
    assertThat(new Run(folder).of("cache", "--clear").out())
        .contains("\n" + archives + ": deleted archives, 1 kB, last used ");
    assertThat(folder.resolve(".cache/reroll/archive")).isEmptyDirectory();
  }

  @Test
  void archivesWithoutAnInstallationAreRemoved() throws IOException {
    Path kept = install("one", Instant.now());
    Path jarGone = install("two", Instant.now());
    Files.delete(folder.resolve("two/lib/reroll.jar"));
    assertThat(new Run(folder).of("cache").err())
        .isEqualTo("removed the archives in " + jarGone + ", 1 kB: its installation is gone\n");
    Files.delete(folder.resolve("jdk/bin/java"));
    assertThat(new Run(folder).of("cache").err())
        .isEqualTo("removed the archives in " + kept + ", 1 kB: its installation is gone\n");
    assertThat(folder.resolve(".cache/reroll/archive")).isEmptyDirectory();
  }

  @Test
  void archivesThatNobodyUsedFor30DaysAreRemoved() throws IOException {
    Path older = install("older", Instant.now().minus(Duration.ofDays(31)));
    Path newer = install("newer", Instant.now().minus(Duration.ofDays(29)));
    Path noted = install("noted", Instant.now().minus(Duration.ofDays(400)));
    Files.createFile(noted.resolve("used"));
    assertThat(new Run(folder).of("cache").err())
        .isEqualTo("removed the archives in " + older + ", 1 kB: not used for 30 days\n");
    assertThat(List.of(newer, noted)).allMatch(Files::isDirectory);
    assertThat(older).doesNotExist();
  }

  @Test
  void archivesThatAProcessHasOpenOrAMakerWorksOnStay() throws IOException {
    Path open = install("open", Instant.now().minus(Duration.ofDays(400)));
    Path made = install("made", Instant.now().minus(Duration.ofDays(400)));
    Files.createDirectory(made.resolve("making"));
    try (FileChannel archive = FileChannel.open(open.resolve("17-x.plain.archive"))) {
      MappedByteBuffer mapped = archive.map(FileChannel.MapMode.READ_ONLY, 0, 1);
      assertThat(new Run(folder).of("cache").err()).isEmpty();
      assertThat(mapped.get(0)).isZero();
    }
    assertThat(List.of(open, made)).allMatch(Files::isDirectory);
  }

  /** Puts an installation with one archive into the test's folder; returns the archive's. */
  private Path install(String name, Instant lastUsed) throws IOException {
    Path lib = Files.createDirectories(folder.resolve(name).resolve("lib"));
    Files.writeString(lib.resolve("reroll.jar"), "a jar");
    Files.createDirectories(folder.resolve("jdk/bin"));
    Files.writeString(folder.resolve("jdk/bin/java"), "a JDK");
    Path place =
        Files.createDirectories(
            Path.of(folder.resolve(".cache/reroll/archive") + "" + folder.resolve("jdk") + lib));
    Path archive = Files.write(place.resolve("17-x.plain.archive"), new byte[1000]);
    FileTime time = FileTime.from(lastUsed);
    Files.getFileAttributeView(archive, BasicFileAttributeView.class).setTimes(time, time, time);
    return place;
  }

  @Test
  void theCacheStandsWhereTheEnvironmentSays() {
    Path elsewhere = folder.resolve("elsewhere");
    assertThat(new Run(folder).with("XDG_CACHE_HOME", elsewhere.toString()).of("cache").out())
        .isEqualTo(elsewhere.resolve("reroll/http") + ": 0 answers, 0 kB\n");
  }

  @Test
  void quietSaysNothing() {
    assertThat(new Run(folder).of("cache", "--clear", "-q")).isEqualTo(new Run.Result(0, "", ""));
  }

  @Test
  void aNameIsRefused() {
    assertThat(new Run(folder).of("cache", "clear"))
        .isEqualTo(
            new Run.Result(
                2, "", "error: cache takes no arguments: clear\nhint: reroll cache --clear\n"));
  }

  @Test
  void withoutAHomeThereIsNoCache() {
    assertThat(new Run(folder).with("HOME", "").of("cache"))
        .isEqualTo(
            new Run.Result(
                2,
                "",
                """
                error: no place for a cache: neither HOME nor XDG_CACHE_HOME is set
                hint: HOME=~ reroll cache
                """));
  }
}
