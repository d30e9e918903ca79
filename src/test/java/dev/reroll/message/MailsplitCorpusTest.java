package dev.reroll.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.bytes.Octets;
import dev.reroll.linediff.GitCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Splits the threads of the corpus beside real {@code git mailsplit}. */
class MailsplitCorpusTest {
  @Test
  void threadsAreSplitAsGitMailsplitDoes(@TempDir Path folder) throws Exception {
    Path corpus = CorpusFolder.require("io-uring");
    GitCommand.require();
    GitCommand git = new GitCommand(folder);
    for (Path mailbox : CorpusFolder.files(corpus, "thread.mbox.gz")) {
      Path target = Files.createTempDirectory(folder, "split");
      byte[] plain;
      try (var in = new GZIPInputStream(Files.newInputStream(mailbox))) {
        plain = in.readAllBytes();
      }
      git.run(plain, List.of("mailsplit", "--mboxrd", "--keep-cr", "-o" + target));
      List<RawMessage> messages = MailboxSplitter.split(Octets.wrap(plain), "m");
      try (var files = Files.list(target)) {
        assertThat(files.count()).isEqualTo(messages.size());
      }
      for (int i = 0; i < messages.size(); i++) {
        Path file = target.resolve(String.format("%04d", i + 1));
        Octets gits = Octets.wrap(Files.readAllBytes(file));
        // Git leaves the separator and the mailbox's empty line on the mail.
        assertThat(messages.get(i).octets())
            .describedAs("%s, mail %d", mailbox, i)
            .isEqualTo(gits.slice(gits.endOfLine(0), gits.length() - 1));
      }
    }
  }
}
