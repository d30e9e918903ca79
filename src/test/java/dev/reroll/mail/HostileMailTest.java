package dev.reroll.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.reroll.bytes.Octets;
import dev.reroll.message.MailboxSplitter;
import dev.reroll.message.MessageBag;
import dev.reroll.message.RawMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Damages our own mails at random; whatever comes of it is read without an exception. */
class HostileMailTest {
  private static final int ROUNDS = 20_000;
  private static final List<String> PIECES =
      List.of(
          "\n",
          "\r\n",
          "From ",
          ">From ",
          "--b1\n",
          "--b1--\n",
          "=?utf-8?q?",
          "?=",
          "=",
          "[",
          "]",
          "\"",
          "(",
          "<",
          ">",
          "@",
          "---\n",
          "diff --git a/f b/f\n",
          "@@ -1 +1 @@\n",
          ":",
          "/",
          "\0",
          "\u00ff",
          "Content-Type: multipart/mixed; boundary=\"b1\"\n",
          "Content-Length: 99\n",
          "Content-Transfer-Encoding: base64\n",
          "Subject: ",
          "v99999999999999",
          "9/9",
          "Index: ");

  @Test
  void damagedMailsAreReadWithoutAnException() throws IOException {
    long seed = new Random().nextLong();
    System.out.println("HostileMailTest seed " + seed);
    Random random = new Random(seed);
    List<byte[]> mails = mails();
    Set<String> kinds = new HashSet<>();
    for (int i = 0; i < ROUNDS; i++) {
      byte[] mail = mails.get(random.nextInt(mails.size()));
      read(damaged(mail, random), "seed " + seed + ", round " + i, kinds);
    }
    assertThat(kinds).containsExactlyInAnyOrder("CoverLetter", "PatchMail", "Reply", "Unrelated");
  }

  private static void read(Octets mailbox, String round, Set<String> kinds) {
    try {
      MailReader reader = new MailReader(diagnostic -> {});
      MessageBag bag = new MessageBag(diagnostic -> {});
      MailboxSplitter.split(mailbox, "m").forEach(bag::add);
      for (RawMessage message : bag.messages()) {
        for (MailItem item : reader.read(message)) {
          kinds.add(item.getClass().getSimpleName());
          if (item instanceof PatchMail patch) {
            patch.message().trailers();
          }
        }
      }
    } catch (RuntimeException | StackOverflowError e) {
      fail(round, e);
    }
  }

  private static Octets damaged(byte[] mail, Random random) {
    String text = new String(mail, StandardCharsets.ISO_8859_1);
    for (int count = random.nextInt(8); count >= 0; count--) {
      int from = random.nextInt(text.length() + 1);
      int to = Math.min(text.length(), from + random.nextInt(random.nextInt(60) + 1));
      String piece =
          switch (random.nextInt(4)) {
            case 0 -> "";
            case 1 -> PIECES.get(random.nextInt(PIECES.size()));
            case 2 -> text.substring(from, to).repeat(2);
            default -> String.valueOf((char) random.nextInt(256));
          };
      text = text.substring(0, from) + piece + text.substring(to);
    }
    return Octets.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static List<byte[]> mails() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/mail"))) {
      List<Path> mails = files.filter(file -> file.toString().endsWith(".eml")).sorted().toList();
      List<byte[]> octets = new ArrayList<>();
      for (Path mail : mails) {
        octets.add(Files.readAllBytes(mail));
      }
      return octets;
    }
  }
}
