package dev.reroll;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The packaged program indexes a mirror on every JDK, and says nothing else. */
class MirrorIT {
  private final Path folder;
  private final PackagedLauncher launcher;

  MirrorIT(@TempDir Path folder) throws IOException {
    this.folder = folder.toRealPath();
    launcher = PackagedLauncher.packaged(this.folder);
  }

  static List<Path> jdks() throws IOException {
    return InstalledJdks.homes();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void nativeLibraryIsUnpackedOnceAndLoadedWithoutAWord(Path jdk) throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    Map<String, String> environment =
        Map.of("REROLL_JAVA", jdk.toString(), "REROLL_OPTS", "-Djava.io.tmpdir=" + temporary);
    String inbox = launcher.lib().resolve("training/inbox").toString();

    assertThat(launcher.run(environment, "index", inbox))
        .isEqualTo(new PackagedLauncher.Result(0, "", "inbox: 1 mail, 1 new\n"));
    assertThat(launcher.run(environment, "index", inbox))
        .isEqualTo(new PackagedLauncher.Result(0, "", "inbox: 1 mail, 0 new\n"));

    try (Stream<Path> unpacked = Files.list(temporary)) {
      assertThat(unpacked).isEmpty();
    }
    try (Stream<Path> kept = Files.walk(folder.resolve(".cache/reroll/native"))) {
      assertThat(kept.filter(Files::isRegularFile)).hasSize(1);
    }
  }
}
