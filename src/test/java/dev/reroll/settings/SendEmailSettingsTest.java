package dev.reroll.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.mail.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who sends mail, as whom, and with which variables. */
class SendEmailSettingsTest {
  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();

  SendEmailSettingsTest(@TempDir Path folder) {
    this.folder = folder;
    environment.put("HOME", folder.toString());
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
  }

  private GitSettings settings(String text) throws IOException {
    Files.writeString(folder.resolve(".gitconfig"), text);
    return new GitSettings(environment, folder);
  }

  @Test
  void variablesOfTheIdentityCountBeforeThePlainOnes() throws Exception {
    GitSettings settings =
        settings(
            """
            [sendemail]
              to = a@x
              to = b@x
              smtpServer = plain
            [sendemail "Work"]
              to = w@x
              smtpserver = work
            """);
    SendEmailSettings plain = new SendEmailSettings(settings, Optional.empty());
    assertThat(plain.find("smtpserver")).contains("plain");
    assertThat(plain.findAll("to")).containsExactly("a@x", "b@x");
    SendEmailSettings work = new SendEmailSettings(settings, Optional.of("Work"));
    assertThat(work.find("smtpserver")).contains("work");
    assertThat(work.findAll("to")).containsExactly("w@x");
    SendEmailSettings other = new SendEmailSettings(settings, Optional.of("other"));
    assertThat(other.find("smtpserver")).contains("plain");
  }

  @Test
  void theIdentityIsAskedForElseThatOfB4ElseThatOfGit() throws Exception {
    GitSettings git = settings("[sendemail]\n identity = git\n");
    assertThat(new SendEmailSettings(git, Optional.empty()).identity()).contains("git");
    assertThat(new SendEmailSettings(git, Optional.of("asked")).identity()).contains("asked");
    GitSettings both = settings("[sendemail]\n identity = git\n[b4]\n sendemail-identity = b4\n");
    assertThat(new SendEmailSettings(both, Optional.empty()).identity()).contains("b4");
  }

  @Test
  void anEmptyValueStartsAListAnew() throws Exception {
    GitSettings settings = settings("[sendemail]\n to = a@x\n to =\n to = b@x\n");
    assertThat(new SendEmailSettings(settings, Optional.empty()).findAll("to"))
        .containsExactly("b@x");
  }

  @Test
  void theUserIsWhoGitTakesForTheAuthor() throws Exception {
    String user = "[user]\n name = U\n email = u@x\n";
    assertThat(new PersonSettings(settings(user)).find()).contains(new Person("U", "u@x"));
    assertThat(new PersonSettings(settings(user + "[author]\n email = a@x\n")).find())
        .contains(new Person("U", "a@x"));
    environment.put("GIT_AUTHOR_NAME", "E");
    assertThat(new PersonSettings(settings(user)).find()).contains(new Person("E", "u@x"));
    environment.remove("GIT_AUTHOR_NAME");
    assertThat(new PersonSettings(settings("")).find()).isEmpty();
    environment.put("EMAIL", "mail@x");
    assertThat(new PersonSettings(settings("")).find()).contains(new Person("", "mail@x"));
  }

  @Test
  void theEditorIsGits() throws Exception {
    environment.put("TERM", "xterm");
    environment.put("EDITOR", "ed");
    assertThat(EditorSettings.find(settings(""))).contains("ed");
    environment.put("VISUAL", "vis");
    assertThat(EditorSettings.find(settings(""))).contains("vis");
    assertThat(EditorSettings.find(settings("[core]\n editor = core\n"))).contains("core");
    environment.put("GIT_EDITOR", "git");
    assertThat(EditorSettings.find(settings("[core]\n editor = core\n"))).contains("git");
  }

  @Test
  void aDumbTerminalHasNoVisualEditor() throws Exception {
    environment.put("TERM", "dumb");
    environment.put("VISUAL", "vis");
    assertThat(EditorSettings.find(settings(""))).isEmpty();
    environment.put("EDITOR", "ed");
    assertThat(EditorSettings.find(settings(""))).contains("ed");
  }

  @Test
  void stateIsKeptWhereTheEnvironmentSays() throws Exception {
    assertThat(StateFolder.find(settings(""))).contains(folder.resolve(".local/state"));
    environment.put("XDG_STATE_HOME", "/var/state");
    assertThat(StateFolder.find(settings(""))).contains(Path.of("/var/state"));
    environment.put("XDG_STATE_HOME", "relative");
    assertThat(StateFolder.find(settings(""))).contains(folder.resolve(".local/state"));
  }
}
