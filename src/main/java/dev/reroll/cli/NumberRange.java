package dev.reroll.cli;

import dev.reroll.message.Refusal;

/**
 * Says which whole numbers an option takes.
 *
 * @param option its name
 * @param least the lowest
 * @param most the highest; {@link Integer#MAX_VALUE} where nobody need be told
 */
record NumberRange(String option, int least, int most) {
  /** Reads {@code text}, or refuses it with the hint {@code help}. */
  int read(String text, String help) throws Refusal {
    boolean isNumber = text.matches("\\d{1,10}");
    long number = isNumber ? Long.parseLong(text) : -1;
    if (number < least || number > most) {
      String range = most == Integer.MAX_VALUE ? "" : " from " + least + " to " + most;
      throw Refusal.unreadable(option + " takes a number" + range + ", not '" + text + "'", help);
    }
    return (int) number;
  }
}
