package dev.reroll.deliver;

import dev.reroll.bytes.Octets;
import dev.reroll.mail.Person;
import dev.reroll.message.MessageId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a mail is to say, and to whom, before it is put into headers and lines.
 *
 * @param from who sends it; the address is one
 * @param recipients those who get it
 * @param subject its subject, which may be anything
 * @param place where in a thread it stands
 * @param versions which two versions it is about, in characters that a header can hold
 * @param confirmed whether a person reads it before it leaves; else it says that none did (RFC
 *     3834, 5)
 * @param body UTF-8 text whose lines end in LF
 */
public record OutgoingMail(
    Person from,
    Recipients recipients,
    String subject,
    ThreadPlace place,
    String versions,
    boolean confirmed,
    Octets body) {

  /**
   * Names those who get a mail.
   *
   * @param to those that it is for
   * @param cc those who should know
   * @param bcc those whom nobody sees; a kept mail names them, a sent one does not
   */
  public record Recipients(List<Person> to, List<Person> cc, List<Person> bcc) {
    /** Nobody. */
    public static final Recipients NONE = new Recipients(List.of(), List.of(), List.of());

    public Recipients {
      to = List.copyOf(to);
      cc = List.copyOf(cc);
      bcc = List.copyOf(bcc);
    }

    /** Returns the addresses, each once. */
    public List<String> addresses() {
      return Stream.of(to, cc, bcc).flatMap(List::stream).map(Person::address).distinct().toList();
    }
  }

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
}
