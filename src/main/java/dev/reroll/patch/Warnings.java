package dev.reroll.patch;

import dev.reroll.message.Diagnostic;
import dev.reroll.message.Locator;
import java.util.function.Consumer;

/**
 * Warns of damage in a diff.
 *
 * @param where the place of the diff's first octet
 * @param diagnostics is told of each damaged spot
 */
record Warnings(Locator where, Consumer<Diagnostic> diagnostics) {
  /** Warns of the place that is {@code offset} octets into the diff. */
  void at(int offset, String text) {
    diagnostics.accept(Diagnostic.warning(where.plus(offset), text));
  }
}
