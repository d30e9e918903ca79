package dev.reroll.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.bytes.Octets;
import dev.reroll.problem.Diagnostic;
import dev.reroll.problem.Locator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageBagTest {
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final MessageBag bag = new MessageBag(diagnostics::add);

  private boolean add(String mail, long offset) {
    RawMessage message = MailboxSplitter.split(Octets.utf8(mail), "m").get(0);
    return bag.add(new RawMessage(message.id(), message.octets(), new Locator("m", offset)));
  }

  @Test
  void copyThatCameAnotherWayIsLeftOutSilently() {
    assertThat(add("Received: x\nMessage-ID: <a@b>\nSubject: s\n\ntext\n", 0)).isTrue();
    assertThat(add("List-Id: y\nMessage-ID: <a@b>\nSubject:  s\n\ntext\n\n", 9)).isFalse();
    assertThat(bag.messages()).hasSize(1);
    assertThat(diagnostics).isEmpty();
  }

  @Test
  void otherContentUnderTheSameIdIsNoted() {
    add("Message-ID: <a@b>\nSubject: s\n\ntext\n", 0);
    add("Message-ID: <a@b>\nSubject: s\n\nother\n", 9);
    assertThat(bag.messages()).hasSize(1);
    assertThat(diagnostics)
        .containsExactly(
            Diagnostic.note(
                new Locator("m", 9),
                "a mail with the same message id as at m:0, but other content; only the first is"
                    + " read"));
  }

  @Test
  void mailsWithoutAnIdAreAllKept() {
    add("Subject: s\n\ntext\n", 0);
    add("Subject: s\n\ntext\n", 9);
    assertThat(bag.count()).isEqualTo(2);
  }
}
