package dev.reroll.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.reroll.linediff.GitCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Repositories of another user are trusted where real git trusts them. */
class RepositoryTrustTest {
  private static final int STRANGER = 12345;

  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();

  RepositoryTrustTest(@TempDir Path folder) throws IOException {
    this.folder = folder.toRealPath();
  }

  @BeforeEach
  void makeRepositories() throws Exception {
    GitCommand.require();
    assumeTrue(
        Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0),
        "only root can give a repository to another user");
    environment.put("HOME", folder.toString());
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    git(".", "init", "-q", "a");
    git("a", "-c", "user.name=A", "-c", "user.email=a@x", "commit", "-q", "--allow-empty", "-mx");
    git("a", "worktree", "add", "-q", "../linked");
    git(".", "init", "-q", "--bare", "bare.git");
    Files.createDirectories(folder.resolve("a/sub"));
    Files.createDirectories(folder.resolve("apart"));
    Files.createSymbolicLink(folder.resolve("apart/.git"), folder.resolve("a/.git"));
    Files.createSymbolicLink(folder.resolve("link"), folder.resolve("a"));
    git(".", "init", "-q", "--separate-git-dir=separate", "split");
  }

  private void git(String place, String... words) throws Exception {
    new GitCommand(folder.resolve(place)).run(List.of(words));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "none",
        "a",
        "a/.git",
        "a/.git/config",
        "a/.git/worktrees/linked",
        "linked",
        "linked/.git",
        "bare.git",
        "apart/.git",
        "apart",
        "split/.git",
        "split",
        "separate"
      })
  void everyPartMustBelongToTheUser(String strangers) throws Exception {
    giveAway(strangers);
    agreesEverywhere();
    environment.put("SUDO_UID", String.valueOf(STRANGER));
    agreesEverywhere();
    environment.put("SUDO_UID", "1");
    agreesEverywhere();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "TOP/a",
        "TOP/a/.git",
        "TOP/bare.git",
        "~/a",
        "a",
        "TOP/linked",
        "*,",
        ",*",
        "TOP",
        "TOP/b,TOP/a,TOP/c",
        "TOP/a,,TOP/linked"
      })
  void theUsersConfigurationCallsRepositoriesSafe(String values) throws Exception {
    giveAway("a");
    giveAway("a/.git");
    giveAway("bare.git");
    giveAway("linked");
    StringBuilder config = new StringBuilder("[safe]\n");
    for (String value : values.replace("TOP", folder.toString()).split(",", -1)) {
      config.append("\tdirectory = \"").append(value).append("\"\n");
    }
    Files.writeString(folder.resolve(".gitconfig"), config);
    agreesEverywhere();
  }

  @Test
  void aFolderWithAStarMeansAllBelowAsNewerGitHasIt() throws Exception {
    giveAway("a");
    safe(folder + "/*");
    assertThat(isTrusted("a")).isTrue();
    safe(folder + "/a/");
    assertThat(isTrusted("a")).isTrue();
    safe(folder + "/link");
    assertThat(isTrusted("a")).isTrue();
    safe(folder + "/a/*");
    assertThat(isTrusted("a")).isFalse();
  }

  private void safe(String value) throws IOException {
    Files.writeString(folder.resolve(".gitconfig"), "[safe]\n\tdirectory = " + value + "\n");
  }

  @Test
  void theEnvironmentCallsRepositoriesSafe() throws Exception {
    giveAway("a");
    environment.put("GIT_CONFIG_PARAMETERS", "'safe.directory'='" + folder + "/a'");
    agreesEverywhere();
    environment.remove("GIT_CONFIG_PARAMETERS");
    environment.put("GIT_CONFIG_COUNT", "1");
    environment.put("GIT_CONFIG_KEY_0", "safe.directory");
    environment.put("GIT_CONFIG_VALUE_0", "*");
    agreesEverywhere();
  }

  @Test
  void theRepositoryCannotCallItselfSafe() throws Exception {
    git("a", "config", "safe.directory", "*");
    giveAway("a");
    agreesEverywhere();
    assertThat(isTrusted("a")).isFalse();
  }

  @Test
  void aRepositoryThatIsNamedIsNotAskedAbout() throws Exception {
    giveAway("a");
    giveAway("a/.git");
    environment.put("GIT_DIR", folder.resolve("a/.git").toString());
    agreesEverywhere();
  }

  @Test
  void bareRepositoriesMayHaveToBeNamed() throws Exception {
    Files.writeString(folder.resolve(".gitconfig"), "[safe]\n\tbareRepository = explicit\n");
    agrees("bare.git");
    agrees("bare.git/refs");
    agrees("a");
    agrees("linked");
    assertThat(isTrusted("bare.git")).isFalse();
    assertThat(isTrusted("a/.git")).isTrue();
    environment.put("GIT_DIR", folder.resolve("bare.git").toString());
    agrees("bare.git");
  }

  @Test
  void noConfigurationOfAnotherUserIsRead() throws Exception {
    git("a", "config", "core.pager", "touch pwned");
    Files.writeString(folder.resolve("a/.b4-config"), "[b4]\nmidmask = https://example.com/%s\n");
    assertThat(settings("a/sub").find("core.pager")).contains("touch pwned");
    assertThat(new ArchiveSettings(settings("a")).mailMask()).isPresent();
    giveAway("a");
    assertThat(settings("a/sub").find("core.pager")).isEmpty();
    assertThat(new ArchiveSettings(settings("a")).mailMask()).isEmpty();
    environment.put("GIT_WORK_TREE", folder.resolve("a").toString());
    assertThat(new ArchiveSettings(settings("a")).mailMask()).isEmpty();
  }

  private GitSettings settings(String place) {
    return new GitSettings(environment, folder.resolve(place));
  }

  private void giveAway(String name) throws IOException {
    if (!name.equals("none")) {
      Files.setAttribute(folder.resolve(name), "unix:uid", STRANGER, LinkOption.NOFOLLOW_LINKS);
    }
  }

  private void agreesEverywhere() throws Exception {
    for (String place :
        List.of("a", "a/sub", "a/.git", "linked", "bare.git", "apart", "link", "split", ".")) {
      agrees(place);
    }
  }

  private void agrees(String place) throws Exception {
    assertThat(isTrusted(place)).as(place).isEqualTo(gitTrusts(place));
  }

  private boolean isTrusted(String place) {
    return new RepositoryTrust(environment, folder.resolve(place)).ofSurroundings().isEmpty();
  }

  private boolean gitTrusts(String place) throws Exception {
    ProcessBuilder builder = new ProcessBuilder("git", "rev-parse", "--git-dir");
    builder.directory(folder.resolve(place).toFile()).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().put("PATH", System.getenv("PATH"));
    builder.environment().putAll(environment);
    Process git = builder.start();
    String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    git.waitFor();
    return Stream.of("dubious ownership", "cannot use bare").noneMatch(said::contains);
  }
}
