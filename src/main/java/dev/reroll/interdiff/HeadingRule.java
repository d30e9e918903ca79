package dev.reroll.interdiff;

import dev.reroll.bytes.Octets;
import dev.reroll.bytes.Utf8;
import dev.reroll.bytes.WhiteSpace;
import java.util.Optional;

/** Knows which lines of a file are worth to be the heading of a hunk. */
public interface HeadingRule {
  /** Git cuts headings to as many octets. */
  int LONGEST = 80;

  /** Takes lines that begin with a letter, an underscore or a dollar sign. */
  HeadingRule STANDARD = line -> startsName(line) ? Optional.of(cut(line)) : Optional.empty();

  /** Finds the heading that {@code line}, without its line end, makes. */
  Optional<Octets> headingOf(Octets line);

  /** Finds the heading that {@code line}, with its line end, makes. */
  default Optional<Octets> headingOfWhole(Octets line) {
    int end = line.length();
    if (end > 0 && line.at(end - 1) == '\n') {
      end--;
      if (end > 0 && line.at(end - 1) == '\r') {
        end--;
      }
    }
    return headingOf(line.slice(0, end));
  }

  /** Whether a line begins with what begins a name. */
  static boolean startsName(Octets line) {
    if (line.isEmpty()) {
      return false;
    }
    byte first = line.at(0);
    return (first >= 'a' && first <= 'z')
        || (first >= 'A' && first <= 'Z')
        || first == '_'
        || first == '$';
  }

  /**
   * Cuts a heading to its greatest length, then takes the white space at its end off, and at last
   * all from the first octet that is no UTF-8.
   */
  static Octets cut(Octets heading) {
    Octets cut = heading.slice(0, Math.min(heading.length(), LONGEST));
    return Utf8.wellFormedPart(WhiteSpace.trimEnd(cut));
  }

  /**
   * Knows which lines git takes for headings in files whose attribute names a language that it
   * knows by itself. Only C and C++ are told apart; for other languages the standard rule holds.
   */
  final class BuiltInHeadings {
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
      if (end == from
          || !isNameStart(line.at(from))
          || end >= line.length()
          || line.at(end) != ':') {
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
}
