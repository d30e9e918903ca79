package dev.reroll.source.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.reroll.bytes.Octets;
import dev.reroll.message.CorpusFolder;
import dev.reroll.message.MessageId;
import dev.reroll.message.RawMessage;
import dev.reroll.series.Query;
import dev.reroll.source.mirror.arrivals.MailFactsReader;
import dev.reroll.source.mirror.arrivals.MailFactsReader.MailFacts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The mirror of the corpus' lineages, beside the mailboxes that the corpus has of the same threads.
 */
class MirrorCorpusTest {
  private static final int LINEAGE_COUNT = 39;
  private static final int FIRST_VERSION_COUNT = 29;
  private static final int SECONDS = 60;

  @TempDir private static Path folder;

  @BeforeAll
  static void unpack() throws Exception {
    Path packed = CorpusFolder.require(".").resolve("io-uring.git.tar.gz");
    assumeTrue(Files.exists(packed), "no mirror at " + packed);
    Process tar =
        new ProcessBuilder("tar", "-xzf", packed.toString(), "-C", folder.toString())
            .inheritIO()
            .start();
    assertThat(tar.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(tar.exitValue()).isZero();
  }

  @Test
  void threadsHaveTheMailsOfTheCorpusOctetForOctet() throws Exception {
    List<Path> files = CorpusFolder.files(CorpusFolder.require("io-uring"), "thread.mbox.gz");
    List<String> wrong = new ArrayList<>();
    try (MirrorArchive archive = open()) {
      for (Path file : files) {
        List<RawMessage> mails = CorpusFolder.messages(file);
        List<RawMessage> found = new ArrayList<>();
        Set<MessageId> asked = new HashSet<>();
        for (RawMessage mail : mails) {
          if (asked.add(mail.id().orElseThrow())) {
            for (RawMessage member : archive.thread(mail.id().orElseThrow())) {
              asked.add(member.id().orElseThrow());
              found.add(member);
            }
          }
        }
        Set<Octets> octets = new HashSet<>(found.stream().map(RawMessage::octets).toList());
        mails.stream()
            .filter(mail -> !octets.contains(mail.octets()))
            .forEach(mail -> wrong.add(file + ": " + mail.id()));
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(files).hasSize(LINEAGE_COUNT);
  }

  @Test
  void everyVersionIsFoundByTheAuthorOfItsFirstMail() throws Exception {
    List<String> missed = new ArrayList<>();
    int count = 0;
    try (MirrorArchive archive = open()) {
      for (Path file : CorpusFolder.files(CorpusFolder.require("io-uring"), "v1.mbox.gz")) {
        RawMessage first = CorpusFolder.messages(file).get(0);
        MailFacts facts = MailFactsReader.read(first).facts();
        Query query =
            new Query.SameTitle(
                facts.subject(),
                facts.sender(),
                new Query.Span(facts.date().orElseThrow(), facts.date().orElseThrow()));
        count++;
        if (archive.search(query).stream().noneMatch(mail -> mail.id().equals(first.id()))) {
          missed.add(file.toString());
        }
      }
    }
    assertThat(missed).isEmpty();
    assertThat(count).isEqualTo(FIRST_VERSION_COUNT);
  }

  private static MirrorArchive open() throws Exception {
    return MirrorArchive.open(
        List.of(folder.resolve("io-uring.git")),
        List.of(),
        new OpenMirror(folder.resolve("cache")).manner());
  }
}
