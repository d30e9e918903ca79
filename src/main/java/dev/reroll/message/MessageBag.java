package dev.reroll.message;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /** Takes {@code message} in, unless one with its id is there; says whether it did. */
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
}
