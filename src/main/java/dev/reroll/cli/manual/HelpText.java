package dev.reroll.cli.manual;

import dev.reroll.cli.option.Option;
import dev.reroll.cli.option.Syntax;

/** The text that {@code reroll COMMAND --help} prints, at most 80 columns wide. */
public final class HelpText {
  private static final int WIDTH = 80;

  /** The column of the descriptions, counted from 0. */
  private static final int INDENT = 25;

  private static final String SHORT_NAME = "  ";
  private static final String NO_SHORT_NAME = "      ";

  private HelpText() {}

  /**
   * Returns the whole text.
   *
   * @param head what the command is for, examples and usage
   * @param tail what stands below the options; may be empty
   */
  public static String of(Syntax syntax, String head, String tail) {
    StringBuilder text = new StringBuilder(head);
    for (Syntax.Section section : syntax.sections()) {
      text.append('\n');
      if (!section.title().isEmpty()) {
        text.append(section.title()).append(":\n");
      }
      section.options().forEach(option -> add(option, text));
    }
    return (tail.isEmpty() ? text : text.append('\n').append(tail)).toString();
  }

  private static void add(Option option, StringBuilder text) {
    String name = (option.names().get(0).startsWith("--") ? NO_SHORT_NAME : SHORT_NAME);
    StringBuilder line = new StringBuilder(name).append(option.written());
    if (line.length() >= INDENT) {
      text.append(line).append('\n');
      line.setLength(0);
    }
    line.append(" ".repeat(INDENT - line.length()));
    for (String word : option.text().split(" ", -1)) {
      if (line.length() + word.length() > WIDTH) {
        text.append(line.toString().stripTrailing()).append('\n');
        line = new StringBuilder(" ".repeat(INDENT));
      }
      line.append(word).append(' ');
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }
}
