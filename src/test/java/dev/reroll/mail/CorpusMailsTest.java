package dev.reroll.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.message.CorpusFolder;
import dev.reroll.message.RawMessage;
import dev.reroll.problem.Diagnostic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Reads every mail of the corpus. */
class CorpusMailsTest {
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  /** Counts the mails and, by kind, the items in all mailboxes of those names. */
  private Map<String, Integer> count(Path folder, String... names) throws IOException {
    Map<String, Integer> counts = new TreeMap<>();
    MailReader reader = new MailReader(diagnostics::add);
    for (Path mailbox : CorpusFolder.files(folder, names)) {
      for (RawMessage message : CorpusFolder.messages(mailbox)) {
        counts.merge("mails", 1, Integer::sum);
        for (MailItem item : reader.read(message)) {
          counts.merge(item.getClass().getSimpleName(), 1, Integer::sum);
        }
      }
    }
    return counts;
  }

  @Test
  void everyMailOfTheThreadsIsWhatItIs() throws IOException {
    Path folder = CorpusFolder.require("io-uring");
    assertThat(count(folder, "thread.mbox.gz"))
        .isEqualTo(Map.of("mails", 2077, "CoverLetter", 122, "PatchMail", 1010, "Reply", 945));
    assertThat(diagnostics).isEmpty();
  }

  @Test
  void everyOddMailIsAPatchOrACoverLetter() throws IOException {
    Path folder = CorpusFolder.require("io-uring");
    assertThat(count(folder, "odd-mails.mbox.gz"))
        .isEqualTo(Map.of("mails", 113, "CoverLetter", 14, "PatchMail", 99));
    assertThat(diagnostics)
        .hasSize(2)
        .allMatch(note -> note.text().startsWith("each line ends in CR"));
  }

  @Test
  void everyMailThatFormatPatchWroteIsAPatch() throws IOException {
    Path folder = CorpusFolder.require("xen");
    Map<String, Integer> counts = count(folder, "a.mbox.gz", "b.mbox.gz");
    assertThat(counts.get("mails")).isGreaterThan(150);
    assertThat(counts.get("PatchMail")).isEqualTo(counts.get("mails"));
    assertThat(diagnostics).isEmpty();
  }
}
