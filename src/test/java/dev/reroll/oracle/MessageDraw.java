package dev.reroll.oracle;

import java.util.List;

/** Draws commit messages, with what {@code git am} and {@code git log} change in them. */
final class MessageDraw {
  private static final List<String> WORDS =
      List.of(
          "add",
          "the",
          "buffer",
          "to",
          "ring",
          "for",
          "fix",
          "of",
          "a",
          "state",
          "größe",
          "→",
          "zero-copy",
          "io_uring:",
          "lock;",
          "(again)",
          "v2",
          "日本",
          "don't",
          "100%",
          "\"quoted\"");
  private static final List<String> ODD_LINES =
      List.of(
          "----",
          " ---",
          "---x",
          "-- ",
          "--",
          "## path ##",
          " ## path ##",
          " @@ -1 +1 @@ here",
          "@@ here",
          "+added",
          "-removed",
          "From me to you",
          ">From somewhere",
          "Cc: nobody",
          "-- >8 --",
          "=20",
          "[PATCH] in a line",
          "\tindented by a tab",
          "a\tb\tc",
          "日本\tafter wide",
          "e\u0301\tafter combining",
          "\u0007\tafter a control character",
          "a\u001b[31m\tb",
          "four    \tspaces and tab",
          "trailing space   ",
          "trailing tab\t",
          "trailing form feed\f",
          "a\rb",
          "\u00a0",
          "\f",
          "1:  0123456789ab = 1:  0123456789ab looks like a header",
          "    already indented",
          "base-commit: 0123456789012345678901234567890123456789");
  private static final List<String> ODD_TITLES =
      List.of(
          "[net] x",
          "x  y   z",
          "tab\there",
          "trailing.",
          "a [b] c",
          "x: [PATCH] y",
          "=?UTF-8?q?x?=",
          "größer → ∞",
          "日本語の件名" + "とても長い".repeat(12),
          "long " + "word ".repeat(30));

  private MessageDraw() {}

  static String draw(Chance chance) {
    StringBuilder message = new StringBuilder(title(chance)).append('\n');
    int paragraphs = chance.percent(25) ? 0 : chance.between(1, 3);
    for (int i = 0; i < paragraphs; i++) {
      message.append(chance.percent(15) ? "\n\n \n" : "\n");
      paragraph(message, chance);
    }
    if (chance.percent(50)) {
      message.append("\nSigned-off-by: Ada Lovelace <ada@example.org>\n");
    }
    message.append(chance.percent(10) ? "\n\n" : "");
    return OctetText.utf8(message.toString());
  }

  /** Changes some of {@code message}, octets in and out. */
  static String reworded(String message, Chance chance) {
    int note = message.indexOf("\nNote:\n");
    if (note >= 0 && chance.percent(40)) {
      String another = "\nNote:\n  * " + chance.upTo(9) + "\n";
      return message.substring(0, note) + another + message.substring(note);
    }
    return switch (chance.upTo(4)) {
      case 0 -> message + "Reviewed-by: Bo Ek <bo@example.org>\n";
      case 1 -> {
        int end = message.indexOf('\n');
        yield OctetText.utf8(title(chance)) + message.substring(end);
      }
      case 2 -> draw(chance);
      case 3 -> message + "\n" + OctetText.utf8(chance.of(ODD_LINES)) + "\nand on\n";
      default -> withParagraph(message, chance);
    };
  }

  /** Inserts a paragraph behind some empty line, or behind the title. */
  private static String withParagraph(String message, Chance chance) {
    int from = chance.upTo(message.length() - 1);
    int place =
        message.indexOf("\n\n", from) < 0 ? message.indexOf('\n') : message.indexOf("\n\n", from);
    StringBuilder paragraph = new StringBuilder("\n\n");
    paragraph(paragraph, chance);
    return message.substring(0, place)
        + OctetText.utf8(paragraph.toString())
        + message.substring(place + 1);
  }

  private static String title(Chance chance) {
    String start = chance.of("io: ", "net/core: ", "", "x86, docs: ");
    String words = words(chance, chance.between(1, 7));
    return chance.percent(20) ? start + chance.of(ODD_TITLES) + " " + words : start + words;
  }

  private static void paragraph(StringBuilder message, Chance chance) {
    // Sections that begin alike slide into each other.
    message.append(chance.percent(40) ? "Note:\n  * one\n" : "");
    for (int i = chance.between(1, 5); i > 0; i--) {
      boolean odd = chance.percent(15);
      message.append(odd ? chance.of(ODD_LINES) : words(chance, chance.between(1, 12)));
      message.append('\n');
    }
    if (chance.percent(1)) {
      message.append("---\nbehind three dashes\n");
    }
  }

  private static String words(Chance chance, int count) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < count; i++) {
      words.append(i == 0 ? "" : " ").append(chance.of(WORDS));
    }
    return words.toString();
  }
}
