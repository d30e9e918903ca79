package dev.reroll.deliver;

import dev.reroll.mail.Person;
import java.util.List;
import java.util.stream.Stream;

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
