package dev.reroll.render.text;

import dev.reroll.rangediff.PatchHistory;
import dev.reroll.rangediff.PatchHistory.Cell;
import dev.reroll.rangediff.PatchHistory.Row;
import dev.reroll.rangediff.PatchHistory.Step;
import dev.reroll.render.color.ColorSlot;
import dev.reroll.series.Lineage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Writes which patch came, changed, moved or went in which version.
 *
 * <pre>
 *  v1  v2  v3  v4
 *   1   1  !1   1  io: read what was asked for
 *   2  !2   -   .  io: drop the cache
 *   .  +3   2  !2~ io: count the readers
 * </pre>
 *
 * <p>Where the versions do not fit beside a readable title, their labels are shortened; where they
 * still do not, the table goes on below, with the titles again.
 */
public final class MatrixText {
  private static final int MIN_TITLE = 24;
  private static final int GOOD_TITLE = 50;

  private final PatchHistory history;
  private final List<String> labels;
  private final ScreenOptions options;
  private final OutputStream stream;
  private final int[] widths;
  private final int space;
  private final boolean hasMoves;

  private MatrixText(
      PatchHistory history, Lineage lineage, ScreenOptions options, OutputStream stream) {
    this.history = history;
    this.options = options;
    this.stream = stream;
    hasMoves = cells().stream().anyMatch(Cell::moved);
    int digits = cells().stream().mapToInt(cell -> digits(cell.ordinal())).max().orElse(1);
    int narrow = 1 + digits;
    List<String> whole = lineage.versions().stream().map(v -> v.label().toString()).toList();
    boolean fits = room(widths(whole, narrow), 1) >= MIN_TITLE;
    labels = fits ? whole : whole.stream().map(MatrixText::shortened).toList();
    widths = widths(labels, narrow);
    space = room(widths, 2) >= GOOD_TITLE ? 2 : 1;
  }

  /** Writes the history of the patches of {@code lineage}. */
  public static void write(
      PatchHistory history, Lineage lineage, ScreenOptions options, OutputStream stream)
      throws IOException {
    new MatrixText(history, lineage, options, stream).write();
  }

  private void write() throws IOException {
    int from = 0;
    while (from < labels.size()) {
      if (from > 0) {
        stream.write('\n');
      }
      int to = endOfBlock(from);
      block(from, to);
      from = to;
    }
    legend();
  }

  /**
   * Returns the first version that does not fit beside those from {@code from} on; at least one.
   */
  private int endOfBlock(int from) {
    int room = options.width() - MIN_TITLE;
    int to = from;
    while (to < labels.size() && (to == from || room >= widths[to] + space + markWidth())) {
      room -= widths[to] + space + markWidth();
      to++;
    }
    return to;
  }

  private void block(int from, int to) throws IOException {
    ScreenLine head = new ScreenLine(options);
    for (int version = from; version < to; version++) {
      cell(head, widths[version], ColorSlot.CONTEXT_BOLD, labels.get(version));
      mark(head, "");
    }
    head.end().writeTo(stream);
    for (Row row : history.rows()) {
      ScreenLine line = new ScreenLine(options);
      for (int version = from; version < to; version++) {
        cell(line, version, row.cells().get(version));
      }
      boolean isThere = row.newestOrdinal() > 0;
      line.to(line.column() + space)
          .add(isThere ? ColorSlot.CONTEXT : ColorSlot.CONTEXT_DIMMED, row.title());
      line.end().writeTo(stream);
    }
  }

  private void cell(ScreenLine line, int version, Cell cell) {
    Step step = version == 0 && cell.step() == Step.NEW ? Step.SAME : cell.step();
    String number = cell.ordinal() == 0 ? "" : String.valueOf(cell.ordinal());
    cell(line, widths[version], color(step), sign(step) + number);
    mark(line, cell.moved() ? "~" : "");
  }

  /** Appends {@code text} so that it ends where the column does. */
  private void cell(ScreenLine line, int width, ColorSlot slot, String text) {
    line.to(line.column() + space + width - text.length()).add(slot, text);
  }

  private void mark(ScreenLine line, String mark) {
    if (hasMoves && mark.isEmpty()) {
      line.to(line.column() + 1);
    } else if (hasMoves) {
      line.add(ColorSlot.FRAG, mark);
    }
  }

  private void legend() throws IOException {
    Set<Step> steps = EnumSet.noneOf(Step.class);
    history.rows().forEach(row -> row.cells().stream().skip(1).forEach(c -> steps.add(c.step())));
    List<String> words = new ArrayList<>();
    for (Step step : steps) {
      if (step != Step.SAME && step != Step.ABSENT) {
        words.add(sign(step) + " " + word(step));
      }
    }
    if (hasMoves) {
      words.add("~ moved");
    }
    if (!words.isEmpty()) {
      stream.write('\n');
      new ScreenLine(options)
          .add(ColorSlot.CONTEXT_DIMMED, "  " + String.join(", ", words))
          .end()
          .writeTo(stream);
    }
  }

  private static String sign(Step step) {
    return switch (step) {
      case NEW -> "+";
      case SAME -> "";
      case CHANGED -> "!";
      case DROPPED -> "-";
      case UNKNOWN -> "?";
      case ABSENT -> ".";
    };
  }

  private static String word(Step step) {
    return switch (step) {
      case NEW -> "new";
      case CHANGED -> "changed";
      case DROPPED -> "dropped";
      case UNKNOWN -> "mail not found";
      case SAME, ABSENT -> "";
    };
  }

  private static ColorSlot color(Step step) {
    return switch (step) {
      case NEW -> ColorSlot.NEW;
      case SAME -> ColorSlot.CONTEXT;
      case CHANGED -> ColorSlot.COMMIT;
      case DROPPED -> ColorSlot.OLD;
      case UNKNOWN -> ColorSlot.FRAG;
      case ABSENT -> ColorSlot.CONTEXT_DIMMED;
    };
  }

  /** Returns what tells the label from the others, in few characters: {@code r1}, {@code 6r}. */
  private static String shortened(String label) {
    return label.replace("rfc-v", "r").replace("-resend", "r").replace("v", "");
  }

  private List<Cell> cells() {
    return history.rows().stream().flatMap(row -> row.cells().stream()).toList();
  }

  private static int[] widths(List<String> labels, int least) {
    return labels.stream().mapToInt(label -> Math.max(least, label.length())).toArray();
  }

  /** Returns what columns of these widths, each with a space before it, leave. */
  private int room(int[] widths, int space) {
    return options.width() - IntStream.of(widths).map(w -> w + space + markWidth()).sum();
  }

  private int markWidth() {
    return hasMoves ? 1 : 0;
  }

  private static int digits(int ordinal) {
    return ordinal == 0 ? 0 : String.valueOf(ordinal).length();
  }
}
