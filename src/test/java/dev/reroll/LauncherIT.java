package dev.reroll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.PackagedLauncher.Result;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The packaged program, on every JDK of this machine. */
class LauncherIT {
  private static final String VERSION_LINE = "reroll \\S+\n";

  /** An archive is made for each: see building.md. */
  private static final int GROUP_COUNT = 4;

  private final Path folder;
  private final PackagedLauncher launcher;

  LauncherIT(@TempDir Path folder) throws IOException {
    this.folder = folder.toRealPath();
    launcher = PackagedLauncher.packaged(this.folder);
  }

  static List<Path> jdks() throws IOException {
    return InstalledJdks.homes();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void versionIsPrinted(Path jdk) throws Exception {
    assertPrintsVersion(launcher.run(on(jdk), "--version"));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void exitCodePassesThrough(Path jdk) throws Exception {
    Result result = launcher.run(on(jdk), "--no-such-option");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith("error: ");
  }

  @Test
  void newestJdkIsFoundWithoutAnyVariable() throws Exception {
    assertPrintsVersion(launcher.run(Map.of(), "--version"));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void packageMayStandInFolderWithSpaces(Path jdk) throws Exception {
    assertPrintsVersion(copy(folder.resolve("moved here")).run(on(jdk), "--version"));
  }

  @Test
  void launcherIsFoundBehindLinks() throws Exception {
    Path link = folder.resolve("my bin").resolve("reroll");
    Files.createDirectories(folder.resolve("my bin"));
    Files.createSymbolicLink(link, Path.of("../other"));
    PackagedLauncher moved = copy(folder.resolve("moved"));
    Files.createSymbolicLink(folder.resolve("other"), moved.script());

    assertPrintsVersion(new PackagedLauncher(link, folder).run(Map.of(), "--version"));
  }

  @Test
  void launcherIsFoundOnThePath() throws Exception {
    String path = launcher.script().getParent() + ":" + System.getenv("PATH");

    Process run =
        launcher.start(List.of("sh", "-c", "cd / && reroll --version"), Map.of("PATH", path));

    assertPrintsVersion(PackagedLauncher.finish(run));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void archiveIsMadeByTheFirstRunAndUsedByTheNext(Path jdk) throws Exception {
    PackagedLauncher moved = copy(folder.resolve("moved"));
    Path archives = Files.createDirectories(moved.archiveFolder(jdk));
    try (WatchService watch = FileSystems.getDefault().newWatchService()) {
      archives.register(watch, StandardWatchEventKinds.ENTRY_DELETE);
      assertPrintsVersion(moved.run(withArchive(jdk), "--version"));
      awaitMaker(watch);
    }

    assertThat(archivesIn(archives)).hasSize(GROUP_COUNT).allMatch(LauncherIT::isFilled);
    assertThat(sourceOfMain(moved, jdk)).contains("shared objects file");
  }

  /** One class that is missing there opens the jar, which takes as long as the whole comparison. */
  @ParameterizedTest
  @MethodSource("jdks")
  void archiveHasEveryClassOfAComparison(Path jdk) throws Exception {
    PackagedLauncher moved = copy(folder.resolve("moved"));
    makeArchive(moved, jdk);

    for (String sample : List.of("code-changed", "rewritten", "split", "rebased", "reordered")) {
      assertArchiveHasAll(moved, jdk, sample);
    }
    Files.writeString(folder.resolve(".gitconfig"), "[color]\n\tui = auto\n");
    assertArchiveHasAll(moved, jdk, "code-changed");
  }

  private void assertArchiveHasAll(PackagedLauncher moved, Path jdk, String sample)
      throws Exception {
    Path mails = Path.of("samples", sample).toAbsolutePath();
    String comparison = "diff '%1$s/v1.mbox' '%1$s/v2.mbox'".formatted(mails);
    assertThat(classLog(moved, jdk, comparison))
        .as(sample)
        .anyMatch(line -> line.contains("dev.reroll.render.text.RangeDiffText "))
        .noneMatch(line -> line.contains("source: file:"));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void makerOfTheArchiveIsNotAChildOfTheProgram(Path jdk) throws Exception {
    PackagedLauncher moved = copy(folder.resolve("moved"));
    Path archives = Files.createDirectories(moved.archiveFolder(jdk));
    try (WatchService watch = FileSystems.getDefault().newWatchService()) {
      archives.register(watch, StandardWatchEventKinds.ENTRY_DELETE);
      Process run = startHeld(moved, withArchive(jdk));

      assertThat(run.children()).isEmpty();

      run.destroy();
      awaitMaker(watch);
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void makerRemovesTheArchivesOfAnInstallationThatIsGone(Path jdk) throws Exception {
    PackagedLauncher gone = copy(folder.resolve("gone"));
    PackagedLauncher moved = copy(folder.resolve("moved"));
    makeArchive(gone, jdk);
    assertThat(archivesIn(gone.archiveFolder(jdk))).hasSize(GROUP_COUNT);
    Files.delete(gone.lib().resolve("reroll.jar"));

    makeArchive(moved, jdk);

    assertThat(gone.archiveFolder(jdk)).doesNotExist();
    assertThat(archivesIn(moved.archiveFolder(jdk))).hasSize(GROUP_COUNT);
    assertThat(moved.archiveFolder(jdk).resolve("used")).isEmptyFile();
    for (Path file : archivesIn(moved.archiveFolder(jdk))) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .endsWith("------");
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void runWhoseArchiveIsRemovedWhileItStartsIsNotDisturbed(Path jdk) throws Exception {
    Path archive = folder.resolve("removed.archive");
    Map<String, String> environment = new HashMap<>(on(jdk));
    String option = takesAotCache(jdk) ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=";
    environment.put("REROLL_OPTS", option + archive);

    assertPrintsVersion(launcher.run(environment, "--version"));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void damagedArchiveIsPassedOverSilently(Path jdk) throws Exception {
    PackagedLauncher moved = copy(folder.resolve("moved"));
    makeArchive(moved, jdk);
    for (Path archive : archivesIn(moved.archiveFolder(jdk))) {
      Files.delete(archive);
      Files.writeString(archive, "no archive at all".repeat(1000));
    }

    assertPrintsVersion(moved.run(withArchive(jdk), "--version"));
    assertThat(sourceOfMain(moved, jdk)).doesNotContain("shared objects file");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void firstRunsAtOnceDoNotDisturbEachOther(Path jdk) throws Exception {
    PackagedLauncher moved = copy(folder.resolve("moved"));
    Path archives = Files.createDirectories(moved.archiveFolder(jdk));
    try (WatchService watch = FileSystems.getDefault().newWatchService()) {
      archives.register(watch, StandardWatchEventKinds.ENTRY_DELETE);
      List<Process> runs = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        runs.add(moved.start(withArchive(jdk), "--version"));
      }
      for (Process run : runs) {
        assertPrintsVersion(PackagedLauncher.finish(run));
      }
      awaitMaker(watch);
    }

    assertThat(archivesIn(archives)).hasSize(GROUP_COUNT).allMatch(LauncherIT::isFilled);
    assertPrintsVersion(moved.run(withArchive(jdk), "--version"));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void cacheFolderThatCannotBeWrittenIsPassedOverSilently(Path jdk) throws Exception {
    PackagedLauncher moved = copy(folder.resolve("moved"));
    Path noFolder = Files.writeString(folder.resolve("file"), "not a folder");
    Map<String, String> environment = new HashMap<>(withArchive(jdk));
    environment.put("XDG_CACHE_HOME", noFolder.toString());

    assertPrintsVersion(moved.run(environment, "--version"));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void signalEndsTheProgramItself(Path jdk) throws Exception {
    Process run = startHeld(launcher, on(jdk));

    // Not run.destroy(), which ends standard input, too: then the program may end first, by itself.
    run.toHandle().destroy();

    assertThat(run.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(run.exitValue()).isEqualTo(143);
  }

  @Test
  void closedPipeIsQuiet() throws Exception {
    String pipe = "'" + launcher.script() + "' --version | :";

    Result result = PackagedLauncher.finish(launcher.start(List.of("sh", "-c", pipe), Map.of()));

    assertThat(result).isEqualTo(new Result(0, "", ""));
  }

  /**
   * Starts a run that goes on until it is stopped. More than a pipe holds is read, so it is there.
   */
  private static Process startHeld(PackagedLauncher launcher, Map<String, String> environment)
      throws IOException {
    return launcher.startReading(environment, "From a mailbox that does not end\n".repeat(10_000));
  }

  private static void assertPrintsVersion(Result result) {
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).matches(VERSION_LINE);
    assertThat(result.exitCode()).isZero();
  }

  /** Whether the launcher starts this JDK with an AOT cache: from Java 25 on. */
  private static boolean takesAotCache(Path jdk) throws IOException {
    String release = Files.readString(jdk.resolve("release"));
    String version = release.substring(release.indexOf("JAVA_VERSION=\"") + 14);
    return Integer.parseInt(version.substring(0, version.indexOf('.'))) >= 25;
  }

  private static Map<String, String> withArchive(Path jdk) {
    return Map.of("REROLL_JAVA", jdk.toString(), "REROLL_ARCHIVE", "yes");
  }

  private static Map<String, String> on(Path jdk) {
    return Map.of("REROLL_JAVA", jdk.toString());
  }

  /** Waits until a maker has taken its lock away, which is the last that it does. */
  private static void awaitMaker(WatchService watch) throws InterruptedException {
    boolean isDone = false;
    while (!isDone) {
      WatchKey key = watch.poll(300, TimeUnit.SECONDS);
      assertThat(key).as("an archive within five minutes").isNotNull();
      isDone =
          key.pollEvents().stream()
              .anyMatch(event -> String.valueOf(event.context()).equals("making"));
      key.reset();
    }
  }

  private void makeArchive(PackagedLauncher moved, Path jdk) throws Exception {
    Path lib = moved.lib();
    List<String> command =
        List.of(
            "sh",
            lib.resolve("make-archive").toString(),
            jdk.toString(),
            lib.toString(),
            moved.archiveFolder(jdk).toString());
    Result result = PackagedLauncher.finish(moved.start(command, Map.of()));
    assertThat(result).isEqualTo(new Result(0, "", ""));
  }

  /** Returns the line that says where the JVM took the main class from. */
  private String sourceOfMain(PackagedLauncher from, Path jdk) throws Exception {
    return classLog(from, jdk, "--version").stream()
        .filter(line -> line.contains("dev.reroll.launch.Main "))
        .findFirst()
        .orElseThrow();
  }

  /** Returns the lines that say where the JVM took each class from when it ran {@code words}. */
  private List<String> classLog(PackagedLauncher from, Path jdk, String words) throws Exception {
    Map<String, String> environment = new HashMap<>(withArchive(jdk));
    environment.put("REROLL_OPTS", "-Xlog:class+load:file=classes.log");
    String command = "cd '" + folder + "' && '" + from.script() + "' " + words;
    Result result = PackagedLauncher.finish(from.start(List.of("sh", "-c", command), environment));
    assertThat(result.exitCode()).isZero();
    return Files.readAllLines(folder.resolve("classes.log"));
  }

  private PackagedLauncher copy(Path target) throws Exception {
    Path home = launcher.lib().resolveSibling(".").normalize();
    Process copying =
        launcher.start(List.of("cp", "-R", home.toString(), target.toString()), Map.of());
    assertThat(PackagedLauncher.finish(copying)).isEqualTo(new Result(0, "", ""));
    return new PackagedLauncher(target.resolve("bin/reroll"), launcher.folder());
  }

  private static List<Path> archivesIn(Path place) throws IOException {
    try (Stream<Path> files = Files.list(place)) {
      return files.filter(file -> file.toString().endsWith(".archive")).toList();
    }
  }

  private static boolean isFilled(Path archive) {
    return archive.toFile().length() > 0;
  }
}
