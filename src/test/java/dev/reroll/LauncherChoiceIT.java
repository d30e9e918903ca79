package dev.reroll;

import static dev.reroll.PackagedLauncher.fakeJdk;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.PackagedLauncher.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher chooses, and hands on; its JDKs print how they were started. */
class LauncherChoiceIT {
  private static final String SMALL = "[-XX:TieredStopAtLevel=1]";

  private final Path folder;
  private final PackagedLauncher launcher;

  LauncherChoiceIT(@TempDir Path folder) throws IOException {
    this.folder = folder.toRealPath();
    launcher = PackagedLauncher.packaged(this.folder);
  }

  @Test
  void newestJdkOfTheUsualFoldersWins() throws Exception {
    Path jdks = folder.resolve(".sdkman/candidates/java");
    fakeJdk(jdks.resolve("98.0.9"), "98.0.9");
    Path newest = fakeJdk(jdks.resolve("98.0.10"), "98.0.10");
    fakeJdk(jdks.resolve("98"), "98");
    Files.createDirectories(jdks.resolve("99-without-java"));

    assertThat(startedJava(Map.of())).isEqualTo(newest);
  }

  @Test
  void newerJdkOfJavaHomeWins() throws Exception {
    fakeJdk(folder.resolve(".sdkman/candidates/java/98"), "98");
    Path newest = fakeJdk(folder.resolve("my jdk"), "98.0.1");

    assertThat(startedJava(Map.of("JAVA_HOME", newest.toString()))).isEqualTo(newest);
  }

  @Test
  void newerJdkBehindLinkOnThePathWins() throws Exception {
    Path newest = fakeJdk(folder.resolve("jdk"), "99");
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Files.createSymbolicLink(bin.resolve("java"), Path.of("../alternatives-java"));
    Files.createSymbolicLink(folder.resolve("alternatives-java"), Path.of("jdk/bin/java"));

    Path java = startedJava(Map.of("PATH", bin + ":" + System.getenv("PATH")));

    assertThat(java.toRealPath()).isEqualTo(newest.toRealPath());
  }

  @Test
  void givenJdkWinsOverNewerOnes() throws Exception {
    fakeJdk(folder.resolve(".sdkman/candidates/java/99"), "99");
    Path given = fakeJdk(folder.resolve("given"), "17.0.1");

    assertThat(startedJava(Map.of("REROLL_JAVA", given.toString()))).isEqualTo(given);
    assertThat(startedJava(Map.of("REROLL_JAVA", given + "/bin/java"))).isEqualTo(given);
  }

  @Test
  void givenJdkThatIsTooOldOrNoneIsAnError() throws Exception {
    Path old = fakeJdk(folder.resolve("old"), "11.0.2");
    for (String given : List.of(old.toString(), folder + "/none", folder.toString())) {
      Result result = launcher.run(Map.of("REROLL_JAVA", given), "--version");

      assertThat(result.exitCode()).isEqualTo(2);
      assertThat(result.out()).isEmpty();
      assertThat(result.err()).startsWith("error: REROLL_JAVA: '" + given + "' is no JDK");
      assertThat(result.err()).endsWith("\nhint: unset REROLL_JAVA\n");
    }
  }

  @Test
  void argumentsPassUntouched() throws Exception {
    List<String> odd =
        List.of("", "a b", "*", "$HOME", "\\n", "-Dx=y", "@file", "--", "two\nlines", "'\"", "ä");

    Result result = launcher.run(fake("21"), odd.toArray(String[]::new));

    String wanted = "[dev.reroll.launch.Main]\n[" + String.join("]\n[", odd) + "]\n";
    assertThat(result.out()).endsWith(wanted);
    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).isEmpty();
  }

  @Test
  void largeInputGetsTheFullCompiler() throws Exception {
    assertThat(started("diff", file("small mbox", 10_000))).contains(SMALL);
    assertThat(started("diff", file("large mbox", 21_000_000))).doesNotContain(SMALL);
    assertThat(started("diff", file("large.gz", 5_000_000))).doesNotContain(SMALL);
    assertThat(started("diff", file("small.gz", 2_000))).contains(SMALL);
  }

  @Test
  void quickCompilerBeginsEarlyOnlyWhereThereIsMuchToDo() throws Exception {
    String early = "[-XX:Tier3InvocationThreshold=50]";
    String unasked = "[-XX:-AOTReplayTraining]";
    assertThat(started("diff", file("small mbox", 10_000))).contains(unasked).doesNotContain(early);
    assertThat(started("diff", file("mbox", 200_000))).doesNotContain(unasked, early);
    assertThat(started("diff", file("middle mbox", 4_000_000))).contains(early);
  }

  @Test
  void largeFolderGetsTheFullCompiler() throws Exception {
    Path large = Files.createDirectories(folder.resolve("maildir/cur"));
    for (int i = 0; i < 6000; i++) {
      Files.createFile(large.resolve("%040d.eml".formatted(i)));
    }
    Path small = Files.createDirectories(folder.resolve("small"));
    Files.createFile(small.resolve("0001-one.patch"));

    assertThat(started("diff", large.toString())).doesNotContain(SMALL);
    assertThat(started("diff", folder + "/maildir")).doesNotContain(SMALL);
    assertThat(started("diff", small.toString())).contains(SMALL);
  }

  @Test
  void archiveIsThatOfTheGroupThatTheRunBelongsTo() throws Exception {
    String mailbox = file("x@example.org.mbox", 1);
    String id = "20261101.1-a@example.org";
    assertThat(archive("diff", mailbox, mailbox)).isEqualTo("plain");
    assertThat(archive("diff", mailbox, mailbox, "-v", "1", "2")).isEqualTo("mailboxes");
    assertThat(archive("--version")).isEqualTo("mailboxes");
    assertThat(archive("diff", mailbox)).isEqualTo("rest");
    assertThat(archive("diff", "-C", id)).isEqualTo("rest");
    assertThat(archive("diff", "https://lore.kernel.org/r/" + id)).isEqualTo("rest");
    assertThat(archive("diff", "-")).isEqualTo("rest");
    assertThat(archive("diff", "--json", mailbox, mailbox)).isEqualTo("rest");
    assertThat(archive("review", mailbox, mailbox)).isEqualTo("rest");
    assertThat(archive("diff", "--mirror", "lkml", id)).isEqualTo("mirrors");
    assertThat(archive("diff", id, "--mirror=lkml")).isEqualTo("mirrors");
    assertThat(archive("index", "lkml")).isEqualTo("mirrors");
  }

  /** There the mails may be applied, by classes that the archives of two mailboxes lack. */
  @Test
  void archiveInsideOfARepositoryIsTheOneThatReadsIt() throws Exception {
    String mailbox = file("v1.mbox", 1);
    Path below = Files.createDirectories(folder.resolve("clone/drivers/io"));
    String fromBelow = "cd '" + below + "' && exec '%s' diff '%2$s' '%2$s'";

    assertThat(archive(of(fromBelow.formatted(launcher.script(), mailbox)))).isEqualTo("plain");
    Files.createDirectory(folder.resolve("clone/.git"));
    assertThat(archive(of(fromBelow.formatted(launcher.script(), mailbox)))).isEqualTo("rest");

    Map<String, String> named = Map.of("GIT_DIR", folder.resolve("clone/.git").toString());
    assertThat(archive(named, List.of(launcher.script().toString(), "diff", mailbox, mailbox)))
        .isEqualTo("rest");
  }

  private static List<String> of(String shellCommand) {
    return List.of("sh", "-c", shellCommand);
  }

  /** Returns the group whose archive a run outside of any repository takes. */
  private String archive(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(launcher.script().toString()));
    command.addAll(List.of(arguments));
    return archive(Map.of("GIT_DIR", "/dev/null"), command);
  }

  private String archive(List<String> command) throws Exception {
    return archive(Map.of(), command);
  }

  /** Returns the group whose archive a JDK is given that has one for each. */
  private String archive(Map<String, String> variables, List<String> command) throws Exception {
    Path jdk = Path.of(fakeHome("21"));
    Path place = Files.createDirectories(launcher.archiveFolder(jdk));
    String id = Files.readString(launcher.lib().resolve("reroll.jar.id")).strip();
    for (String group : List.of("plain", "mailboxes", "rest", "mirrors")) {
      Files.writeString(place.resolve("21+1-" + id + "." + group + ".archive"), "an archive");
    }
    Map<String, String> environment = new HashMap<>(variables);
    environment.putAll(Map.of("REROLL_JAVA", jdk.toString(), "REROLL_ARCHIVE", "yes"));
    return PackagedLauncher.finish(launcher.start(command, environment))
        .out()
        .lines()
        .filter(line -> line.startsWith("[-XX:SharedArchiveFile="))
        .map(line -> line.replaceAll(".*\\.(\\w+)\\.archive\\]", "$1"))
        .findFirst()
        .orElseThrow();
  }

  /** An AOT cache fits only where this option is given as it was in training. */
  @Test
  void nativeCodeIsAllowedOnlyWhereSomeMayBeLoaded() throws Exception {
    String allowed = "[--enable-native-access=ALL-UNNAMED]";
    String mailbox = file("v1.mbox", 1);
    Map<String, String> outside = Map.of("REROLL_JAVA", fakeHome("25"), "GIT_DIR", "/dev/null");

    assertThat(launcher.run(outside, "diff", mailbox, mailbox).out()).doesNotContain(allowed);
    assertThat(launcher.run(outside, "index", "lkml").out()).contains(allowed);
    assertThat(launcher.run(outside, "versions", mailbox).out()).contains(allowed);
  }

  @Test
  void givenOptionsAndColumnsReachJava() throws Exception {
    Map<String, String> environment =
        Map.of("REROLL_OPTS", "-Xmx1g -Da=*", "COLUMNS", "132", "REROLL_JAVA", fakeHome("21"));

    Result result = launcher.run(environment, "diff");

    assertThat(result.out()).contains("[-Xmx1g]\n[-Da=*]", "[-Dreroll.terminal.columns=132]");
    assertThat(result.out())
        .contains("[-Dreroll.terminal.stdout=false]", "[-Dreroll.terminal.stderr=false]");
  }

  private String started(String... arguments) throws Exception {
    return launcher.run(fake("21"), arguments).out();
  }

  private Path startedJava(Map<String, String> environment) throws Exception {
    Result result = launcher.run(environment, "--version");
    assertThat(result.err()).isEmpty();
    String java = result.out().lines().findFirst().orElseThrow();
    assertThat(java).endsWith("/bin/java]");
    return Path.of(java.substring(1, java.length() - "/bin/java]".length()));
  }

  private Map<String, String> fake(String version) throws IOException {
    return Map.of("REROLL_JAVA", fakeHome(version));
  }

  private String fakeHome(String version) throws IOException {
    return fakeJdk(folder.resolve("jdk-" + version), version).toString();
  }

  private String file(String name, int octetCount) throws IOException {
    return Files.write(folder.resolve(name), new byte[octetCount]).toString();
  }
}
