package dev.reroll.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where archives are, from git's configuration and a tree's own. */
class ArchiveSettingsTest {
  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();

  ArchiveSettingsTest(@TempDir Path folder) {
    this.folder = folder;
    environment.put("HOME", folder.resolve("home").toString());
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
  }

  @Test
  void withoutConfigurationB4sDefaultsHold() {
    ArchiveSettings settings = in(folder);
    assertThat(settings.mailMask()).isEmpty();
    assertThat(settings.searchMask()).isEmpty();
    assertThat(settings.linkMask()).isEmpty();
    assertThat(settings.cacheExpiry()).isEqualTo(Duration.ofMinutes(10));
    assertThat(settings.listPreference())
        .containsExactly("*.feeds.kernel.org", "*.linux.dev", "*.kernel.org", "*");
    assertThat(settings.mirrors()).isEmpty();
  }

  @Test
  void theUsersConfigurationIsStrongerThanTheTrees() throws IOException {
    write("home/.gitconfig", "[b4]\n midmask = https://user.example/all/%s\n");
    write(
        "tree/.b4-config",
        """
        [b4]
          midmask = https://tree.example/x/%s
          searchmask = https://tree.example/?q=%s
          cache-expire = 3
          listid-preference = a.example.org, *
        """);
    makeRepository();
    Files.createDirectories(folder.resolve("tree/a/b"));
    ArchiveSettings settings = in(folder.resolve("tree/a/b"));
    assertThat(settings.mailMask()).hasValue("https://user.example/all/%s");
    assertThat(settings.searchMask()).hasValue("https://tree.example/?q=%s");
    assertThat(settings.cacheExpiry()).isEqualTo(Duration.ofMinutes(3));
    assertThat(settings.listPreference()).containsExactly("a.example.org", "*");
  }

  @Test
  void theTreeSetsNothingButB4() throws IOException {
    write("tree/.b4-config", "[reroll]\n mirror = /srv/evil\n[b4]\n linkmask = https://l/%s\n");
    makeRepository();
    ArchiveSettings settings = in(folder.resolve("tree"));
    assertThat(settings.mirrors()).isEmpty();
    assertThat(settings.linkMask()).hasValue("https://l/%s");
  }

  @Test
  void aBrokenFileOfTheTreeCountsAsEmpty() throws IOException {
    write("tree/.b4-config", "[b4\n midmask https://tree.example/x/%s\n");
    makeRepository();
    assertThat(in(folder.resolve("tree")).mailMask()).isEmpty();
  }

  /** Makes as much of a repository as git wants to see before it takes a folder for one. */
  private void makeRepository() throws IOException {
    Files.createDirectories(folder.resolve("tree/.git/objects"));
    Files.createDirectories(folder.resolve("tree/.git/refs"));
    write("tree/.git/HEAD", "ref: refs/heads/main\n");
  }

  @Test
  void mirrorsAreSeveralAndMayStandInTheHome() throws IOException {
    write("home/.gitconfig", "[reroll]\n mirror = ~/lists/one\n mirror = /srv/two\n");
    assertThat(in(folder).mirrors())
        .containsExactly(folder.resolve("home/lists/one"), Path.of("/srv/two"));
  }

  @Test
  void anExpiryThatIsNoNumberCountsAsNotSet() throws IOException {
    write("home/.gitconfig", "[b4]\n cache-expire = soon\n");
    assertThat(in(folder).cacheExpiry()).isEqualTo(Duration.ofMinutes(10));
    write("home/.gitconfig", "[b4]\n cache-expire = 0\n");
    assertThat(in(folder).cacheExpiry()).isEqualTo(Duration.ZERO);
  }

  @Test
  void theCacheStandsWhereTheEnvironmentSays() {
    assertThat(CacheFolder.find(git(folder))).hasValue(folder.resolve("home/.cache/reroll"));
    environment.put("XDG_CACHE_HOME", "relative");
    assertThat(CacheFolder.find(git(folder))).hasValue(folder.resolve("home/.cache/reroll"));
    environment.put("XDG_CACHE_HOME", "/var/tmp/c");
    assertThat(CacheFolder.find(git(folder))).hasValue(Path.of("/var/tmp/c/reroll"));
  }

  private ArchiveSettings in(Path place) {
    return new ArchiveSettings(git(place));
  }

  private GitSettings git(Path place) {
    return new GitSettings(environment, place);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
