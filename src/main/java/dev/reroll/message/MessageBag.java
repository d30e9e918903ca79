package dev.reroll.message;

import dev.reroll.bytes.Octets;
import dev.reroll.problem.Diagnostic;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Collects messages in order of arrival; of those with the same message id it keeps the first.
 *
 * <p>The copies that several lists made of one mail differ in trace headers. A copy that says
 * something else (another subject, sender, body) is reported as a note, and left out all the same.
 */
public final class MessageBag {
  private final Consumer<Diagnostic> diagnostics;
  private final List<RawMessage> messages = new ArrayList<>();
  private final Map<MessageId, RawMessage> byId = new HashMap<>();

  /**
   * Starts empty.
   *
   * @param diagnostics hears of copies that differ
   */
  public MessageBag(Consumer<Diagnostic> diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Takes {@code message} in, unless one with its id is there; returns whether it did. */
  public boolean add(RawMessage message) {
    if (message.id().isEmpty()) {
      messages.add(message);
      return true;
    }
    RawMessage first = byId.putIfAbsent(message.id().get(), message);
    if (first == null) {
      messages.add(message);
      return true;
    }
    if (!MailContent.of(first.octets()).equals(MailContent.of(message.octets()))) {
      diagnostics.accept(
          Diagnostic.note(
              message.where(),
              "a mail with the same message id as at "
                  + first.where()
                  + ", but other content; only the first is read"));
    }
    return false;
  }

  /** Returns how many messages were taken in. */
  public int count() {
    return messages.size();
  }

  /** Returns the messages taken in, in order of arrival. */
  public List<RawMessage> messages() {
    return List.copyOf(messages);
  }

  /**
   * What the sender of a mail said: a few headers and the body, without the traces of its way.
   *
   * @param headers the headers that the sender wrote, by lower-case name, with white space made one
   * @param body the body without white space at its end
   */
  private record MailContent(Map<String, String> headers, Octets body) {
    private static final Set<String> BY_SENDER =
        Set.of("from", "subject", "date", "in-reply-to", "content-transfer-encoding");

    static MailContent of(Octets message) {
      Map<String, String> headers = new TreeMap<>();
      int at = 0;
      int colon;
      while ((colon = HeaderLine.colonOf(message, at)) > 0) {
        int end = HeaderLine.endOfHeader(message, at);
        String name =
            message.slice(at, colon).decode(StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
        if (BY_SENDER.contains(name)) {
          headers.put(name, plain(message.slice(colon + 1, end)));
        }
        at = end;
      }
      return new MailContent(headers, trimmed(message.slice(at)));
    }

    private static String plain(Octets value) {
      StringBuilder text = new StringBuilder();
      boolean blank = false;
      for (char c : value.decode(StandardCharsets.ISO_8859_1).toCharArray()) {
        if (c > ' ') {
          text.append(blank && !text.isEmpty() ? " " : "").append(c);
        }
        blank = c <= ' ';
      }
      return text.toString();
    }

    private static Octets trimmed(Octets body) {
      int end = body.length();
      while (end > 0 && body.at(end - 1) >= 0 && body.at(end - 1) <= ' ') {
        end--;
      }
      return body.slice(0, end);
    }
  }
}
