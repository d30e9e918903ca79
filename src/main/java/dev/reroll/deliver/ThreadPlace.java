package dev.reroll.deliver;

import dev.reroll.message.MessageId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where in a thread a mail stands (RFC 5322, 3.6.4).
 *
 * @param parent the mail that it answers
 * @param references the mails above it, oldest first, the parent last
 */
public record ThreadPlace(MessageId parent, List<MessageId> references) {
  /** A line of a header has at most 998 octets, and an id cannot be folded. */
  private static final int MAX_ID = 900;

  /** The root and the nearest mails place a reply; more only makes headers longer. */
  private static final int MAX_REFERENCES = 20;

  public ThreadPlace {
    references = List.copyOf(references);
  }

  /**
   * Places an answer to {@code parent}.
   *
   * @param above the parent's References, else its In-Reply-To, oldest first; ids that no header
   *     can hold are left out, of very many those below the root
   * @return nothing where the parent's own id is no id
   */
  public static Optional<ThreadPlace> below(MessageId parent, List<MessageId> above) {
    if (!isUsable(parent)) {
      return Optional.empty();
    }
    Set<MessageId> usable = new LinkedHashSet<>();
    for (MessageId id : above) {
      if (isUsable(id) && !id.equals(parent)) {
        usable.add(id);
      }
    }
    List<MessageId> references = new ArrayList<>(usable);
    references.add(parent);
    int tooMany = references.size() - MAX_REFERENCES;
    if (tooMany > 0) {
      references.subList(1, 1 + tooMany).clear();
    }
    return Optional.of(new ThreadPlace(parent, references));
  }

  /** Whether a header can hold {@code id}: printable ASCII without brackets. */
  private static boolean isUsable(MessageId id) {
    String value = id.value();
    return value.length() <= MAX_ID
        && value.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '<' && c != '>');
  }
}
