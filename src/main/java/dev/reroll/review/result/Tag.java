package dev.reroll.review.result;

import dev.reroll.mail.Person;
import dev.reroll.mail.Trailer;
import java.util.Locale;
import java.util.Optional;

/**
 * A trailer, and the person in it where it names one.
 *
 * @param key as people write it, such as {@code Reviewed-by}
 * @param value what stands behind the colon
 * @param person the person that {@code value} names, for keys that end in {@code -by} and for Cc
 */
public record Tag(String key, String value, Optional<Person> person) {
  /** Takes a trailer as a tag, and reads the person in it. */
  public static Tag of(Trailer trailer) {
    boolean names = isPersonal(trailer.key());
    return new Tag(
        trailer.key(),
        trailer.value(),
        names ? PersonText.read(trailer.value()) : Optional.empty());
  }

  private static boolean isPersonal(String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    return lower.endsWith("-by") || lower.equals("cc");
  }

  /** Whether a reader of the patch gives it: reviewed, acked, tested, but not signed off. */
  public boolean isGiven() {
    String lower = key.toLowerCase(Locale.ROOT);
    return lower.equals("reviewed-by") || lower.equals("acked-by") || lower.equals("tested-by");
  }

  /** Whether both say the same of the same person, or have the same value. */
  public boolean isSameAs(Tag other) {
    if (!key.equalsIgnoreCase(other.key)) {
      return false;
    }
    return (person.isPresent() && other.person.isPresent())
        ? SamePerson.test(person.get(), other.person.get())
        : value.equals(other.value);
  }

  /** Formats as {@code Reviewed-by: Ada Example <ada@example.org>}. */
  @Override
  public String toString() {
    return key + ": " + value;
  }

  /** Reads a person as trailers name one: {@code Ada Example <ada@example.org> # remark}. */
  static final class PersonText {
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
}
