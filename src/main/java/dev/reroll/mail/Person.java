package dev.reroll.mail;

import java.util.Locale;
import java.util.Optional;

/**
 * Names someone who sends mail or writes patches.
 *
 * @param name decoded, as git would store it; the address where the mail gives no usable name
 * @param address without angle brackets; empty where there is none
 */
public record Person(String name, String address) {
  private static final String RELAYED = " via ";

  /**
   * Returns the name of someone whose mail a list or relay sends under its own address: {@code Ada}
   * of {@code Ada via queue-devel <queue-devel@lists.example.org>}. Lists do so for senders whose
   * domain forbids to pass on their mail (DMARC, RFC 7489); then the address is not the sender's.
   */
  public Optional<String> relayedName() {
    int end = name.toLowerCase(Locale.ROOT).indexOf(RELAYED);
    String own = end < 0 ? "" : name.substring(0, end).strip();
    return own.isEmpty() ? Optional.empty() : Optional.of(own);
  }

  /** Returns the person without what a list or relay adds to the name. */
  public Person withoutRelay() {
    Optional<String> own = relayedName();
    return own.isPresent() ? new Person(own.get(), address) : this;
  }

  /** Formats as {@code Name <address>}. */
  @Override
  public String toString() {
    return name + " <" + address + ">";
  }
}
