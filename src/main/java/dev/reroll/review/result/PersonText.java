package dev.reroll.review.result;

import dev.reroll.mail.Person;
import java.util.Optional;

/** Reads a person as trailers name one: {@code Ada Example <ada@example.org> # remark}. */
final class PersonText {
  private PersonText() {}

  /** Finds name and address; either may be missing, a remark behind the address is dropped. */
  static Optional<Person> read(String text) {
    int open = text.indexOf('<');
    int close = text.indexOf('>', open + 1);
    if (open < 0 || close < 0) {
      String bare = text.strip();
      boolean isAddress = bare.indexOf('@') > 0 && bare.indexOf(' ') < 0;
      return bare.isEmpty()
          ? Optional.empty()
          : Optional.of(isAddress ? new Person(bare, bare) : new Person(bare, ""));
    }
    String address = text.substring(open + 1, close).strip();
    String name = unquoted(text.substring(0, open).strip());
    return Optional.of(new Person(name.isEmpty() ? address : name, address));
  }

  private static String unquoted(String name) {
    boolean quoted = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"");
    return quoted ? name.substring(1, name.length() - 1) : name;
  }
}
