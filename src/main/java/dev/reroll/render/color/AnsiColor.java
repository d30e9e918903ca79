package dev.reroll.render.color;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/**
 * Turns a colour as git's configuration writes it ({@code bold red}, {@code ul 123 #00ff7f}) into
 * the escape sequence that git prints for it (git-config(1), "color"). As there, names of colours
 * may be written in capitals, attributes not.
 */
public final class AnsiColor {
  private static final List<String> NAMES =
      List.of("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white");
  private static final Map<String, Integer> ATTRIBUTES =
      Map.of("bold", 1, "dim", 2, "italic", 3, "ul", 4, "blink", 5, "reverse", 7, "strike", 9);

  private final TreeSet<Integer> attributes = new TreeSet<>();
  private boolean reset;
  private Optional<String> foreground = Optional.empty();
  private Optional<String> background = Optional.empty();

  private AnsiColor() {}

  /**
   * Returns the escape sequence for {@code text}: empty where it asks for nothing, as {@code
   * normal} does. No value where {@code text} is no colour.
   */
  public static Optional<String> parse(String text) {
    AnsiColor color = new AnsiColor();
    for (String word : text.split("\\s+", -1)) {
      if (!word.isEmpty() && !color.take(word)) {
        return Optional.empty();
      }
    }
    return Optional.of(color.sequence());
  }

  private boolean take(String word) {
    if (word.equalsIgnoreCase("reset")) {
      reset = true;
      return true;
    }
    OptionalInt attribute = attribute(word);
    if (attribute.isPresent()) {
      attributes.add(attribute.getAsInt());
      return true;
    }
    if (foreground.isEmpty()) {
      foreground = code(word.toLowerCase(Locale.ROOT), 30);
      return foreground.isPresent();
    }
    if (background.isEmpty()) {
      background = code(word.toLowerCase(Locale.ROOT), 40);
      return background.isPresent();
    }
    return false;
  }

  private static OptionalInt attribute(String word) {
    Integer plain = ATTRIBUTES.get(word);
    if (plain != null) {
      return OptionalInt.of(plain);
    }
    String name = word.startsWith("no-") ? word.substring(3) : word.replaceFirst("^no", "");
    Integer negated = word.startsWith("no") ? ATTRIBUTES.get(name) : null;
    if (negated == null) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(negated == 1 ? 22 : negated + 20);
  }

  /** Returns the parameter for a colour's name or number; {@code base} is 30 or 40. */
  private static Optional<String> code(String word, int base) {
    if (word.equals("normal") || word.equals("-1")) {
      return Optional.of("");
    }
    if (word.equals("default")) {
      return Optional.of(String.valueOf(base + 9));
    }
    boolean bright = word.startsWith("bright");
    int name = NAMES.indexOf(bright ? word.substring("bright".length()) : word);
    if (name >= 0) {
      return Optional.of(String.valueOf(base + (bright ? 60 : 0) + name));
    }
    return word.startsWith("#") ? rgb(word, base) : number(word, base);
  }

  private static Optional<String> number(String word, int base) {
    if (!word.matches("\\+?0{0,9}\\d{1,3}") || Integer.parseInt(word) > 255) {
      return Optional.empty();
    }
    int number = Integer.parseInt(word);
    if (number < 16) {
      return Optional.of(String.valueOf(base + (number < 8 ? number : number + 52)));
    }
    return Optional.of((base + 8) + ";5;" + number);
  }

  private static Optional<String> rgb(String word, int base) {
    if (!word.matches("#[0-9a-f]{6}")) {
      return Optional.empty();
    }
    int value = Integer.parseInt(word.substring(1), 16);
    return Optional.of(
        (base + 8) + ";2;" + (value >> 16) + ";" + (value >> 8 & 255) + ";" + (value & 255));
  }

  private String sequence() {
    StringBuilder parameters = new StringBuilder();
    attributes.forEach(attribute -> parameters.append(';').append(attribute));
    foreground
        .filter(code -> !code.isEmpty())
        .ifPresent(code -> parameters.append(';').append(code));
    background
        .filter(code -> !code.isEmpty())
        .ifPresent(code -> parameters.append(';').append(code));
    if (parameters.isEmpty() && !reset) {
      return "";
    }
    return "\u001b[" + (reset || parameters.isEmpty() ? parameters : parameters.substring(1)) + "m";
  }
}
