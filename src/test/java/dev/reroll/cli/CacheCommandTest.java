package dev.reroll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
                2, "", "error: cache takes no name, not even clear\nhint: reroll cache --clear\n"));
  }

  @Test
  void withoutAHomeThereIsNoCache() {
    assertThat(new Run(folder).with("HOME", "").of("cache"))
        .isEqualTo(
            new Run.Result(
                2,
                "",
                """
                error: there is no cache without a home: neither HOME nor XDG_CACHE_HOME is set
                hint: HOME=~ reroll cache
                """));
  }
}
