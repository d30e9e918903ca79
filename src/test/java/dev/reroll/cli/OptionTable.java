package dev.reroll.cli;

import dev.reroll.cli.option.Option;
import dev.reroll.cli.option.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The table of options that {@code src/docs/commands.md} has for each command, in Markdown. */
final class OptionTable {
  /** Matches what is typed or looked up literally: options, commands, settings, files. */
  private static final Pattern TYPED =
      Pattern.compile(
          "(?<!\\S)(--?[a-zA-Z][\\w-]*(?:=\\w+)?"
              + "|git range-diff|git send-email|b4 diff(?: -\\w)?|reroll (?:inter)?diff"
              + "|(?:b4|reroll|sendemail|user)\\.[\\w.*-]*[\\w*]"
              + "|[\\w/]+/[\\w./]*\\w|https://\\S+|stable@|#!)(?![\\w-])");

  private OptionTable() {}

  /**
   * Returns the table, with a line feed behind every line.
   *
   * @param known options that the reader has met: they share one row, without their words
   * @param knownAs what that row says
   */
  static String of(Syntax syntax, List<Option> known, String knownAs) {
    StringBuilder table = new StringBuilder("| option | effect |\n|---|---|\n");
    List<String> shared = new ArrayList<>();
    for (Syntax.Section section : syntax.sections()) {
      for (Option option : section.options()) {
        if (known.contains(option)) {
          shared.add(code(option));
        } else {
          row(code(option), marked(text(option)), table);
        }
      }
    }
    if (!shared.isEmpty()) {
      row(String.join(", ", shared), knownAs, table);
    }
    return table.toString();
  }

  private static void row(String left, String right, StringBuilder table) {
    table.append("| ").append(left).append(" | ").append(right.replace("|", "\\|")).append(" |\n");
  }

  /** Returns the names, each marked as code, the last one with its value. */
  private static String code(Option option) {
    return "`" + option.written().replace(", -", "`, `-") + "`";
  }

  private static String text(Option option) {
    return option.detail().isEmpty() ? option.text() : option.text() + ". " + option.detail();
  }

  private static String marked(String text) {
    return TYPED.matcher(text).replaceAll("`$1`");
  }
}
