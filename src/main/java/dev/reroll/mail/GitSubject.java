package dev.reroll.mail;

import dev.reroll.message.Octets;

/**
 * Makes a commit's subject of a mail's: drops leading {@code Re:}, bracket groups, blanks and
 * colons, in any order and number, as {@code git mailinfo} does.
 *
 * <p>Unlike {@link SubjectLine}, a group ends at its first closing bracket, and {@code AW:} stays.
 */
final class GitSubject {
  private GitSubject() {}

  static Octets of(Octets decoded) {
    int at = 0;
    int next;
    while ((next = skipOne(decoded, at)) > at) {
      at = next;
    }
    return Blanks.collapsed(decoded.slice(at));
  }

  private static int skipOne(Octets subject, int at) {
    if (at == subject.length()) {
      return at;
    }
    switch (subject.at(at)) {
      case 'r', 'R' -> {
        boolean marked = subject.startsWith("e:", at + 1) || subject.startsWith("E:", at + 1);
        // A subject that is nothing but "Re:" stays.
        boolean reply = marked && at + 3 < subject.length();
        return reply ? at + 3 : at;
      }
      case ' ', '\t', ':' -> {
        return at + 1;
      }
      case '[' -> {
        int close = subject.indexOf(']', at);
        return close < 0 ? at : close + 1;
      }
      default -> {
        return at;
      }
    }
  }
}
