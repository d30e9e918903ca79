package dev.reroll.app.select;

import dev.reroll.mail.MailReader;
import dev.reroll.message.RawMessage;
import dev.reroll.problem.Diagnostic;
import dev.reroll.problem.Refusal;
import dev.reroll.source.Limits;
import dev.reroll.source.MailboxSource;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The one place where mailboxes are read.
 *
 * @param folder the folder that relative names start from
 * @param standardInput what the mailbox {@code -} stands for; stays open
 * @param limits how much is read at most
 * @param obeysScissors whether what stands above {@code -- >8 --} is no part of a patch
 */
public record MailboxReader(
    Path folder, InputStream standardInput, Limits limits, boolean obeysScissors) {
  /** Returns what reads the mails. */
  MailReader mails(Consumer<Diagnostic> heard) {
    return new MailReader(heard, obeysScissors);
  }

  /**
   * Reads the mailbox {@code name}, and sorts its mails into series.
   *
   * @throws Refusal where it cannot be read
   */
  Mailbox mailbox(String name, Consumer<Diagnostic> heard) throws Refusal {
    return Mailbox.of(name, read(name, heard), mails(heard));
  }

  /**
   * Reads the mails of the mailbox {@code name}.
   *
   * @throws Refusal where it cannot be read
   */
  public List<RawMessage> read(String name, Consumer<Diagnostic> heard) throws Refusal {
    return new MailboxSource(folder, standardInput, limits, heard).read(name);
  }

  /** Finds the one mail on standard input that stands for the series it belongs to. */
  static Optional<RawMessage> pipedMail(String name, List<RawMessage> messages) {
    boolean isOne = name.equals(MailboxSource.STANDARD_INPUT) && messages.size() == 1;
    return isOne && messages.get(0).id().isPresent()
        ? Optional.of(messages.get(0))
        : Optional.empty();
  }
}
