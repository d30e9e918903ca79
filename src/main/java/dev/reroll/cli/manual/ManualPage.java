package dev.reroll.cli.manual;

import dev.reroll.cli.option.Option;
import dev.reroll.cli.option.Syntax;
import java.util.Locale;

/**
 * A manual page in mdoc(7): written by hand, except for the list of options, which is made from the
 * command's {@link Syntax}.
 */
public final class ManualPage {
  /** The line of a page that is replaced by the list of options. */
  private static final String PLACE = ".\\\" OPTIONS\n";

  private ManualPage() {}

  /**
   * Returns {@code page} with the list of options.
   *
   * @param page the page as it is written by hand, with one line that marks the place
   */
  public static String of(String page, Syntax syntax) {
    int place = page.indexOf(PLACE);
    if (place < 0) {
      throw new IllegalArgumentException("no place for the options of " + syntax.command());
    }
    return page.substring(0, place) + list(syntax) + page.substring(place + PLACE.length());
  }

  private static String list(Syntax syntax) {
    StringBuilder list = new StringBuilder();
    for (Syntax.Section section : syntax.sections()) {
      String title = section.title().isEmpty() ? "The options are" : section.title();
      list.append(list.length() == 0 ? "" : ".Pp\n").append(title).append(":\n");
      list.append(".Bl -tag -width Ds\n");
      section.options().forEach(option -> item(option, list));
      list.append(".El\n");
    }
    return list.toString();
  }

  private static void item(Option option, StringBuilder list) {
    list.append(".It");
    for (int i = 0; i < option.names().size(); i++) {
      list.append(i == 0 ? " Fl " : " , Fl ").append(option.names().get(i).substring(1));
    }
    String value = option.value();
    if (value.startsWith("[=")) {
      list.append(" Ns Op = Ns Ar ").append(value, 2, value.length() - 1);
    } else if (!value.isEmpty()) {
      list.append(" Ar ").append(value.replaceFirst("\\[(.+)]", "Op Ar $1"));
    }
    String text = option.text();
    String sentence = text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".";
    list.append('\n').append(escaped(sentence)).append('\n');
    if (!option.detail().isEmpty()) {
      list.append(escaped(option.detail()).replace(". ", ".\n")).append('\n');
    }
  }

  private static String escaped(String text) {
    String plain = text.replace("\\", "\\e").replace(" -", " \\-").replace(" \\--", " \\-\\-");
    return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
  }
}
