package dev.reroll.oracle;

/** Draws texts whose lines are mostly different from each other, so that hunks find their place. */
final class AmTextDraw {
  private AmTextDraw() {}

  /** Draws about {@code count} lines. */
  static String text(Chance chance, int count) {
    if (chance.percent(10)) {
      return ContentDraw.text(chance);
    }
    StringBuilder text = new StringBuilder();
    for (int i = chance.between(count / 2, count); i >= 0; i--) {
      text.append(line(chance)).append('\n');
    }
    String drawn = chance.percent(8) ? text.toString().replace("\n", "\r\n") : text.toString();
    return chance.percent(15) ? drawn.substring(0, drawn.length() - 1) : drawn;
  }

  static String line(Chance chance) {
    return switch (chance.upTo(9)) {
      case 0 -> "";
      case 1 -> "\t}";
      case 2 -> ContentDraw.line(chance.random());
      default -> "\tword_" + chance.upTo(9999) + "(" + chance.upTo(9) + ");";
    };
  }
}
