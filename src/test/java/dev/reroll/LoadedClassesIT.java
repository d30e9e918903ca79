package dev.reroll;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Keeps the start short: a comparison of plain mails loads no class of a library, picocli's only
 * where there are options to parse, and JGit's configuration parser only where colours are
 * configured. Run without an archive, which would load its classes all at once.
 */
class LoadedClassesIT {
  private static final Pattern LOADED = Pattern.compile("\\[class,load *\\] ([\\w.$]+)");
  private static final List<String> OURS_AND_JAVAS =
      List.of("java.", "javax.", "jdk.", "sun.", "dev.reroll.");
  private static final String SAMPLE = Path.of("samples", "code-changed").toAbsolutePath() + "/";

  private final Path folder;
  private final PackagedLauncher launcher;

  LoadedClassesIT(@TempDir Path folder) throws IOException {
    this.folder = folder.toRealPath();
    launcher = PackagedLauncher.packaged(this.folder);
  }

  static List<Path> jdks() throws IOException {
    return InstalledJdks.homes();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void plainMailsLoadNoLibrary(Path jdk) throws Exception {
    assertThat(foreignClasses(jdk, Map.of())).isEmpty();
  }

  /** The first one costs what tens of classes do. */
  @ParameterizedTest
  @MethodSource("jdks")
  void plainMailsMakeNoLambda(Path jdk) throws Exception {
    foreignClasses(jdk, Map.of());
    assertThat(Files.readAllLines(folder.resolve("classes.txt")))
        .anyMatch(line -> line.contains("dev.reroll.rangediff."))
        .noneMatch(line -> line.contains("dev.reroll.") && line.contains("$$Lambda"));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void aRepositoryWithoutTheBlobsLoadsNoLibrary(Path jdk) throws Exception {
    Path repository = Files.createDirectory(folder.resolve("foreign.git"));
    Files.createDirectory(repository.resolve("objects"));
    Files.createDirectory(repository.resolve("refs"));
    Files.writeString(repository.resolve("HEAD"), "ref: refs/heads/main\n");

    assertThat(foreignClasses(jdk, Map.of("GIT_DIR", repository.toString()))).isEmpty();
    assertThat(folder.resolve("classes.txt"))
        .content()
        .contains("dev.reroll.repo.objects.ObjectPresence");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void optionsLoadTheirParserOnly(Path jdk) throws Exception {
    assertThat(foreignClasses(jdk, Map.of(), "--creation-factor=80"))
        .contains("picocli.CommandLine")
        .allMatch(name -> name.startsWith("picocli."));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void configurationOfOtherThingsLoadsNoLibrary(Path jdk) throws Exception {
    Path config = Files.writeString(folder.resolve("config"), "[core]\n\tabbrev = 12\n");
    Map<String, String> environment =
        Map.of(
            "GIT_CONFIG_GLOBAL", config.toString(),
            "GIT_CONFIG_COUNT", "1",
            "GIT_CONFIG_KEY_0", "user.name",
            "GIT_CONFIG_VALUE_0", "Ada Example");

    assertThat(foreignClasses(jdk, environment)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void configuredColoursLoadTheConfigurationParserOnly(Path jdk) throws Exception {
    Path config = Files.writeString(folder.resolve("config"), "[color]\n\tui = always\n");

    List<String> loaded = foreignClasses(jdk, Map.of("GIT_CONFIG_GLOBAL", config.toString()));

    assertThat(loaded)
        .isNotEmpty()
        .allMatch(name -> name.startsWith("org.eclipse.jgit."))
        .noneMatch(name -> name.endsWith(".Repository") || name.contains(".storage."));
  }

  /** Returns the classes that are neither ours nor the JDK's. */
  private List<String> foreignClasses(Path jdk, Map<String, String> variables, String... options)
      throws Exception {
    Path log = folder.resolve("classes.txt");
    Map<String, String> environment = new HashMap<>(variables);
    environment.put("REROLL_JAVA", jdk.toString());
    environment.put("GIT_CONFIG_SYSTEM", "/dev/null");
    environment.putIfAbsent("GIT_DIR", "/dev/null");
    environment.put("REROLL_OPTS", "-Xlog:class+load:file=" + log);
    List<String> words = new ArrayList<>(List.of("diff", SAMPLE + "v1.mbox", SAMPLE + "v2.mbox"));
    words.addAll(List.of(options));
    PackagedLauncher.Result result = launcher.run(environment, words.toArray(String[]::new));
    assertThat(result.exitCode()).isZero();
    List<String> loaded =
        LOADED.matcher(Files.readString(log)).results().map(found -> found.group(1)).toList();
    assertThat(loaded).contains("dev.reroll.launch.Main", "dev.reroll.render.text.RangeDiffText");
    return loaded.stream()
        .filter(name -> OURS_AND_JAVAS.stream().noneMatch(name::startsWith))
        .toList();
  }
}
