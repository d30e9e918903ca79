package dev.reroll.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.linediff.GitCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values as real git finds them, from files and the environment. */
class GitSettingsTest {
  private static final List<String> KEYS =
      List.of(
          "color.diff.old",
          "color.diff.new",
          "x.a",
          "x.b",
          "x.c",
          "x.n",
          "x.repo",
          "x.worktree",
          "x.env",
          "X.A",
          "i.Sub.X.k",
          "i.sub.x.k",
          "q.text");

  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();

  GitSettingsTest(@TempDir Path folder) {
    this.folder = folder;
    environment.put("HOME", folder.resolve("home").toString());
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
  }

  @Test
  void valuesComeFromTheHomeAndItsIncludes() throws Exception {
    writeHome();
    agreesIn(folder);
  }

  @Test
  void anotherFolderForConfigurationTakesThePlaceOfTheUsualOne() throws Exception {
    writeHome();
    write("xdg/git/config", "[x]\n c = xdg\n b = xdg\n");
    environment.put("XDG_CONFIG_HOME", folder.resolve("xdg").toString());
    agreesIn(folder);
  }

  @Test
  void aGlobalFileOfTheEnvironmentTakesThePlaceOfTheHome() throws Exception {
    writeHome();
    environment.put("GIT_CONFIG_GLOBAL", folder.resolve("home/inc/one").toString());
    agreesIn(folder);
    environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
    agreesIn(folder);
  }

  @Test
  void aSystemFileOfTheEnvironmentIsTheWeakest() throws Exception {
    writeHome();
    write("system", "[x]\n a = system\n[color \"diff\"]\n new = cyan\n");
    environment.put("GIT_CONFIG_SYSTEM", folder.resolve("system").toString());
    agreesIn(folder);
    environment.remove("GIT_CONFIG_NOSYSTEM");
    agreesIn(folder);
  }

  @Test
  void pairsOfTheEnvironmentWin() throws Exception {
    writeHome();
    environment.put("GIT_CONFIG_COUNT", "2");
    environment.put("GIT_CONFIG_KEY_0", "x.env");
    environment.put("GIT_CONFIG_VALUE_0", "e");
    environment.put("GIT_CONFIG_KEY_1", "color.diff.old");
    environment.put("GIT_CONFIG_VALUE_1", "cyan");
    agreesIn(folder);
  }

  @Test
  void aRepositoryIsFoundFromBelowAndInItsWorktrees() throws Exception {
    GitCommand.require();
    writeHome();
    Path repository = Files.createDirectories(folder.resolve("repo"));
    GitCommand git = new GitCommand(repository);
    git.run(List.of("init", "-q"));
    git.run(List.of("config", "x.repo", "yes"));
    git.run(List.of("config", "user.name", "Ada"));
    git.run(List.of("config", "user.email", "ada@example.org"));
    git.run(List.of("commit", "-q", "--allow-empty", "-m", "first"));
    git.run(List.of("worktree", "add", "-q", "../linked"));
    write("repo/.git/config.worktree", "[x]\n worktree = main\n");
    write("repo/.git/worktrees/linked/config.worktree", "[x]\n worktree = linked\n");
    Files.createDirectories(repository.resolve("a/b"));
    agreesIn(repository.resolve("a/b"));
    git.run(List.of("config", "extensions.worktreeConfig", "true"));
    agreesIn(repository.resolve("a/b"));
    agreesIn(folder.resolve("linked"));
  }

  @Test
  void aBareRepositoryIsFound() throws Exception {
    GitCommand.require();
    writeHome();
    new GitCommand(folder).run(List.of("init", "-q", "--bare", "bare"));
    new GitCommand(folder.resolve("bare")).run(List.of("config", "x.repo", "bare"));
    agreesIn(folder.resolve("bare"));
    environment.put("GIT_DIR", folder.resolve("bare").toString());
    agreesIn(folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'x.env'='given' 'x.a'='it'\\''s'",
        "'x.env=given' 'x.a=b=c'",
        "'x.env'='one' 'x.env'='two'",
        "'X.ENV'='case' 'i.sub.x.k'='own'",
        "'x.env'='' 'x.a'=''\\!'run'",
        "'x.env'='a b' 'x.b'=' ' ",
      })
  void whatGitHandsOnWins(String parameters) throws Exception {
    writeHome();
    environment.put("GIT_CONFIG_COUNT", "1");
    environment.put("GIT_CONFIG_KEY_0", "x.env");
    environment.put("GIT_CONFIG_VALUE_0", "counted");
    environment.put("GIT_CONFIG_PARAMETERS", parameters);
    agreesIn(folder);
  }

  @Test
  void allValuesOfTheEnvironmentCount() {
    environment.put("GIT_CONFIG_COUNT", "2");
    environment.put("GIT_CONFIG_KEY_0", "x.list");
    environment.put("GIT_CONFIG_VALUE_0", "one");
    environment.put("GIT_CONFIG_KEY_1", "x.list");
    environment.put("GIT_CONFIG_VALUE_1", "two");
    environment.put("GIT_CONFIG_PARAMETERS", "'x.list'='three' 'x.flag'");
    GitSettings settings = new GitSettings(environment, folder);
    assertThat(settings.findAll("x.list")).containsExactly("one", "two", "three");
    assertThat(settings.find("x.flag")).contains("true");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gitdir:repo/",
        "gitdir:repo",
        "gitdir:repo/.git",
        "gitdir:~/../repo/",
        "gitdir:~/",
        "gitdir:./../repo/",
        "gitdir:**/re*/.git",
        "gitdir:REPO/",
        "gitdir/i:REPO/",
        "gitdir:/**",
        "gitdir:r[a-f]po/",
        "gitdir:r[!a-f]po/",
        "onbranch:work/io",
        "onbranch:work/",
        "onbranch:*",
        "onbranch:work/**",
        "onbranch:main",
        "hasconfig:remote.*.url:https://example.org/**",
        "hasconfig:remote.*.url:https://example.com/**",
        "nosuch:repo",
      })
  void anIncludeMayHaveACondition(String condition) throws Exception {
    GitCommand.require();
    write("home/.gitconfig", "[includeIf \"" + condition + "\"]\n path = inc/one\n");
    write("home/inc/one", "[x]\n b = one\n[IncludeIf \"" + condition + "\"]\n path = nested\n");
    write("home/inc/nested", "[x]\n n = nested\n");
    Path repository = Files.createDirectories(folder.resolve("repo"));
    GitCommand git = new GitCommand(repository);
    git.run(List.of("init", "-q", "-b", "work/io"));
    git.run(List.of("config", "remote.origin.url", "https://example.org/io.git"));
    agreesIn(repository);
    agreesIn(folder);
  }

  private void writeHome() throws IOException {
    write(
        "home/.config/git/config",
        lines(
            "[color \"diff\"]",
            " old = blue",
            " new = \"bold  red\" ; why",
            "[x]",
            " a = xdg",
            "[i \"Sub.X\"]",
            " k = v"));
    write(
        "home/.gitconfig",
        lines(
            "[include]",
            " path = inc/one",
            " path = ~/inc/two",
            " path = missing",
            "[x]",
            " a = home",
            "[q]",
            " text = \"a\\tb\" # why",
            "[include]",
            " path = inc/late"));
    write("home/inc/one", "[x]\n b = one\n[include]\n path = nested\n");
    write("home/inc/two", "[x]\n b = two\n c = two\n");
    write("home/inc/nested", "[x]\n n = nested\n");
    write("home/inc/late", "[x]\n a = late\n");
  }

  private static String lines(String... lines) {
    return String.join("\n", lines) + "\n";
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), text);
  }

  private void agreesIn(Path place) throws Exception {
    GitCommand.require();
    GitSettings settings = new GitSettings(environment, place);
    for (String key : KEYS) {
      assertThat(settings.find(key).orElse("(none)")).as(key).isEqualTo(gits(key, place));
    }
  }

  private String gits(String key, Path place) throws Exception {
    ProcessBuilder builder = new ProcessBuilder("git", "config", "--get", key);
    builder.directory(place.toFile()).environment().clear();
    builder.environment().put("PATH", System.getenv("PATH"));
    builder.environment().putAll(environment);
    Process git = builder.start();
    String value = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return git.waitFor() == 0 ? value.substring(0, value.length() - 1) : "(none)";
  }
}
