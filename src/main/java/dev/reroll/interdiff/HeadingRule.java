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
}
