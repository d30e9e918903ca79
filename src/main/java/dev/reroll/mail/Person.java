package dev.reroll.mail;

/**
 * Names someone who sends mail or writes patches.
 *
 * @param name decoded, as git would store it; the address where the mail gives no usable name
 * @param address without angle brackets; empty where there is none
 */
public record Person(String name, String address) {
  /** Formats as {@code Name <address>}. */
  @Override
  public String toString() {
    return name + " <" + address + ">";
  }
}
