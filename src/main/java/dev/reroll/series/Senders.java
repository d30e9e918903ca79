package dev.reroll.series;

import dev.reroll.mail.Person;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** Knows the names that one sender goes by. */
final class Senders {
  private static final String RELAYED = " via ";

  private Senders() {}

  /**
   * Returns name and address in lower case; none of an empty sender. What a list or relay adds to a
   * name ({@code Ada via B4 Relay}) is taken off.
   */
  static Set<String> namesOf(Person sender) {
    Set<String> names = new LinkedHashSet<>();
    String name = sender.name().toLowerCase(Locale.ROOT);
    int relayed = name.indexOf(RELAYED);
    names.add((relayed > 0 ? name.substring(0, relayed) : name).strip());
    names.add(sender.address().toLowerCase(Locale.ROOT));
    names.remove("");
    return names;
  }
}
