package dev.reroll.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.linediff.GitCommand;
import dev.reroll.message.CorpusFolder;
import dev.reroll.message.RawMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Author, subject and message of every patch mail of the corpus against what real {@code git
 * mailinfo}, and {@code git stripspace} behind it, make of the same octets.
 *
 * <p>Exceptions stand with their reasons in {@code mail/mailinfo-exceptions.txt}.
 */
class MailinfoCorpusTest {
  private static final int FEWEST_PATCHES = 1000;

  @Test
  void authorAndMessageOfEveryPatchMailAreThoseOfGitMailinfo(@TempDir Path folder)
      throws Exception {
    Path corpus = CorpusFolder.require("io-uring");
    GitCommand.require();
    Map<String, String> exceptions = exceptions();
    List<PatchMail> patches = new ArrayList<>();
    for (Path mailbox : CorpusFolder.files(corpus, "thread.mbox.gz", "odd-mails.mbox.gz")) {
      for (RawMessage message : CorpusFolder.messages(mailbox)) {
        addPatches(message, folder, patches);
      }
    }
    GitMailinfo.runAll(folder);

    Map<String, String> differing = new TreeMap<>();
    for (int i = 0; i < patches.size(); i++) {
      String ours = Commit.of(patches.get(i)).toString();
      String gits = GitMailinfo.read(folder, i).toString();
      if (!ours.equals(gits)) {
        differing.put(idOf(patches.get(i)), "git:\n" + gits + "\nours:\n" + ours);
      }
    }
    assertThat(patches).hasSizeGreaterThan(FEWEST_PATCHES);
    assertThat(differing.keySet()).describedAs(differing.toString()).isEqualTo(exceptions.keySet());
  }

  private static void addPatches(RawMessage message, Path folder, List<PatchMail> patches)
      throws IOException {
    for (MailItem item : new MailReader(diagnostic -> {}).read(message)) {
      if (item instanceof PatchMail patch) {
        Files.write(GitMailinfo.mail(folder, patches.size()), message.octets().toByteArray());
        patches.add(patch);
      }
    }
  }

  private static String idOf(PatchMail patch) {
    return patch.envelope().id().orElseThrow().value();
  }

  private static Map<String, String> exceptions() throws IOException {
    Map<String, String> exceptions = new TreeMap<>();
    try (var in = MailinfoCorpusTest.class.getResourceAsStream("/mail/mailinfo-exceptions.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.lines().filter(line -> !line.startsWith("#")).toList()) {
        int blank = line.indexOf(' ');
        exceptions.put(line.substring(0, blank), line.substring(blank + 1));
      }
    }
    return exceptions;
  }
}
