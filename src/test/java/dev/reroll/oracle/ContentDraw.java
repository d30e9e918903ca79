package dev.reroll.oracle;

import dev.reroll.linediff.TextPairs;
import java.util.Random;

/** Draws the content of files. */
final class ContentDraw {
  private ContentDraw() {}

  /** Draws a text: code with headings, or one that leads a line diff into rare branches. */
  static String text(Chance chance) {
    String text = chance.percent(75) ? code(chance) : oddText(chance);
    if (chance.percent(12)) {
      text = text.replace("\n", "\r\n");
    } else if (chance.percent(8)) {
      text = mixed(text, chance);
    }
    boolean cut = chance.percent(15) && text.endsWith("\n");
    return cut ? text.substring(0, text.length() - 1) : text;
  }

  static String binary(Chance chance) {
    StringBuilder octets = new StringBuilder();
    for (int i = chance.between(5, 400); i > 0; i--) {
      octets.append((char) chance.upTo(255));
    }
    return octets.append('\0').append(chance.upTo(9)).toString();
  }

  private static String oddText(Chance chance) {
    return OctetText.of(new TextPairs(chance.seed()).draw().before().toByteArray());
  }

  private static String mixed(String text, Chance chance) {
    StringBuilder out = new StringBuilder();
    for (String line : text.split("(?<=\n)", -1)) {
      out.append(chance.percent(30) ? line.replace("\n", "\r\n") : line);
    }
    return out.toString();
  }

  private static String code(Chance chance) {
    StringBuilder code = new StringBuilder();
    for (int i = chance.between(1, 12); i > 0; i--) {
      code.append(signature(chance)).append("\n{\n");
      body(code, chance);
      code.append("}\n");
      code.append(chance.percent(80) ? "\n" : "");
    }
    return code.toString();
  }

  /** Draws the first line of a function; some are longer than a hunk heading may be. */
  private static String signature(Chance chance) {
    String name = chance.of("int io_", "static void ring_", "long q_") + chance.upTo(30);
    return switch (chance.upTo(10)) {
      case 0 -> name + "(" + "struct argument *x, ".repeat(chance.between(3, 7)) + "int y)";
      case 1 -> name + "x".repeat(chance.upTo(3)) + OctetText.utf8("größe→日本".repeat(12)) + "()";
      case 2 -> name + "x".repeat(chance.upTo(3)) + "\u00e9t\u00e9 ".repeat(20) + "()";
      case 3 -> name + "(short \u00e9)";
      case 4 -> name + "(int x)   ";
      case 5 -> name + "\tx".repeat(chance.upTo(40)) + "(tabs)";
      case 6 -> name + "(int " + "a ".repeat(chance.between(10, 60)) + ")";
      case 7 -> name + "x".repeat(chance.upTo(3)) + OctetText.utf8("語".repeat(24)) + "()";
      default -> name + "(int x)";
    };
  }

  private static void body(StringBuilder code, Chance chance) {
    for (int i = chance.between(1, 14); i > 0; i--) {
      code.append(line(chance.random())).append('\n');
    }
  }

  /** Draws one line of a function's body. */
  static String line(Random random) {
    int number = random.nextInt(50);
    return switch (random.nextInt(16)) {
      case 0 -> "";
      case 1 -> "\treturn;";
      case 2 -> "\t}";
      case 3 -> "\tif (x) {";
      case 4 -> "\t\tcall_" + number + "();";
      case 5 -> "        spaces_" + number + "();";
      case 6 -> "  \tmixed " + number;
      case 7 -> "\ttrailing_" + number + "();  ";
      case 8 -> "\t/* " + OctetText.utf8("größe ") + number + " */";
      case 9 -> "\t/* caf\u00e9 " + number + " */";
      case 10 -> "-- sql " + number;
      case 11 -> "++ plus " + number;
      case 12 -> "label_" + number + ":";
      case 13 -> " \t";
      default -> "\tx = " + number + ";";
    };
  }
}
