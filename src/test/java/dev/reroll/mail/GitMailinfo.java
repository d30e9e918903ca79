package dev.reroll.mail;

import static java.lang.ProcessBuilder.Redirect.DISCARD;

import dev.reroll.bytes.Octets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs real {@code git mailinfo} on a folder of numbered mails, in two shells side by side: most of
 * the time goes into starting processes.
 */
final class GitMailinfo {
  private static final String SCRIPT =
      """
      for mail in "$1"/*$2.eml; do
        base=${mail%.eml}
        git mailinfo "$base.msg" "$base.patch" <"$mail" >"$base.info" 2>"$base.err" \\
          || echo "error: exit" >>"$base.err"
        git stripspace <"$base.msg" >"$base.body"
      done
      """;

  private GitMailinfo() {}

  /** Returns the file for the mail of that number; what git makes of it will stand beside it. */
  static Path mail(Path folder, int index) {
    return folder.resolve(String.format("%06d.eml", index));
  }

  /** Runs git on all mails of {@code folder}. */
  static void runAll(Path folder) throws IOException, InterruptedException {
    List<Process> shells = new ArrayList<>();
    for (String lastDigits : List.of("[02468]", "[13579]")) {
      ProcessBuilder builder =
          new ProcessBuilder("sh", "-c", SCRIPT, "sh", folder.toString(), lastDigits);
      Map<String, String> environment = builder.environment();
      environment.put("LC_ALL", "C.UTF-8");
      environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
      environment.put("GIT_CONFIG_SYSTEM", "/dev/null");
      shells.add(builder.redirectErrorStream(true).redirectOutput(DISCARD).start());
    }
    for (Process shell : shells) {
      shell.waitFor();
    }
  }

  /** Whether git refused the mail of that number. */
  static boolean isRefused(Path folder, int index) throws IOException {
    return Files.readString(beside(folder, index, "err"), StandardCharsets.ISO_8859_1)
        .contains("error:");
  }

  /** Returns what git made of the mail of that number. */
  static Commit read(Path folder, int index) throws IOException {
    String info = Files.readString(beside(folder, index, "info"), StandardCharsets.ISO_8859_1);
    return new Commit(
        field(info, "Author: "),
        field(info, "Email: "),
        field(info, "Subject: "),
        Octets.wrap(Files.readAllBytes(beside(folder, index, "body"))));
  }

  /** Returns what git takes for the patch: from the end of the message to the end of the mail. */
  static Octets patch(Path folder, int index) throws IOException {
    return Octets.wrap(Files.readAllBytes(beside(folder, index, "patch")));
  }

  private static Path beside(Path folder, int index, String ending) {
    return folder.resolve(String.format("%06d.%s", index, ending));
  }

  private static Octets field(String info, String key) {
    String line =
        info.lines()
            .filter(text -> text.startsWith(key))
            .map(text -> text.substring(key.length()))
            .findFirst()
            .orElse("");
    return Octets.wrap(line.getBytes(StandardCharsets.ISO_8859_1));
  }
}
