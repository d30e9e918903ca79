package dev.reroll.render.text;

import dev.reroll.bytes.OctetBuilder;
import dev.reroll.bytes.Octets;
import dev.reroll.interdiff.ChangedFile;
import dev.reroll.patch.DisplayWidth;
import dev.reroll.patch.FileDiff;
import dev.reroll.patch.FileDiff.Change;
import dev.reroll.patch.Hunk;
import dev.reroll.patch.Hunk.HunkLine;
import dev.reroll.patch.QuotedPath;
import dev.reroll.render.color.ColorSlot;
import java.util.List;

/**
 * Writes a diffstat in the very octets of {@code git diff --stat} (git-diff(1)).
 *
 * <pre>
 *  drivers/hwmon/tarn47.c           | 12 ++++++++----
 *  {old =&gt; new}/name.c              |  0
 *  2 files changed, 8 insertions(+), 4 deletions(-)
 * </pre>
 *
 * <p>Of the width, five eighths are for the names where not all fits, and three for the rest; long
 * names lose their first folders, and long bars are scaled. Of a binary file only {@code Bin} is
 * said, since mails do not tell its size.
 */
public final class DiffStat {
  /** Blanks, bar and the column at the end. */
  private static final int FIXED = 6;

  private static final int MIN_GRAPH = 6;
  private static final int BINARY_WIDTH = 3;

  private final TextOptions options;
  private final List<Row> rows;
  private final int nameWidth;
  private final int numberWidth;
  private final int graphWidth;
  private final int maxChanges;
  private final OctetBuilder out = new OctetBuilder(1 << 10);

  /** The counts of one file. */
  private record Row(Octets name, boolean isBinary, int added, int removed) {
    int total() {
      return added + removed;
    }

    int width() {
      int width = DisplayWidth.of(name, 0, name.length());
      return width < 0 ? name.length() : width;
    }
  }

  private DiffStat(List<ChangedFile> files, TextOptions options, int width) {
    this.options = options;
    this.rows = files.stream().map(DiffStat::row).toList();
    int longest = rows.stream().mapToInt(Row::width).max().orElse(0);
    this.maxChanges = rows.stream().mapToInt(Row::total).max().orElse(0);
    boolean anyBinary = rows.stream().anyMatch(Row::isBinary);
    int digits = String.valueOf(maxChanges).length();
    this.numberWidth = anyBinary ? Math.max(BINARY_WIDTH, digits) : digits;
    int fixed = numberWidth + FIXED;
    int graph = maxChanges;
    int name = longest;
    if (name + fixed + graph > width) {
      graph = Math.min(graph, Math.max(MIN_GRAPH, width * 3 / 8 - fixed));
      if (name > width - fixed - graph) {
        name = width - fixed - graph;
      } else {
        graph = width - fixed - name;
      }
    }
    this.nameWidth = Math.max(0, name);
    this.graphWidth = graph;
  }

  /** Returns the diffstat of {@code files}, which are at least one, for {@code width} columns. */
  public static Octets of(List<ChangedFile> files, TextOptions options, int width) {
    DiffStat stat = new DiffStat(files, options, width);
    stat.rows.forEach(stat::append);
    stat.appendSum();
    return stat.out.toOctets();
  }

  private static Row row(ChangedFile file) {
    FileDiff diff = file.diff();
    int added = 0;
    int removed = 0;
    for (Hunk hunk : diff.hunks()) {
      for (HunkLine line : hunk.lines()) {
        added += line.sign() == '+' ? 1 : 0;
        removed += line.sign() == '-' ? 1 : 0;
      }
    }
    Octets name = diff.change() == Change.RENAMED ? renamed(diff) : QuotedPath.quote(diff.after());
    return new Row(name, diff.binary(), added, removed);
  }

  private void append(Row row) {
    out.append(' ');
    content(shortened(row));
    out.append(" | ");
    if (row.isBinary()) {
      out.append(" ".repeat(numberWidth - BINARY_WIDTH)).append("Bin\n");
      return;
    }
    String number = String.valueOf(row.total());
    out.append(" ".repeat(numberWidth - number.length())).append(number);
    if (row.total() > 0) {
      out.append(' ');
      appendGraph(row);
    }
    out.append('\n');
  }

  private Octets shortened(Row row) {
    Octets name = row.name();
    int width = row.width();
    if (width <= nameWidth) {
      return new OctetBuilder(nameWidth)
          .append(name)
          .append(" ".repeat(nameWidth - width))
          .toOctets();
    }
    int room = Math.max(0, nameWidth - 3);
    int from = firstThatFits(name, room);
    int slash = name.indexOf('/', from);
    Octets rest = name.slice(slash < 0 ? from : slash);
    int left = nameWidth - 3 - widthFrom(rest, 0);
    return new OctetBuilder(nameWidth)
        .append("...")
        .append(rest)
        .append(" ".repeat(Math.max(0, left)))
        .toOctets();
  }

  /** Returns where the longest end of {@code name} begins that takes at most {@code room}. */
  private static int firstThatFits(Octets name, int room) {
    int width = widthFrom(name, 0);
    boolean isText = DisplayWidth.of(name, 0, name.length()) >= 0;
    int from = 0;
    while (from < name.length() && width > room) {
      int next = from + 1;
      while (isText && next < name.length() && (name.at(next) & 0xc0) == 0x80) {
        next++;
      }
      int inside = Math.max(from + 1, name.length() - room); // Half a character counts by octets.
      if (inside < next) {
        return inside;
      }
      width -= isText ? DisplayWidth.of(name, from, next) : 1;
      from = next;
    }
    return from;
  }

  private static int widthFrom(Octets name, int from) {
    int width = DisplayWidth.of(name, from, name.length());
    return width < 0 ? name.length() - from : width;
  }

  private void appendGraph(Row row) {
    int added = row.added();
    int removed = row.removed();
    if (graphWidth <= maxChanges) {
      int total = scaled(row.total());
      if (total < 2 && added > 0 && removed > 0) {
        total = 2;
      }
      if (added < removed) {
        added = scaled(added);
        removed = total - added;
      } else {
        removed = scaled(removed);
        added = total - removed;
      }
    }
    bar(ColorSlot.NEW, '+', added);
    bar(ColorSlot.OLD, '-', removed);
  }

  /** Scales so that what is not nothing stays visible. */
  private int scaled(int count) {
    return count == 0 ? 0 : 1 + (int) ((long) count * (graphWidth - 1) / maxChanges);
  }

  private void bar(ColorSlot slot, char sign, int length) {
    if (length > 0) {
      out.append(options.palette().of(slot)).append(String.valueOf(sign).repeat(length));
      out.append(options.palette().reset());
    }
  }

  private void appendSum() {
    int added = rows.stream().mapToInt(Row::added).sum();
    int removed = rows.stream().mapToInt(Row::removed).sum();
    out.append(" " + rows.size() + (rows.size() == 1 ? " file changed" : " files changed"));
    if (added > 0 || removed == 0) {
      out.append(", " + added + (added == 1 ? " insertion(+)" : " insertions(+)"));
    }
    if (removed > 0 || added == 0) {
      out.append(", " + removed + (removed == 1 ? " deletion(-)" : " deletions(-)"));
    }
    out.append('\n');
  }

  /** Writes both names of a renamed file as one, what they share at either end once. */
  private static Octets renamed(FileDiff diff) {
    Octets before = diff.before();
    Octets after = diff.after();
    if (!before.equals(QuotedPath.quote(before)) || !after.equals(QuotedPath.quote(after))) {
      return new OctetBuilder(before.length() + after.length() + 8)
          .append(QuotedPath.quote(before))
          .append(" => ")
          .append(QuotedPath.quote(after))
          .toOctets();
    }
    int head = sharedHead(before, after);
    int tail = sharedTail(before, after, head);
    OctetBuilder name = new OctetBuilder(before.length() + after.length() + 8);
    boolean isShared = head + tail > 0;
    name.append(before, 0, head).append(isShared ? "{" : "");
    name.append(before, head, Math.max(head, before.length() - tail)).append(" => ");
    name.append(after, head, Math.max(head, after.length() - tail)).append(isShared ? "}" : "");
    return name.append(before, before.length() - tail, before.length()).toOctets();
  }

  /** Returns how long the folders are with which both begin, the last slash included. */
  private static int sharedHead(Octets before, Octets after) {
    int head = 0;
    int shorter = Math.min(before.length(), after.length());
    for (int i = 0; i < shorter && before.at(i) == after.at(i); i++) {
      head = before.at(i) == '/' ? i + 1 : head;
    }
    return head;
  }

  /** Returns how long what both end with is, from a slash on, which the head may share. */
  private static int sharedTail(Octets before, Octets after, int head) {
    int least = head > 0 ? head - 1 : 0;
    int tail = 0;
    for (int i = 1;
        before.length() - i >= least
            && after.length() - i >= least
            && before.at(before.length() - i) == after.at(after.length() - i);
        i++) {
      tail = before.at(before.length() - i) == '/' ? i : tail;
    }
    return tail;
  }

  private void content(Octets text) {
    options.filter().append(text, 0, text.length(), out);
  }
}
