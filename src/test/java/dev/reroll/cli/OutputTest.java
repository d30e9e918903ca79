package dev.reroll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the result goes, through which pager, and in which colours. */
class OutputTest {
  private static final String RED = "\u001b[31m";

  private final Path folder;
  private final Run run;

  OutputTest(@TempDir Path folder) {
    this.folder = folder;
    new Mails(folder).twoVersions();
    run = new Run(folder);
  }

  @Test
  void fileGetsTheWholeResult() throws Exception {
    Run.Result result = run.compare("-o", "out.txt");
    assertThat(result.out()).isEmpty();
    assertThat(folder.resolve("out.txt")).content().isEqualTo(Mails.COMPARISON);
    assertThat(names()).containsExactly("out.txt", "v1.mbox", "v2.mbox");
  }

  @Test
  void fileThatIsThereIsReplaced() throws Exception {
    Files.writeString(folder.resolve("real.txt"), "a line of an earlier run\n".repeat(100));
    Files.createSymbolicLink(folder.resolve("out.txt"), Path.of("real.txt"));
    run.compare("--output-diff=out.txt");
    assertThat(folder.resolve("real.txt")).content().isEqualTo(Mails.COMPARISON);
    assertThat(folder.resolve("out.txt")).isSymbolicLink();
  }

  @Test
  void linkThatWasPlantedForATemporaryFileIsNotFollowed() throws Exception {
    Files.writeString(folder.resolve("victim"), "precious\n");
    Files.createSymbolicLink(folder.resolve(".out.txt.part"), Path.of("victim"));
    assertThat(run.compare("-o", "out.txt").exitCode()).isZero();
    assertThat(folder.resolve("victim")).content().isEqualTo("precious\n");
    assertThat(folder.resolve("out.txt")).content().isEqualTo(Mails.COMPARISON);
    assertThat(names()).containsExactly(".out.txt.part", "out.txt", "v1.mbox", "v2.mbox", "victim");
  }

  @Test
  void linkToAFileThatIsNotThereYetMakesThatFile() throws Exception {
    Files.createDirectory(folder.resolve("place"));
    Files.createSymbolicLink(folder.resolve("out.txt"), Path.of("place/real.txt"));
    assertThat(run.compare("-o", "out.txt").exitCode()).isZero();
    assertThat(folder.resolve("out.txt")).isSymbolicLink();
    assertThat(folder.resolve("place/real.txt")).content().isEqualTo(Mails.COMPARISON);
  }

  @Test
  void linksThatGoRoundAreAnError() throws Exception {
    Files.createSymbolicLink(folder.resolve("out.txt"), Path.of("other.txt"));
    Files.createSymbolicLink(folder.resolve("other.txt"), Path.of("out.txt"));
    Run.Result result = run.compare("-o", "out.txt");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .contains("error: cannot write 'out.txt': too many levels of symbolic links\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-------", "rw-rw----", "rwxr-x---", "rw-rw-rw-"})
  void fileThatIsThereKeepsItsMode(String mode) throws Exception {
    Path file = Files.writeString(folder.resolve("out.txt"), "old\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    assertThat(run.compare("-o", "out.txt").exitCode()).isZero();
    assertThat(file).content().isEqualTo(Mails.COMPARISON);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo(mode);
  }

  @Test
  void fullDiskBehindAnOptionIsAnError() {
    Run.Result result = run.compare("-o", "/dev/full");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("cannot write '/dev/full': No space left on device\n");
  }

  @Test
  void namedPipeIsWrittenToAsItIs() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> contentOf(pipe));
    assertThat(run.compare("-o", "pipe").exitCode()).isZero();
    assertThat(read.get(1, TimeUnit.MINUTES)).isEqualTo(Mails.COMPARISON);
    assertThat(Files.isRegularFile(pipe)).isFalse();
  }

  private static String contentOf(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Test
  void runsBesideEachOtherLeaveOneWholeFile() throws Exception {
    List<CompletableFuture<Run.Result>> runs =
        Stream.generate(
                () -> CompletableFuture.supplyAsync(() -> new Run(folder).compare("-o", "out.txt")))
            .limit(12)
            .toList();
    for (CompletableFuture<Run.Result> each : runs) {
      assertThat(each.get(1, TimeUnit.MINUTES).exitCode()).isZero();
    }
    assertThat(folder.resolve("out.txt")).content().isEqualTo(Mails.COMPARISON);
    assertThat(names()).containsExactly("out.txt", "v1.mbox", "v2.mbox");
  }

  @Test
  void fileIsLeftAloneWhereNothingIsCompared() throws Exception {
    Files.writeString(folder.resolve("out.txt"), "kept\n");
    assertThat(run.diff("v1.mbox", "nosuch.mbox", "-o", "out.txt").exitCode()).isEqualTo(2);
    assertThat(folder.resolve("out.txt")).content().isEqualTo("kept\n");
    assertThat(names()).containsExactly("out.txt", "v1.mbox", "v2.mbox");
  }

  @ParameterizedTest
  @CsvSource({
    "no/such/out.txt,no such folder,mkdir -p no/such",
    ".,it is a folder,reroll diff -o FILE BEFORE AFTER"
  })
  void fileThatCannotBeIsRefusedBeforeAnyWork(String file, String why, String hint) {
    assertThat(run.compare("-o", file))
        .isEqualTo(
            new Run.Result(
                2, "", "error: cannot write '" + file + "': " + why + "\nhint: " + hint + "\n"));
  }

  @Test
  void dashIsStandardOutput() {
    assertThat(run.compare("-o", "-").out()).isEqualTo(Mails.COMPARISON);
  }

  @Test
  void closedPipeEndsQuietly() {
    Run.Result result = run.intoBroken("Broken pipe", "diff", "-q", "v1.mbox", "v2.mbox");
    assertThat(result).isEqualTo(new Run.Result(0, "", ""));
    assertThat(run.intoBroken("Broken pipe", "diff", "--help").err()).isEmpty();
  }

  @Test
  void fullDiskIsAnError() {
    assertThat(run.intoBroken("No space left on device", "diff", "-q", "v1.mbox", "v2.mbox"))
        .isEqualTo(
            new Run.Result(
                2,
                "",
                """
                error: cannot write the result: No space left on device
                hint: reroll diff -o FILE BEFORE AFTER
                """));
  }

  @Test
  void pagerIsTheFirstOfGitPagerCorePagerPager() throws Exception {
    run.onTerminal().with("PAGER", "cat >PAGER");
    assertPagedBy("PAGER");
    config("[core]\n\tpager = cat >core.pager\n");
    assertPagedBy("core.pager");
    run.with("GIT_PAGER", "cat >GIT_PAGER");
    assertPagedBy("GIT_PAGER");
  }

  @Test
  void pagerOfTheCommandGoesBeforeThatOfAllCommands() throws Exception {
    run.onTerminal();
    config("[core]\n\tpager = cat >core.pager\n[pager]\n\trange-diff = cat >own\n");
    assertPagedBy("own");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cat", "", "  "})
  void catOrNothingMeansNoPager(String pager) {
    run.onTerminal().with("PAGER", "cat >PAGER").with("GIT_PAGER", pager).with("TERM", "dumb");
    assertThat(run.compare().out()).isEqualTo(Mails.COMPARISON);
    assertThat(folder.resolve("PAGER")).doesNotExist();
  }

  @Test
  void pagerCanBeTurnedOff() throws Exception {
    run.onTerminal().with("PAGER", "cat >PAGER").with("TERM", "dumb");
    assertThat(run.diff("--no-pager", "v1.mbox", "v2.mbox").out()).isEqualTo(Mails.COMPARISON);
    config("[pager]\n\trange-diff = false\n");
    assertThat(run.compare().out()).isEqualTo(Mails.COMPARISON);
    assertThat(folder.resolve("PAGER")).doesNotExist();
  }

  @Test
  void nothingIsPagedIntoAPipeOrAFile() {
    run.with("PAGER", "cat >PAGER");
    assertThat(run.compare().out()).isEqualTo(Mails.COMPARISON);
    run.onTerminal();
    assertThat(run.compare("-o", "out.txt").out()).isEmpty();
    assertThat(folder.resolve("PAGER")).doesNotExist();
  }

  @Test
  void pagerThatIsLeftEarlyIsNoError() throws Exception {
    run.onTerminal().with("GIT_PAGER", "true");
    assertThat(run.diff("-q", "v1.mbox", "v2.mbox")).isEqualTo(new Run.Result(0, "", ""));
  }

  @Test
  void pagerThatIsNotThereLosesNothing() throws Exception {
    run.onTerminal().with("GIT_PAGER", "exec 2>/dev/null; nosuchpager").with("TERM", "dumb");
    assertThat(run.compare().out()).isEqualTo(Mails.COMPARISON);
  }

  @Test
  void lessIsToldToShowColoursAndToLeaveShortTextsAlone() throws Exception {
    run.onTerminal().with("GIT_PAGER", "printf %s \"$LESS $LV\" >env; cat >/dev/null");
    run.compare();
    assertThat(folder.resolve("env")).content().isEqualTo("FRX -c");
    run.with("LESS", "S");
    run.compare();
    assertThat(folder.resolve("env")).content().isEqualTo("S -c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-c", "--color", "--color=always"})
  void colourIsForcedByAnOption(String option) {
    assertThat(run.diff(option, "v1.mbox", "v2.mbox").out()).contains(RED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--color=never", "--no-color", "--color=false"})
  void colourIsForbiddenByAnOption(String option) {
    run.onTerminal().with("GIT_PAGER", "cat");
    assertThat(run.diff(option, "v1.mbox", "v2.mbox").out()).isEqualTo(Mails.COMPARISON);
  }

  @Test
  void colourIsForPeopleByItself() {
    assertThat(run.compare().out()).isEqualTo(Mails.COMPARISON);
    run.onTerminal().with("GIT_PAGER", "cat");
    assertThat(run.compare().out()).contains(RED);
    assertThat(run.compare("--color=auto").out()).contains(RED);
  }

  @Test
  void pagerGetsColours() throws Exception {
    run.onTerminal().with("GIT_PAGER", "cat >paged");
    run.compare();
    assertThat(folder.resolve("paged")).content().contains(RED);
  }

  @ParameterizedTest
  @CsvSource({"NO_COLOR,1", "TERM,dumb"})
  void environmentTurnsColourOffButNotAnOption(String variable, String value) {
    run.onTerminal().with("GIT_PAGER", "cat").with(variable, value);
    assertThat(run.compare().out()).isEqualTo(Mails.COMPARISON);
    assertThat(run.diff("--color=auto", "v1.mbox", "v2.mbox").out()).isEqualTo(Mails.COMPARISON);
    assertThat(run.diff("-c", "v1.mbox", "v2.mbox").out()).contains(RED);
  }

  @Test
  void emptyNoColorMeansNothing() {
    run.onTerminal().with("GIT_PAGER", "cat").with("NO_COLOR", "");
    assertThat(run.compare().out()).contains(RED);
  }

  @Test
  void configurationDecidesColour() throws Exception {
    config("[color]\n\tui = always\n");
    assertThat(run.compare().out()).contains(RED);
    config("[color]\n\tui = always\n\tdiff = never\n");
    assertThat(run.compare().out()).isEqualTo(Mails.COMPARISON);
    config("[color]\n\tui = false\n");
    run.onTerminal().with("GIT_PAGER", "cat");
    assertThat(run.compare().out()).isEqualTo(Mails.COMPARISON);
  }

  @Test
  void configurationDecidesColours() throws Exception {
    config("[color \"diff\"]\n\told = \"#ff0000 bold\"\n");
    assertThat(run.diff("-c", "v1.mbox", "v2.mbox").out())
        .contains("\u001b[1;38;2;255;0;0m")
        .doesNotContain(RED);
  }

  @Test
  void badColourIsAnErrorOnlyWhereColoursAreUsed() throws Exception {
    config("[color \"diff\"]\n\told = reddish\n");
    assertThat(run.diff("-c", "v1.mbox", "v2.mbox"))
        .isEqualTo(
            new Run.Result(
                2,
                "",
                """
                error: 'reddish' is not a colour for color.diff.old
                hint: git config --global --unset color.diff.old
                """));
    assertThat(run.compare().exitCode()).isZero();
  }

  @Test
  void badChoiceInTheConfigurationNamesItsKey() throws Exception {
    config("[color]\n\tui = sometimes\n");
    assertThat(run.compare().err())
        .isEqualTo(
            """
            error: color.ui takes always, auto or never, not 'sometimes'
            hint: git config --global color.ui auto
            """);
  }

  private void assertPagedBy(String file) throws IOException {
    assertThat(run.diff("-q", "--color=never", "v1.mbox", "v2.mbox").out()).isEmpty();
    assertThat(folder.resolve(file)).content().isEqualTo(Mails.COMPARISON);
    Files.delete(folder.resolve(file));
  }

  private void config(String text) throws IOException {
    Files.writeString(folder.resolve(".gitconfig"), text);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
