package dev.reroll.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Edits a text here and there, at places that depend on the seed and the length alone. */
final class LineEdits {
  private final Random random;
  private final List<String> lines;

  private LineEdits(String text, long seed) {
    random = new Random(seed);
    lines =
        Arrays.stream(text.split("(?<=\n)", -1))
            .filter(line -> !line.isEmpty())
            .collect(Collectors.toCollection(ArrayList::new));
  }

  /** Returns {@code text} with so many edits, each of a few lines. */
  static String edit(String text, long seed, int count) {
    LineEdits edits = new LineEdits(text, seed);
    for (int i = 0; i < count; i++) {
      edits.editOnce();
    }
    return String.join("", edits.lines);
  }

  private void editOnce() {
    int place = (int) (random.nextDouble() * (lines.size() + 1));
    switch (random.nextInt(9)) {
      case 0, 1, 2 -> insert(place, 1 + random.nextInt(4));
      case 3 -> remove(place, 1 + random.nextInt(4));
      case 4 -> duplicate(place, 1 + random.nextInt(8));
      case 5 -> indent(place, 1 + random.nextInt(5));
      case 6 -> toggleEnd();
      case 7 -> toggleReturn(place);
      default -> {
        remove(place, 1);
        insert(Math.min(place, lines.size()), 1);
      }
    }
  }

  private void insert(int place, int count) {
    boolean afterOpenEnd = place > 0 && !lines.get(place - 1).endsWith("\n");
    for (int i = 0; i < count; i++) {
      lines.add(afterOpenEnd ? place - 1 : place, ContentDraw.line(random) + "\n");
    }
  }

  private void remove(int place, int count) {
    for (int i = 0; i < count && place < lines.size(); i++) {
      lines.remove(place);
    }
  }

  private void duplicate(int place, int count) {
    int end = Math.min(lines.size() - 1, place + count);
    if (place < end) {
      lines.addAll(place, List.copyOf(lines.subList(place, end)));
    }
  }

  private void indent(int place, int count) {
    for (int i = place; i < Math.min(lines.size(), place + count); i++) {
      lines.set(i, (random.nextBoolean() ? "\t" : "  ") + lines.get(i));
    }
  }

  private void toggleEnd() {
    int last = lines.size() - 1;
    if (last >= 0) {
      String line = lines.get(last);
      lines.set(last, line.endsWith("\n") ? line.substring(0, line.length() - 1) : line + "\n");
      if (lines.get(last).isEmpty()) {
        lines.remove(last);
      }
    }
  }

  private void toggleReturn(int place) {
    if (place < lines.size()) {
      String line = lines.get(place);
      lines.set(
          place, line.endsWith("\r\n") ? line.replace("\r\n", "\n") : line.replace("\n", "\r\n"));
    }
  }
}
