package dev.reroll.render;

import dev.reroll.message.Octets;
import dev.reroll.rangediff.BodyHunk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Knows which new lines are empty lines added at the very end of the text, which git marks as one
 * white-space error each ({@code blank-at-eof}).
 */
final class BlankTail {
  private final Set<BodyHunk.Line> lines = Collections.newSetFromMap(new IdentityHashMap<>());

  private BlankTail() {}

  static BlankTail of(List<BodyHunk> hunks, TextOptions options) {
    BlankTail tail = new BlankTail();
    if (!options.dual() && options.palette().isColored() && options.whitespace().blankAtEof()) {
      tail.collect(hunks.get(hunks.size() - 1).lines());
    }
    return tail;
  }

  boolean contains(BodyHunk.Line line) {
    return lines.contains(line);
  }

  private void collect(List<BodyHunk.Line> hunk) {
    List<BodyHunk.Line> newSide = new ArrayList<>(hunk);
    newSide.removeIf(line -> line.sign() == '-');
    for (int i = newSide.size() - 1; i >= 0 && isBlank(newSide.get(i).text()); i--) {
      if (newSide.get(i).sign() == '+') {
        lines.add(newSide.get(i));
      }
    }
  }

  private static boolean isBlank(Octets text) {
    for (int i = 0; i < text.length(); i++) {
      byte octet = text.at(i);
      if (octet != ' ' && (octet < '\t' || octet > '\r')) {
        return false;
      }
    }
    return true;
  }
}
