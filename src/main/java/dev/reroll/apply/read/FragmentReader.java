package dev.reroll.apply.read;

import dev.reroll.apply.tree.Rejection;
import dev.reroll.message.Octets;
import java.util.ArrayList;
import java.util.List;

/** Reads one hunk by the counts in its header; nothing is mended. */
final class FragmentReader {
  private static final int SHORTEST_REMARK = 12;
  private static final int MAX_DIGITS = 9;

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
    return new Header(line).scan();
  }

  /** Reads the hunk whose header is the current line. */
  static Fragment read(DiffLines lines) throws Rejection {
    return new FragmentReader(lines).read();
  }

  private Fragment read() throws Rejection {
    Header header = new Header(lines.line());
    if (!header.scan()) {
      throw corrupt();
    }
    beforeLeft = header.numbers[1];
    afterLeft = header.numbers[3];
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
        new Fragment.Place(header.numbers[0], header.numbers[2], leadingCount, trailingCount);
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

  /** Scans {@code @@ -start[,count] +start[,count] @@}. */
  private static final class Header {
    final int[] numbers = new int[4];
    private final Octets line;
    private int index;

    Header(Octets line) {
      this.line = line;
    }

    boolean scan() {
      return skip("@@ -") && range(0) && skip(" +") && range(2) && skip(" @@");
    }

    private boolean range(int slot) {
      numbers[slot] = number();
      numbers[slot + 1] = skip(",") ? number() : 1;
      return numbers[slot] >= 0 && numbers[slot + 1] >= 0;
    }

    private int number() {
      int from = index;
      int value = 0;
      while (index < line.length() && line.at(index) >= '0' && line.at(index) <= '9') {
        if (index - from >= MAX_DIGITS) {
          return -1;
        }
        value = value * 10 + line.at(index++) - '0';
      }
      return index == from ? -1 : value;
    }

    private boolean skip(String text) {
      boolean there = line.startsWith(text, index);
      index += there ? text.length() : 0;
      return there;
    }
  }
}
