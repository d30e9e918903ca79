package dev.reroll.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.linediff.GitCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Applies our own mails with real {@code git am} and compares what it committed. */
class GitAmTest {
  private static final List<String> SITUATIONS =
      List.of(
          "plain-patch",
          "in-body-from",
          "header-before-in-body-from",
          "quoted-printable",
          "base64",
          "latin1-charset",
          "latin1-without-charset",
          "unknown-charset-but-ascii",
          "format-flowed",
          "diff-without-dashes",
          "diff-without-git-header",
          "empty-subject",
          "untagged-patch",
          "author-with-punctuation",
          "invalid-utf8",
          "multipart-inline-patch",
          "attached-diff-of-a-patch-mail");

  @Test
  void authorAndMessageAreThoseOfTheCommit(@TempDir Path folder) throws Exception {
    GitCommand.require();
    GitCommand git = new GitCommand(folder);
    git.run(List.of("init", "-q"));
    for (String key : List.of("user.name", "user.email")) {
      git.run(List.of("config", key, "c@example.org"));
    }
    Files.writeString(folder.resolve("f"), "one\n");
    git.run(List.of("add", "f"));
    git.run(List.of("commit", "-q", "-m", "base"));
    git.run(List.of("tag", "base"));
    for (String situation : SITUATIONS) {
      assertThat(ours(situation)).describedAs(situation).isEqualTo(gits(git, folder, situation));
    }
  }

  private static String ours(String situation) {
    MailItem item = new MailReader(diagnostic -> {}).read(MailFile.read(situation)).get(0);
    PatchMail patch = (PatchMail) item;
    Person author = patch.author().orElseThrow();
    return author.name() + "|" + author.address() + "\n" + patch.message().text();
  }

  private static String gits(GitCommand git, Path folder, String situation)
      throws IOException, InterruptedException {
    Path mail = folder.resolve(".git/mail.eml");
    Files.write(mail, MailFile.read(situation).octets().toByteArray());
    git.run(List.of("reset", "-q", "--hard", "base"));
    // An unknown charset stops git, though it does not matter to an ASCII message.
    if (situation.startsWith("unknown-charset")) {
      String text = Files.readString(mail);
      Files.writeString(mail, text.replace("charset=y", "charset=utf-8"));
    }
    git.run(List.of("am", "-q", "--keep-cr", "--ignore-whitespace", mail.toString()));
    byte[] log = git.run(List.of("log", "-1", "--format=%an|%ae%n%B"));
    return new String(log, StandardCharsets.UTF_8).replaceFirst("\n$", "");
  }
}
