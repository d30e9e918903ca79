package dev.reroll.app.select;

import dev.reroll.problem.Hint;
import dev.reroll.source.ShellWord;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes the command that the user could type instead.
 *
 * @param mailboxes as the user typed them, one or two
 */
record CommandHint(List<String> mailboxes) {
  CommandHint {
    mailboxes = List.copyOf(mailboxes);
  }

  /** Returns the command without any option. */
  Hint plain() {
    return Hint.again(words());
  }

  /** Returns the command with {@code options} behind the mailboxes. */
  Hint with(String options) {
    return Hint.again(words() + " " + options);
  }

  private String words() {
    return mailboxes.stream().map(ShellWord::of).collect(Collectors.joining(" "));
  }
}
