package dev.reroll.review.result;

import dev.reroll.mail.Person;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells whether two names stand for one person: the address agrees, or the name does, since people
 * write from several addresses. Names agree whatever their case, accents left as they are; {@code
 * Example, Ada} is {@code Ada Example}, and what stands in brackets is not part of the name.
 */
public final class SamePerson {
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private SamePerson() {}

  /** Returns whether both names stand for one person. */
  public static boolean test(Person one, Person other) {
    boolean isRelayed = one.relayedName().isPresent() || other.relayedName().isPresent();
    String address = withoutDetail(one.address());
    if (!isRelayed
        && !address.isEmpty()
        && address.equalsIgnoreCase(withoutDetail(other.address()))) {
      return true;
    }
    String name = plain(one.withoutRelay().name());
    boolean isTelling = isRelayed || name.indexOf(' ') > 0;
    return isTelling && name.equals(plain(other.withoutRelay().name()));
  }

  /** Returns {@code ada@example.org} for {@code ada+lists@example.org} (RFC 5233). */
  private static String withoutDetail(String address) {
    int plus = address.indexOf('+');
    int at = address.lastIndexOf('@');
    return plus > 0 && plus < at ? address.substring(0, plus) + address.substring(at) : address;
  }

  /** Puts a blank for each quotation mark, and for what stands in brackets. */
  private static String withoutRemarks(String name) {
    StringBuilder bare = new StringBuilder(name.length());
    int lastClose = name.lastIndexOf(')');
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean opens = c == '(' && i < lastClose;
      bare.append(opens || c == '"' || c == '\'' ? ' ' : c);
      i = opens ? name.indexOf(')', i) : i;
    }
    return bare.toString();
  }

  private static String plain(String name) {
    String bare = withoutRemarks(name).strip();
    int comma = bare.indexOf(',');
    String turned =
        comma > 0 ? bare.substring(comma + 1).strip() + " " + bare.substring(0, comma) : bare;
    return BLANKS.matcher(turned).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
  }
}
