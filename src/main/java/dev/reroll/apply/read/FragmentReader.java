package dev.reroll.apply.read;

import dev.reroll.apply.read.FilePatch.Fragment;
import dev.reroll.apply.tree.Rejection;
import dev.reroll.bytes.Octets;
import dev.reroll.patch.SpanScanner;
import java.util.ArrayList;
import java.util.List;

/** Reads one hunk by the counts in its header; nothing is mended. */
final class FragmentReader {
  private static final int SHORTEST_REMARK = 12;
  private final DiffLines lines;
  private final int headerOrdinal;
  private final List<Octets> before = new ArrayList<>();
  private final List<Octets> after = new ArrayList<>();
  private int beforeLeft;
  private int afterLeft;
  private int leadingCount;
  private int trailingCount;
  private int changedCount;
  private char lastSign = ' ';

  private FragmentReader(DiffLines lines) {
    this.lines = lines;
    headerOrdinal = lines.ordinal();
  }

  /** Whether {@code line} is a hunk header that can be read. */
  static boolean isHeader(Octets line) {
    return SpanScanner.isHeader(line);
  }

  /** Reads the hunk whose header is the current line. */
  static Fragment read(DiffLines lines) throws Rejection {
    return new FragmentReader(lines).read();
  }

  private Fragment read() throws Rejection {
    SpanScanner header = new SpanScanner(lines.line());
    if (!header.scan()) {
      throw corrupt();
    }
    beforeLeft = header.before().count();
    afterLeft = header.after().count();
    lines.advance();
    while (!lines.atEnd() && (beforeLeft > 0 || afterLeft > 0)) {
      take();
      lines.advance();
    }
    if (beforeLeft != 0 || afterLeft != 0 || changedCount == 0) {
      throw corrupt();
    }
    if (isLastRemark()) {
      cutNewline();
      lines.advance();
    }
    Fragment.Place place =
        new Fragment.Place(
            header.before().start(), header.after().start(), leadingCount, trailingCount);
    return new Fragment(place, before, after);
  }

  private void take() throws Rejection {
    if (!lines.isTerminated()) {
      throw corrupt();
    }
    Octets line = lines.line();
    char sign = line.isEmpty() ? ' ' : (char) (line.at(0) & 0xff);
    switch (sign) {
      case ' ' -> context(line.isEmpty() ? Octets.utf8("\n") : lines.whole().slice(1));
      case '-' -> {
        before.add(lines.whole().slice(1));
        beforeLeft--;
        changed(sign);
      }
      case '+' -> {
        after.add(lines.whole().slice(1));
        afterLeft--;
        changed(sign);
      }
      default -> {
        if (!isRemark()) {
          throw corrupt();
        }
        cutNewline();
      }
    }
  }

  private void context(Octets line) {
    before.add(line);
    after.add(line);
    beforeLeft--;
    afterLeft--;
    leadingCount += changedCount == 0 ? 1 : 0;
    trailingCount++;
    lastSign = ' ';
  }

  private void changed(char sign) {
    trailingCount = 0;
    changedCount++;
    lastSign = sign;
  }

  /** Whether the line is {@code \ No newline at end of file}, in whatever language. */
  private boolean isRemark() {
    return lines.startsWith("\\ ") && lines.whole().length() >= SHORTEST_REMARK;
  }

  /** Behind the hunk git measures all that follows, not the line: it may be short there. */
  private boolean isLastRemark() {
    return lines.startsWith("\\ ")
        && lines.whole().length() + lines.countBehind() > SHORTEST_REMARK;
  }

  private void cutNewline() {
    if (lastSign != '+') {
      cutNewline(before);
    }
    if (lastSign != '-') {
      cutNewline(after);
    }
  }

  private static void cutNewline(List<Octets> side) {
    if (!side.isEmpty() && side.get(side.size() - 1).endsWith("\n")) {
      Octets last = side.remove(side.size() - 1);
      side.add(last.slice(0, last.length() - 1));
    }
  }

  private Rejection corrupt() {
    int ordinal = lines.ordinal();
    return Rejection.of(
        "corrupt patch at line " + ordinal + ", in the hunk of line " + headerOrdinal);
  }
}
