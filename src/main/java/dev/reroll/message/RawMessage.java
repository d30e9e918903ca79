package dev.reroll.message;

import dev.reroll.bytes.Octets;
import dev.reroll.problem.Locator;
import java.util.Optional;

/**
 * A mail before anyone has read it.
 *
 * @param id its message id, where it has one
 * @param octets headers, an empty line, the body; transfer encodings and line ends as they came,
 *     the mailbox's own quoting ({@code >From}) removed, without a {@code From } line
 * @param where the first octet of the message in its container
 */
public record RawMessage(Optional<MessageId> id, Octets octets, Locator where) {
  /** Returns the mail that {@code octets} are, with the id that its headers give it. */
  public static RawMessage of(Octets octets, Locator where) {
    return new RawMessage(MessageIdScan.find(octets), octets, where);
  }
}
