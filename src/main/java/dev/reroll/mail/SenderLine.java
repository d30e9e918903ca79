package dev.reroll.mail;

import dev.reroll.bytes.Octets;
import dev.reroll.mail.subject.Words;
import java.nio.charset.StandardCharsets;

/**
 * Takes a {@code From} header apart as git does, which is not how RFC 5322 does it.
 *
 * <p>The address is the run of non-blanks around the first {@code @}, within angle brackets if
 * there are any; what remains is the name. Quotes go, comments stay. A name that is missing, longer
 * than 60 octets, or that holds {@code @}, {@code <} or {@code >} is replaced by the address.
 */
final class SenderLine {
  private static final int MAX_NAME = 60;
  private static final String CRUD = ".,:;<>\"\\'";

  private SenderLine() {}

  /** Reads a decoded header into a person such as {@code git mailinfo} prints. */
  static Person read(String header) {
    if (header.indexOf('@') < 0) {
      return withoutAt(header);
    }
    String plain = withoutQuotes(header);
    return aroundAt(plain, plain.indexOf('@'));
  }

  /** Returns {@code person} as a commit stores it: no punctuation at the ends of either part. */
  static Person asCommitted(Person person) {
    return new Person(withoutCrud(person.name()), withoutCrud(person.address()));
  }

  private static Person withoutAt(String plain) {
    int open = plain.indexOf('<');
    int close = plain.indexOf('>', open + 1);
    if (open < 0 || close < 0) {
      return new Person("", "");
    }
    String address = oneLine(plain.substring(open + 1, close));
    return sane(oneLine(plain.substring(0, open)), address);
  }

  private static Person aroundAt(String plain, int at) {
    int start = at;
    while (start > 0 && !isBlank(plain.charAt(start - 1)) && plain.charAt(start - 1) != '<') {
      start--;
    }
    int end = at;
    while (end < plain.length() && !isAddressEnd(plain.charAt(end))) {
      end++;
    }
    boolean bracket = start > 0 && plain.charAt(start - 1) == '<';
    String before = bracket ? plain.substring(0, start - 1) + " " : plain.substring(0, start);
    String after = plain.substring(Math.min(end + 1, plain.length()));
    return sane(withoutOuterParentheses(oneLine(before + after)), plain.substring(start, end));
  }

  private static Person sane(String name, String address) {
    boolean unusable =
        name.isEmpty()
            || name.getBytes(StandardCharsets.UTF_8).length > MAX_NAME
            || name.indexOf('@') >= 0
            || name.indexOf('<') >= 0
            || name.indexOf('>') >= 0;
    return new Person(unusable ? address : name, address);
  }

  private static String withoutOuterParentheses(String name) {
    boolean enclosed = name.startsWith("(") && name.endsWith(")") && name.length() > 1;
    return enclosed ? name.substring(1, name.length() - 1) : name;
  }

  /** Takes off quotes and the backslashes within quotes and comments; comments nest. */
  private static String withoutQuotes(String header) {
    if (header.indexOf('"') < 0 && header.indexOf('\\') < 0) {
      return header; // As most are.
    }
    StringBuilder out = new StringBuilder(header.length());
    boolean quoted = false;
    int depth = 0;
    for (int i = 0; i < header.length(); i++) {
      char c = header.charAt(i);
      boolean within = quoted || depth > 0;
      if (within && c == '\\' && i + 1 < header.length()) {
        i++;
        out.append(header.charAt(i));
      } else if (c == '"' && depth == 0) {
        quoted = !quoted;
      } else if (!(within && c == '\\')) {
        depth += quoted ? 0 : c == '(' ? 1 : c == ')' && depth > 0 ? -1 : 0;
        out.append(c);
      }
    }
    return out.toString();
  }

  private static String withoutCrud(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isCrud(text.charAt(start))) {
      start++;
    }
    while (end > start && isCrud(text.charAt(end - 1))) {
      end--;
    }
    return Words.joined(text.substring(start, end), "\n<>");
  }

  private static boolean isCrud(char c) {
    return c <= ' ' || CRUD.indexOf(c) >= 0;
  }

  private static boolean isBlank(char c) {
    return Blanks.isBlank(c);
  }

  private static boolean isAddressEnd(char c) {
    return isBlank(c) || c == '\f' || c == 0x0B || c == '>';
  }

  private static String oneLine(String text) {
    return Blanks.collapsed(Octets.utf8(text)).decode(StandardCharsets.UTF_8);
  }
}
