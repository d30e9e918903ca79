package dev.reroll.deliver;

import dev.reroll.problem.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks {@code git credential} for passwords, as {@code git send-email} does (git-credential(1)):
 * its helpers, else the person at the terminal.
 */
public final class GitCredential {
  private final Map<String, String> environment;
  private final Path folder;

  /** Creates it for a process with {@code environment} that stands in {@code folder}. */
  public GitCredential(Map<String, String> environment, Path folder) {
    this.environment = Map.copyOf(environment);
    this.folder = folder;
  }

  /**
   * One answer.
   *
   * @param description what git said, to be given back to it
   * @param password the secret in it
   */
  record Answer(String description, String password) {}

  /** Returns the password of {@code user} at {@code host}. */
  Answer fill(String host, String user) throws Refusal {
    String hint = "git config --global credential.helper cache";
    if (host.indexOf('\n') >= 0 || user.indexOf('\n') >= 0) {
      throw Refusal.unreadable("sendemail.smtpserver or smtpuser has a line break in it");
    }
    String question = "protocol=smtp\nhost=" + host + "\nusername=" + user + "\n\n";
    try {
      String answer = run("fill", question);
      Optional<String> password =
          answer.lines().filter(line -> line.startsWith("password=")).findFirst();
      if (password.isEmpty()) {
        throw Refusal.unreached(
            "not sent: no password for " + user + " at " + host + ", git credential has none",
            hint);
      }
      return new Answer(answer, password.get().substring("password=".length()));
    } catch (IOException failed) {
      throw Refusal.unreached("not sent: cannot run git credential: " + failed.getMessage(), hint);
    }
  }

  /** Tells git that the password was right, or wrong, so that it keeps or forgets it. */
  void judge(Answer answer, boolean right) {
    try {
      run(right ? "approve" : "reject", answer.description() + "\n");
    } catch (IOException nobodyKeepsIt) {
      // The mail went its way, or did not; git only asks again next time.
      return;
    }
  }

  private String run(String verb, String input) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(List.of("git", "credential", verb));
    builder.directory(folder.toAbsolutePath().toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = builder.start();
    try (OutputStream out = process.getOutputStream()) {
      out.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException endedEarly) {
      process.destroy();
    }
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
