package dev.reroll.linediff;

import dev.reroll.bytes.Octets;
import dev.reroll.linediff.Hunks.HunkRange;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Prints hunks as git does, without headings; texts are Latin-1 so that bytes stay what they are.
 */
final class UnifiedText {
  private final LineTable table;
  private final int[] before;
  private final int[] after;
  private final StringBuilder out = new StringBuilder();

  UnifiedText(LineTable table, int[] before, int[] after) {
    this.table = table;
    this.before = before;
    this.after = after;
  }

  String print(List<HunkRange> hunks) {
    for (HunkRange hunk : hunks) {
      out.append("@@ -").append(range(hunk.beforeStart(), hunk.beforeEnd()));
      out.append(" +").append(range(hunk.afterStart(), hunk.afterEnd())).append(" @@\n");
      int next = hunk.afterStart();
      for (Edit edit : hunk.edits()) {
        lines(' ', after, next, edit.afterStart());
        lines('-', before, edit.beforeStart(), edit.beforeEnd());
        lines('+', after, edit.afterStart(), edit.afterEnd());
        next = edit.afterEnd();
      }
      lines(' ', after, next, hunk.afterEnd());
    }
    return out.toString();
  }

  private static String range(int start, int end) {
    int count = end - start;
    int first = count == 0 ? start : start + 1;
    return count == 1 ? "" + first : first + "," + count;
  }

  private void lines(char sign, int[] side, int from, int to) {
    for (int i = from; i < to; i++) {
      Octets line = table.line(side[i]);
      out.append(sign).append(line.decode(StandardCharsets.ISO_8859_1));
      if (!line.endsWith("\n")) {
        out.append("\n\\ No newline at end of file\n");
      }
    }
  }
}
