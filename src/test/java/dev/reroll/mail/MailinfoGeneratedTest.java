package dev.reroll.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.bytes.Octets;
import dev.reroll.bytes.Utf8;
import dev.reroll.linediff.GitCommand;
import dev.reroll.message.RawMessage;
import dev.reroll.problem.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Odd mails, made at random, against {@code git mailinfo}: a few in a plain run, many where {@code
 * REROLL_LIVE=required}. What git commits of a name (no punctuation at its ends) and of octets that
 * are not UTF-8 is applied to git's side, and tested by {@link GitAmTest}.
 */
class MailinfoGeneratedTest {
  private static final int MAILS = "required".equals(System.getenv("REROLL_LIVE")) ? 1500 : 150;

  @Test
  void generatedMailsAreReadAsGitMailinfoReadsThem(@TempDir Path folder) throws Exception {
    GitCommand.require();
    long seed = new Random().nextLong();
    System.out.println("MailinfoGeneratedTest seed " + seed);
    List<Octets> mails = mails(folder, new GeneratedMail(new Random(seed)));
    GitMailinfo.runAll(folder);
    int compared = 0;
    for (int i = 0; i < MAILS; i++) {
      MailItem item = read(mails.get(i));
      if (item instanceof PatchMail patch && !GitMailinfo.isRefused(folder, i)) {
        assertThat(Commit.of(patch))
            .describedAs("seed %d, mail %d:%n%s", seed, i, mails.get(i))
            .isEqualTo(committed(GitMailinfo.read(folder, i), patch));
        Octets rest = GitMailinfo.patch(folder, i);
        assertThat(rest.slice(rest.length() - patch.diff().length())).isEqualTo(patch.diff());
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(MAILS / 2);
  }

  private static List<Octets> mails(Path folder, GeneratedMail generator) throws IOException {
    List<Octets> mails = new ArrayList<>();
    for (int i = 0; i < MAILS; i++) {
      byte[] mail = generator.next();
      Files.write(GitMailinfo.mail(folder, i), mail);
      mails.add(Octets.wrap(mail));
    }
    return mails;
  }

  private static MailItem read(Octets mail) {
    RawMessage message = new RawMessage(Optional.empty(), mail, new Locator("m", 0));
    return new MailReader(diagnostic -> {}).read(message).get(0);
  }

  private static Commit committed(Commit mailinfo, PatchMail patch) {
    Person read = new Person(Utf8.string(mailinfo.name()), Utf8.string(mailinfo.address()));
    Person author = SenderLine.asCommitted(read);
    // Where git finds no address it has no author at all; we keep the sender.
    Person expected = author.address().isEmpty() ? patch.author().orElseThrow() : author;
    return new Commit(
        Octets.utf8(expected.name()),
        Octets.utf8(expected.address()),
        Utf8.repaired(mailinfo.subject()),
        Utf8.repaired(mailinfo.body()));
  }
}
