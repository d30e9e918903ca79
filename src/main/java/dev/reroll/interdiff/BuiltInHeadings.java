package dev.reroll.interdiff;

import dev.reroll.bytes.Octets;
import dev.reroll.bytes.Utf8;
import dev.reroll.bytes.WhiteSpace;
import java.util.Optional;

/**
 * Knows which lines git takes for headings in files whose attribute names a language that it knows
 * by itself. Only C and C++ are told apart; for other languages the standard rule holds.
 */
public final class BuiltInHeadings {
  private BuiltInHeadings() {}

  /** Finds the rule of the language that git calls {@code driver}. */
  public static Optional<HeadingRule> of(String driver) {
    return driver.equals("cpp") ? Optional.of(BuiltInHeadings::ofCpp) : Optional.empty();
  }

  /** Takes what begins at the margin with a name or {@code ::}, but for labels. */
  private static Optional<Octets> ofCpp(Octets line) {
    if (!Utf8.isWellFormed(line) || isLabel(line)) {
      return Optional.empty();
    }
    int name = 0;
    if (line.startsWith("::")) {
      name = skipBlanks(line, 2);
    }
    boolean isName = name < line.length() && isNameStart(line.at(name));
    return isName ? Optional.of(HeadingRule.cut(line)) : Optional.empty();
  }

  /** Whether it is a jump target or an access declaration: a name, a colon, at most a comment. */
  private static boolean isLabel(Octets line) {
    int from = 0;
    while (from < line.length() && (line.at(from) == ' ' || line.at(from) == '\t')) {
      from++;
    }
    int end = from;
    while (end < line.length() && isNamePart(line.at(end))) {
      end++;
    }
    if (end == from || !isNameStart(line.at(from)) || end >= line.length() || line.at(end) != ':') {
      return false;
    }
    int rest = skipBlanks(line, end + 1);
    return rest == line.length() || line.startsWith("//", rest) || line.startsWith("/*", rest);
  }

  private static int skipBlanks(Octets line, int from) {
    int at = from;
    while (at < line.length() && WhiteSpace.is(line.at(at))) {
      at++;
    }
    return at;
  }

  private static boolean isNameStart(byte octet) {
    return (octet >= 'a' && octet <= 'z') || (octet >= 'A' && octet <= 'Z') || octet == '_';
  }

  private static boolean isNamePart(byte octet) {
    return isNameStart(octet) || (octet >= '0' && octet <= '9');
  }
}
