package dev.reroll.deliver;

import dev.reroll.mail.Person;
import dev.reroll.message.OctetBuilder;
import dev.reroll.message.Octets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes headers, folded at 76 columns where they have blanks (RFC 5322, 2.2.3); line ends are LF.
 */
final class HeaderWriter {
  private static final int WIDTH = 76;

  private final OctetBuilder out = new OctetBuilder(1024);

  /** Appends a header whose value is known to be clean. */
  HeaderWriter fixed(String name, String value) {
    return folded(name, List.of(value.split(" ", -1)));
  }

  /** Appends a header whose value may be anything. */
  HeaderWriter text(String name, String value) {
    return folded(name, HeaderText.words(value));
  }

  /** Appends a header of people, folded between them where that will do; none for nobody. */
  HeaderWriter people(String name, List<Person> people) {
    if (people.isEmpty()) {
      return this;
    }
    List<String> words = new ArrayList<>();
    for (int i = 0; i < people.size(); i++) {
      List<String> parts = new ArrayList<>(HeaderText.words(people.get(i)));
      int last = parts.size() - 1;
      parts.set(last, parts.get(last) + (i < people.size() - 1 ? "," : ""));
      String whole = String.join(" ", parts);
      words.addAll(whole.length() < WIDTH ? List.of(whole) : parts);
    }
    return folded(name, words);
  }

  private HeaderWriter folded(String name, List<String> words) {
    out.append(name).append(':');
    int column = name.length() + 1;
    boolean first = true;
    for (String word : words) {
      if (!first && column + 1 + word.length() > WIDTH) {
        out.append('\n');
        column = 0;
      }
      out.append(' ').append(word);
      column += 1 + word.length();
      first = false;
    }
    out.append('\n');
    return this;
  }

  Octets toOctets() {
    return out.toOctets();
  }
}
