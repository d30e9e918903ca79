package dev.reroll.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reroll.bytes.Octets;
import dev.reroll.message.RawMessage;
import dev.reroll.problem.Diagnostic;
import dev.reroll.problem.Refusal;
import dev.reroll.source.Limits;
import dev.reroll.source.MailboxSource;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mails in files are whole or not there, and the memory of what was sent is not fooled. */
class KeptMailTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

  private final Path folder;

  KeptMailTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void anMboxGivesBackEveryMailThatWasAppended() throws Exception {
    Path file = folder.resolve("drafts.mbox");
    ComposedMail first = TestMail.saying("one\n");
    ComposedMail second = ComposedMail.of(TestMail.withHeader("X: >From\n From "));
    mbox(file).append(first);
    mbox(file).append(second);
    assertThat(read(file.toString()))
        .extracting(message -> message.octets().toString())
        .containsExactly(first.octets().toString());
    assertThat(Files.readString(file)).contains("\n\nFrom mboxrd@z Fri Jan  2 03:04:05 2026\nX: ");
  }

  @Test
  void linesThatLookLikeSeparatorsAreQuotedInAnMbox() throws Exception {
    Path file = folder.resolve("drafts.mbox");
    ComposedMail mail =
        ComposedMail.of(
            Octets.utf8(
                "From: a@example.org\nMessage-ID: <1@x>\n\nFrom a\n>From b\n>>From c\nFromm\n"));
    mbox(file).append(mail);
    assertThat(Files.readString(file)).contains("\n>From a\n>>From b\n>>>From c\nFromm\n");
    assertThat(read(file.toString()).get(0).octets()).isEqualTo(mail.octets());
  }

  @Test
  void anMboxWithoutALastLineEndGetsOneFirst() throws Exception {
    Path file = Files.writeString(folder.resolve("x.mbox"), "From a\nSubject: x\n\nno end");
    mbox(file).append(TestMail.saying("one\n"));
    assertThat(Files.readString(file)).startsWith("From a\nSubject: x\n\nno end\n\nFrom mboxrd@z ");
  }

  @Test
  void anMboxThatAnotherProgramHoldsIsNotTouched() throws Exception {
    Path file = Files.writeString(folder.resolve("x.mbox"), "");
    Files.createFile(folder.resolve("x.mbox.lock"));
    assertThatThrownBy(() -> mbox(file).append(TestMail.saying("one\n")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("another program has locked it");
    assertThat(file).isEmptyFile();
    assertThat(folder.resolve("x.mbox.lock")).exists();
  }

  @Test
  void aMaildirIsMadeAndGetsTheMailInNew() throws Exception {
    Path drafts = folder.resolve("drafts");
    ComposedMail mail = TestMail.saying("one\n");
    Path file = new Maildir(drafts, "drafts", CLOCK).deliver(mail);
    assertThat(file.getParent()).isEqualTo(drafts.resolve("new"));
    assertThat(Files.readAllBytes(file)).isEqualTo(mail.octets().toByteArray());
    assertThat(names(drafts.resolve("tmp"))).isEmpty();
    assertThat(read(drafts.toString())).hasSize(1);
  }

  @Test
  void aFolderThatIsNoMaildirIsNotTurnedIntoOne() throws Exception {
    Files.writeString(folder.resolve("letter.txt"), "x");
    assertThatThrownBy(() -> new Maildir(folder, "here", CLOCK).deliver(TestMail.saying("x\n")))
        .isInstanceOf(Refusal.class)
        .hasMessage("cannot write to 'here': it is a folder, but not a maildir");
    assertThat(names(folder)).containsExactly("letter.txt");
  }

  @Test
  void nobodyIsToldTwice() throws Exception {
    SentMails memory = new SentMails(folder);
    ComposedMail mail = TestMail.saying("x\n");
    List<String> list = List.of("list@example.org");
    memory.claim(mail, list, false).confirm(list);
    assertThatThrownBy(() -> memory.claim(mail, List.of("LIST@example.org"), false))
        .isInstanceOf(Refusal.class)
        .hasMessage(
            "not sent: LIST@example.org was already mailed about these versions: "
                + "Fri, 2 Jan 2026 03:04:05 +0100 <20260102030405.1-reroll@example.org>");
    memory.claim(mail, list, true).release();
    assertThatThrownBy(() -> memory.claim(mail, list, false)).isInstanceOf(Refusal.class);
    memory.claim(mail, List.of("other@example.org"), false);
  }

  @Test
  void aClaimThatWasGivenBackCanBeMadeAgain() throws Exception {
    SentMails memory = new SentMails(folder);
    ComposedMail mail = TestMail.saying("x\n");
    List<String> both = List.of("list@example.org", "ada@example.org");
    memory.claim(mail, both, false).release();
    memory.claim(mail, both, false);
  }

  @Test
  void aClaimThatNobodyConfirmedStillStandsInTheWay() throws Exception {
    ComposedMail mail = TestMail.saying("x\n");
    new SentMails(folder).claim(mail, List.of("list@example.org"), false);
    assertThatThrownBy(
            () -> new SentMails(folder).claim(mail, List.of("b@x", "list@example.org"), false))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("list@example.org may already have been mailed");
    // The refused claim has given back what it had taken.
    new SentMails(folder).claim(mail, List.of("b@x"), false);
  }

  @Test
  void theOutboxKeepsAMailUntilItIsForgotten() throws Exception {
    Outbox outbox = new Outbox(folder);
    ComposedMail mail = TestMail.saying("x\n");
    Path file = outbox.keep(mail);
    assertThat(Files.readAllBytes(file)).isEqualTo(mail.octets().toByteArray());
    assertThat(names(file.resolveSibling("."))).hasSize(1);
    outbox.forget(file);
    assertThat(file).doesNotExist();
  }

  @Test
  void theOutboxForgetsOnlyItsOwn() throws Exception {
    Path elsewhere = Files.writeString(folder.resolve("mine.eml"), "x");
    new Outbox(folder.resolve("state")).forget(elsewhere);
    assertThat(elsewhere).exists();
  }

  private static MboxFile mbox(Path file) {
    return new MboxFile(file, file.toString(), CLOCK);
  }

  private static List<RawMessage> read(String name) throws Refusal {
    List<Diagnostic> heard = new ArrayList<>();
    return new MailboxSource(InputStream.nullInputStream(), Limits.DEFAULT, heard::add).read(name);
  }

  private static List<String> names(Path place) throws Exception {
    try (Stream<Path> files = Files.list(place)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
