package dev.reroll.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reroll.deliver.MailSender.Delivery;
import dev.reroll.deliver.MailSender.Sending;
import dev.reroll.linediff.GitCommand;
import dev.reroll.problem.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a sendmail program and real git's credentials hear from us. */
class ProgramsTest {
  private static final Delivery ENVELOPE =
      new Delivery("robin@example.org", List.of("list@example.org", "ada@example.org"));

  private final Path folder;

  ProgramsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Sending sendWith(String script, boolean namesSender) throws IOException, Refusal {
    Path program = script("sendmail", script);
    return new SendmailProgram(List.of(program.toString(), "-oi"), namesSender, path(), folder)
        .send(TestMail.saying("Hello\n"), ENVELOPE);
  }

  private Path script(String name, String text) throws IOException {
    Path program = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text);
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return program;
  }

  private static Map<String, String> path() {
    return Map.of("PATH", System.getenv("PATH"));
  }

  @Test
  void aProgramGetsTheRecipientsAndTheMail() throws Exception {
    Sending sending = sendWith("echo \"$@\" > words; cat > mail", true);
    assertThat(sending.state()).isEqualTo(Sending.State.SENT);
    assertThat(folder.resolve("words"))
        .hasContent("-oi -i -f robin@example.org list@example.org ada@example.org");
    assertThat(Files.readAllBytes(folder.resolve("mail")))
        .isEqualTo(TestMail.saying("Hello\n").octets().toByteArray());
  }

  @Test
  void aProgramThatFailsHasNotTakenTheMail() throws Exception {
    Sending sending = sendWith("cat > /dev/null; echo no such user >&2; exit 67", false);
    assertThat(sending.state()).isEqualTo(Sending.State.NOT_SENT);
    assertThat(sending.answer()).endsWith("sendmail exited with 67: no such user");
  }

  @Test
  void aProgramThatMayHaveQueuedTheMailOrWasKilledLeavesItUnknown() throws Exception {
    for (int code : List.of(70, 71, 74, 75, 76, 130, 143)) {
      assertThat(sendWith("cat > /dev/null; exit " + code, false).state())
          .as("%d", code)
          .isEqualTo(Sending.State.UNKNOWN);
    }
    for (String signal : List.of("9", "15", "11")) {
      assertThat(sendWith("cat > /dev/null; kill -" + signal + " $$", false).state())
          .as("%s after all was read", signal)
          .isEqualTo(Sending.State.UNKNOWN);
      assertThat(sendWith("kill -" + signal + " $$", false).state())
          .as("%s before anything was read", signal)
          .isEqualTo(Sending.State.UNKNOWN);
    }
  }

  @Test
  void aProgramThatIsNotThereIsNamed() throws Exception {
    SendmailProgram gone = new SendmailProgram(List.of("/no/such/sendmail"), false, path(), folder);
    Sending sending = gone.send(TestMail.saying("x\n"), ENVELOPE);
    assertThat(sending.state()).isEqualTo(Sending.State.NOT_SENT);
    assertThat(sending.answer()).startsWith("cannot run /no/such/sendmail");
  }

  @Test
  void gitIsAskedForThePasswordAndToldWhetherItWasRight() throws Exception {
    GitCommand.require();
    GitCredential credential = credential("[ \"$1\" = get ] && echo password=s3cret");
    GitCredential.Answer answer = credential.fill("mail.example.org:587", "robin");
    assertThat(answer.password()).isEqualTo("s3cret");
    credential.judge(answer, true);
    credential.judge(answer, false);
    assertThat(folder.resolve("heard"))
        .content()
        .isEqualTo(
            """
            get
            protocol=smtp
            host=mail.example.org:587
            username=robin
            store
            protocol=smtp
            host=mail.example.org:587
            username=robin
            password=s3cret
            erase
            protocol=smtp
            host=mail.example.org:587
            username=robin
            password=s3cret
            """);
  }

  @Test
  void aLoginThatFailedMakesGitForgetThePassword() throws Exception {
    GitCommand.require();
    GitCredential credential = credential("[ \"$1\" = get ] && echo password=wrong");
    try (ScriptedSmtpServer server =
        new ScriptedSmtpServer().offering("AUTH PLAIN").at("AUTH", "535 5.7.8 wrong")) {
      SmtpServer.Login login = new SmtpServer.Login("robin", List.of(), Optional.empty());
      SmtpServer to = TestServer.plain(server.port(), login);
      Sending sending =
          new SmtpSender(to, credential, folder).send(TestMail.saying("x\n"), ENVELOPE);
      assertThat(sending.state()).isEqualTo(Sending.State.NOT_SENT);
    }
    assertThat(Files.readAllLines(folder.resolve("heard"))).contains("get", "erase");
  }

  @Test
  void withoutAPasswordNothingIsTried() throws Exception {
    GitCommand.require();
    GitCredential credential = credential("exit 0");
    assertThatThrownBy(() -> credential.fill("mail.example.org", "robin"))
        .isInstanceOf(Refusal.class)
        .hasMessage("not sent: no password for robin at mail.example.org, git credential has none");
  }

  /** Returns real git with a helper that notes down what it hears. */
  private GitCredential credential(String script) throws IOException {
    Path helper = script("helper", "echo $1 >> heard; cat >> heard; " + script + "; exit 0");
    Map<String, String> environment = new HashMap<>(path());
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    environment.put("GIT_CONFIG_GLOBAL", folder.resolve("config").toString());
    environment.put("GIT_TERMINAL_PROMPT", "0");
    environment.put("GIT_DIR", folder.resolve(".git").toString());
    Files.writeString(folder.resolve("config"), "[credential]\n helper = " + helper + "\n");
    return new GitCredential(environment, folder);
  }
}
