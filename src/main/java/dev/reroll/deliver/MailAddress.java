package dev.reroll.deliver;

import dev.reroll.mail.Person;
import dev.reroll.problem.Refusal;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayList;
import java.util.List;

/** Reads the addresses that a user types, as mail headers have them. */
public final class MailAddress {
  private MailAddress() {}

  /** Whether {@code address} can stand in a header, an envelope and a command as it is. */
  public static boolean isUsable(String address) {
    return HeaderText.isAddress(address);
  }

  /**
   * Reads one or several, with commas between.
   *
   * @param where the option or variable that has them
   */
  public static List<Person> read(String text, String where) throws Refusal {
    List<Person> people = new ArrayList<>();
    try {
      for (InternetAddress address : InternetAddress.parse(text)) {
        if (!isUsable(String.valueOf(address.getAddress()))) {
          throw new AddressException("no address");
        }
        String name = address.getPersonal() == null ? "" : address.getPersonal();
        people.add(new Person(name, address.getAddress()));
      }
    } catch (AddressException | RuntimeException wrong) {
      throw Refusal.unreadable(
          where + ": '" + HeaderText.clean(text) + "' is not an address",
          "reroll mail --to=list@example.org BEFORE AFTER");
    }
    return people;
  }
}
