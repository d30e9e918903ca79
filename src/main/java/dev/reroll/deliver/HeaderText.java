package dev.reroll.deliver;

import dev.reroll.mail.Person;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Turns text that may come from anyone's mail into header values that hold one value and nothing
 * else: no line breaks, no control or direction characters, encoded words (RFC 2047) for all that
 * is not plain ASCII.
 */
final class HeaderText {
  /** Names and subjects beyond this many characters are cut; no honest one is so long. */
  static final int MAX_CHARACTERS = 400;

  /** An encoded word has at most 75 characters (RFC 2047, 2), 12 of them around the text. */
  private static final int MAX_ENCODED = 62;

  private static final Pattern ATOMS = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]+");
  private static final Pattern ADDRESS =
      Pattern.compile("(?!-)[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9.:\\[\\]-]{1,255}");

  private HeaderText() {}

  /** Whether {@code address} can stand in a header, an envelope and a command as it is. */
  static boolean isAddress(String address) {
    return ADDRESS.matcher(address).matches();
  }

  /** Returns {@code text} on one line, with single blanks and without what is not meant to show. */
  static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().forEach(character -> appendClean(character, clean));
    String line = clean.toString().strip();
    if (line.codePointCount(0, line.length()) > MAX_CHARACTERS) {
      line = line.substring(0, line.offsetByCodePoints(0, MAX_CHARACTERS)) + "…";
    }
    return line;
  }

  private static void appendClean(int character, StringBuilder clean) {
    boolean blank =
        Character.isWhitespace(character)
            || Character.isISOControl(character)
            || Character.isSpaceChar(character);
    if (blank) {
      if (clean.length() > 0 && clean.charAt(clean.length() - 1) != ' ') {
        clean.append(' ');
      }
    } else if (Character.getType(character) == Character.SURROGATE) {
      clean.append('\ufffd');
    } else if (Character.getType(character) != Character.FORMAT) {
      clean.appendCodePoint(character);
    }
  }

  /** Returns the words of {@code text}, to be put together with a blank between them. */
  static List<String> words(String text) {
    String line = clean(text);
    return isPlain(line) ? List.of(line.split(" ", -1)) : encodedWords(line);
  }

  /** Returns the parts of {@code Name <address>}, to be put together with blanks between them. */
  static List<String> words(Person person) {
    String name = clean(person.name());
    if (name.isEmpty() || name.equals(person.address())) {
      return List.of(person.address());
    }
    List<String> words = new ArrayList<>();
    if (!isPlain(name)) {
      words.addAll(encodedWords(name));
    } else if (ATOMS.matcher(name).matches()) {
      words.addAll(List.of(name.split(" ", -1)));
    } else {
      words.add('"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"');
    }
    words.add("<" + person.address() + ">");
    return words;
  }

  /** What looks like an encoded word must be encoded itself, or readers would decode it. */
  private static boolean isPlain(String line) {
    return line.chars().allMatch(c -> c >= ' ' && c < 0x7f)
        && !line.contains("=?")
        && longestWord(line) < 200;
  }

  private static int longestWord(String line) {
    int longest = 0;
    for (String word : line.split(" ", -1)) {
      longest = Math.max(longest, word.length());
    }
    return longest;
  }

  private static List<String> encodedWords(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < line.length(); i = line.offsetByCodePoints(i, 1)) {
      String encoded = encoded(line.codePointAt(i));
      if (word.length() + encoded.length() > MAX_ENCODED) {
        words.add("=?UTF-8?q?" + word + "?=");
        word.setLength(0);
      }
      word.append(encoded);
    }
    words.add("=?UTF-8?q?" + word + "?=");
    return words;
  }

  /** Encodes so that the word may also stand in a name (RFC 2047, 5 (3)). */
  private static String encoded(int character) {
    if (character == ' ') {
      return "_";
    }
    boolean bare =
        (character >= 'a' && character <= 'z')
            || (character >= 'A' && character <= 'Z')
            || (character >= '0' && character <= '9')
            || "!*+-/".indexOf(character) >= 0;
    if (bare) {
      return Character.toString(character);
    }
    StringBuilder encoded = new StringBuilder();
    for (byte octet : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
      encoded.append(String.format("=%02X", octet & 0xff));
    }
    return encoded.toString();
  }
}
