package dev.reroll.message;

import dev.reroll.bytes.Octets;
import dev.reroll.problem.Locator;
import java.nio.charset.StandardCharsets;
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

  /** Finds the {@code Message-ID} of a mail: in any case, folded or not; the first one counts. */
  static final class MessageIdScan {
    private MessageIdScan() {}

    static Optional<MessageId> find(Octets message) {
      int at = 0;
      while (at < message.length()) {
        int colon = HeaderLine.colonOf(message, at);
        if (colon < 0 && !isStray(message, at)) {
          return Optional.empty();
        }
        int end = HeaderLine.endOfHeader(message, at);
        if (colon > 0 && HeaderLine.isNamed(message, at, colon, "message-id")) {
          return idIn(message.slice(colon + 1, end));
        }
        at = end;
      }
      return Optional.empty();
    }

    /** "From " lines that got between the headers end no header block, neither here nor in git. */
    private static boolean isStray(Octets message, int at) {
      return message.startsWith("From ", at) || message.startsWith(">From ", at);
    }

    private static Optional<MessageId> idIn(Octets value) {
      StringBuilder text = new StringBuilder();
      for (char c : value.decode(StandardCharsets.UTF_8).toCharArray()) {
        if (c > ' ') {
          text.append(c);
        }
      }
      int open = text.indexOf("<");
      int close = text.indexOf(">", open + 1);
      String id = open < 0 || close < 0 ? text.toString() : text.substring(open + 1, close);
      return id.isEmpty() ? Optional.empty() : Optional.of(new MessageId(id));
    }
  }
}
