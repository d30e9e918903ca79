package dev.reroll.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.bytes.Octets;
import dev.reroll.message.MessageId;
import dev.reroll.message.RawMessage;
import dev.reroll.problem.Locator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which copy of a mail is taken that several lists have. */
class ListPreferenceTest {
  private static final RawMessage KERNEL = copy("a", "List-Id: IO <io-uring.vger.kernel.example>");
  private static final RawMessage DEV = copy("a", "list-id:\n  <io.linux.dev>");
  private static final RawMessage NO_LIST = copy("a", "X-Other: y");
  private static final RawMessage OTHER = copy("b", "X-Other: z");

  @Test
  void theListOfTheFirstPatternWinsWhereTheFirstCopyStood() {
    assertThat(chosen(List.of("*.linux.dev", "*"), KERNEL, OTHER, DEV)).containsExactly(DEV, OTHER);
    assertThat(chosen(List.of("*.vger.*", "*"), DEV, OTHER, KERNEL)).containsExactly(KERNEL, OTHER);
    assertThat(chosen(List.of("IO.linux.DEV"), NO_LIST, KERNEL, DEV)).containsExactly(DEV);
  }

  @Test
  void ofEqualCopiesTheFirstStays() {
    assertThat(chosen(List.of("*"), NO_LIST, KERNEL, DEV)).containsExactly(NO_LIST);
    assertThat(chosen(List.of(), DEV, KERNEL)).containsExactly(DEV);
    assertThat(chosen(List.of("*.vger.kernel.org", "vger*"), DEV, KERNEL)).containsExactly(DEV);
  }

  @Test
  void mailsWithoutAnIdAllStay() {
    RawMessage nameless =
        new RawMessage(Optional.empty(), Octets.utf8("Subject: x\n\n"), new Locator("-", 0));
    assertThat(chosen(List.of("*"), nameless, nameless)).hasSize(2);
  }

  private static List<RawMessage> chosen(List<String> patterns, RawMessage... copies) {
    return new ListPreference(patterns).chosen(List.of(copies));
  }

  private static RawMessage copy(String id, String header) {
    String text = "Message-ID: <" + id + ">\n" + header + "\nSubject: x\n\nhello\n";
    return new RawMessage(
        Optional.of(new MessageId(id)), Octets.utf8(text), new Locator("thread", 0));
  }

  @Test
  void globsAreThoseOfPython() {
    assertThat(rank("io?uring.*")).isZero();
    assertThat(rank("io[-_]uring.vger*")).isZero();
    assertThat(rank("[a-j]o-*g.v*r.*")).isZero();
    assertThat(rank("[!a-h]o-uring.*")).isZero();
    assertThat(rank("io[!-]uring.*")).isEqualTo(1);
    assertThat(rank("io-uring.vger")).isEqualTo(1);
    assertThat(rank("[io-uring*")).isEqualTo(1);
  }

  private static int rank(String glob) {
    return new ListPreference(List.of(glob))
        .rank(Octets.utf8("List-Id: IO <io-uring.vger.example>\n\ntext\n"));
  }
}
