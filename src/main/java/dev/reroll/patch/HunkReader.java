package dev.reroll.patch;

import dev.reroll.bytes.OctetBuilder;
import dev.reroll.bytes.Octets;
import dev.reroll.patch.Hunk.HunkLine;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads one hunk by the counts in its header, and mends what mail programs do to hunks: an empty
 * line is a context line that lost its space, a line without a sign is the rest of a line that was
 * wrapped, a non-breaking space was a space.
 */
final class HunkReader {
  private static final int NO_BREAK_SPACE_LEAD = (byte) 0xc2;
  private static final int NO_BREAK_SPACE_TAIL = (byte) 0xa0;

  /** A line is not wrapped more often: what follows then is no longer the hunk. */
  private static final int MAX_JOINS = 8;

  private static final int MAX_SURPLUS = 1000;

  /** So many octets git wants of a remark, its LF included, to hold it for one. */
  private static final int REMARK = 12;

  private final LineCursor cursor;
  private final DiffParser.Warnings warnings;
  private final PatchIdText id;
  private final List<HunkLine> lines = new ArrayList<>();
  private Hunk.Span before = new Hunk.Span(0, 0);
  private Hunk.Span after = new Hunk.Span(0, 0);
  private Octets heading = Octets.EMPTY;
  private int beforeSeen;
  private int afterSeen;
  private boolean countsBroken;
  private boolean hasRemark;
  private int headerOffset;

  /** Where those lines begin that are not yet added to the id. */
  private int unnamed;

  private int joinCount;

  HunkReader(LineCursor cursor, DiffParser.Warnings warnings, PatchIdText id) {
    this.cursor = cursor;
    this.warnings = warnings;
    this.id = id;
  }

  /** Reads {@code @@ -1,7 +1,8 @@ heading}; returns false, and stays there, if it is not one. */
  boolean readHeader() {
    SpanScanner scanner = new SpanScanner(cursor.line());
    if (!scanner.scan()) {
      return false;
    }
    before = scanner.before();
    after = scanner.after();
    heading = scanner.heading();
    headerOffset = cursor.offset();
    cursor.advance();
    return true;
  }

  /** Reads the lines of the hunk whose header was read. */
  Hunk readBody() {
    unnamed = cursor.offset();
    while ((!isComplete() || isInSurplus()) && !cursor.atEnd() && readLine()) {
      cursor.advance();
    }
    name(cursor.offset());
    if (cursor.startsWith("\\ ") && cursor.countLeft() > REMARK && !lines.isEmpty()) {
      addRemark();
      cursor.advance();
    }
    warnOfCounts();
    return hasRemark ? settled() : new Hunk(before, after, heading, lines);
  }

  private Hunk settled() {
    Remarks.Settled settled = Remarks.settle(lines);
    Hunk.Span span = new Hunk.Span(after.start(), Math.max(0, after.count() - settled.joinCount()));
    return new Hunk(before, span, heading, settled.lines());
  }

  /** Whether the body has fewer lines than the header promises. */
  boolean isCutShort() {
    return beforeSeen < before.count() || afterSeen < after.count();
  }

  /** Adds what was read to the id; the octets up to {@code next} do not count. */
  private void name(int next) {
    id.add(cursor.since(unnamed));
    unnamed = next;
  }

  private boolean isComplete() {
    return !countsBroken && beforeSeen >= before.count() && afterSeen >= after.count();
  }

  /**
   * Whether lines follow that the header does not count, and then another hunk or file: they were
   * added by hand, and belong here.
   */
  private boolean isInSurplus() {
    LineCursor ahead = cursor.fork();
    int count = 0;
    while (count < MAX_SURPLUS && isHunkLine(ahead) && !FileHeader.startsPlainDiff(ahead)) {
      ahead.advance();
      count++;
    }
    return count > 0 && (ahead.startsWith("diff --git ") || SpanScanner.isHeader(ahead.line()));
  }

  private static boolean isHunkLine(LineCursor at) {
    return at.startsWith(" ") || at.startsWith("+") || at.startsWith("-");
  }

  /** Takes in the current line; returns false, and takes nothing, where the hunk has ended. */
  private boolean readLine() {
    Octets line = cursor.line();
    if (!line.isEmpty() && (line.at(0) == ' ' || line.at(0) == '+')) {
      add((char) line.at(0), line.slice(1)); // Cut off by nothing, and the most common case.
      return true;
    }
    char sign = line.isEmpty() || line.at(0) == '\r' ? ' ' : (char) (line.at(0) & 0xff);
    if (isCutOff(line)) {
      return false;
    }
    switch (sign) {
      case ' ', '+', '-' -> {
        boolean lostItsSpace = line.isEmpty() || line.at(0) == '\r';
        add(sign, lostItsSpace ? line : line.slice(1));
      }
      default -> {
        return isRemark(line) ? addRemark() : mend(line);
      }
    }
    return true;
  }

  /** Whether {@code line} says that the one before has no newline, in whatever language. */
  private static boolean isRemark(Octets line) {
    return line.startsWith("\\ ") && line.length() + 1 >= REMARK;
  }

  private boolean addRemark() {
    lines.add(HunkLine.NO_NEWLINE);
    hasRemark = true;
    name(cursor.nextOffset());
    return true;
  }

  /** Whether the hunk stops short here: the next header, or the signature, is reached. */
  private boolean isCutOff(Octets line) {
    if (line.startsWith("diff --git ") || SpanScanner.isHeader(line)) {
      return true;
    }
    if (countsBroken && (line.isEmpty() || line.startsWith("-- "))) {
      return true;
    }
    boolean isSignature = line.startsWith("-- ") && line.length() == 3;
    return isSignature && looksLikeVersion(cursor.peek(1));
  }

  private static boolean looksLikeVersion(Octets line) {
    return line.length() > 2
        && line.at(0) >= '0'
        && line.at(0) <= '9'
        && line.indexOf('.', 0) > 0
        && line.indexOf(' ', 0) < 0;
  }

  private boolean mend(Octets line) {
    if (line.length() > 1
        && line.at(0) == NO_BREAK_SPACE_LEAD
        && line.at(1) == NO_BREAK_SPACE_TAIL) {
      warn("a context line begins with a non-breaking space; it is read as a space");
      add(' ', line.slice(2));
      name(cursor.offset() + 2);
      return true;
    }
    if (countsBroken || joinCount == MAX_JOINS) {
      return false;
    }
    joinCount++;
    if (lines.isEmpty()) {
      warn("the header of a hunk is wrapped; it is joined with the next line");
      heading = joined(heading, line);
      name(cursor.nextOffset());
      return true;
    }
    warn("a line of a hunk is wrapped; it is joined with the one before");
    HunkLine wrapped = lines.remove(lines.size() - 1);
    if (wrapped.sign() == '\\') {
      name(cursor.offset());
      return addRemark(); // Its words do not matter, nor does where they end.
    }
    lines.add(new HunkLine(wrapped.sign(), joined(wrapped.text(), line)));
    return true;
  }

  private static Octets joined(Octets start, Octets rest) {
    OctetBuilder joined = new OctetBuilder(start.length() + rest.length() + 1).append(start);
    if (!start.isEmpty() && !start.endsWith(" ")) {
      joined.append(' ');
    }
    return joined.append(rest).toOctets();
  }

  private void add(char sign, Octets text) {
    beforeSeen += sign == '+' ? 0 : 1;
    afterSeen += sign == '-' ? 0 : 1;
    if (beforeSeen > before.count() || afterSeen > after.count()) {
      countsBroken = true;
    }
    joinCount = 0;
    lines.add(new HunkLine(sign, text));
  }

  private void warnOfCounts() {
    warnOfCount(before, "old", beforeSeen);
    warnOfCount(after, "new", afterSeen);
  }

  private void warnOfCount(Hunk.Span span, String side, int found) {
    if (found != span.count()) {
      String counts = "header says " + span.count() + " " + side + " lines, hunk has " + found;
      warnings.at(headerOffset, counts);
    }
  }

  private void warn(String text) {
    warnings.at(cursor.offset(), text);
  }

  /**
   * The lines of a hunk, whose remarks that a line has no newline stand only behind the last line
   * of a side.
   *
   * <p>A remark may stand elsewhere. Then {@code git apply} (2.39 and 2.55) still takes the newline
   * off, so that the next line of the new file goes on where this one ends. One before the first
   * line, or a second one, 2.39 passes over, as is done here; 2.55 refuses the patch.
   *
   * <pre>
   *  as mailed                       as git reads it
   *  +one                            -two
   *  \ No newline at end of file     +onetwo
   *   two
   * </pre>
   *
   * <p>Behind a line of the old file that is not its last one, a remark fits no file: it is
   * dropped.
   */
  private static final class Remarks {
    private final List<HunkLine> lines = new ArrayList<>();
    private final List<Boolean> isCut = new ArrayList<>();
    private final List<HunkLine> settled = new ArrayList<>();
    private int lastBefore = -1;
    private int lastAfter = -1;

    /** The beginning of a new line that the next one goes on with; empty where there is none. */
    private Octets begun = Octets.EMPTY;

    private boolean isBegun;
    private int joinCount;

    private Remarks() {}

    /**
     * Lines as git reads them.
     *
     * @param joinCount how many lines fewer the new file has than without remarks
     */
    record Settled(List<HunkLine> lines, int joinCount) {}

    /** Returns {@code lines} with each remark where git writes it. */
    static Settled settle(List<HunkLine> lines) {
      Remarks remarks = new Remarks();
      lines.forEach(remarks::take);
      for (int i = 0; i < remarks.lines.size(); i++) {
        remarks.settle(i);
      }
      return new Settled(remarks.settled, remarks.joinCount);
    }

    private void take(HunkLine line) {
      if (line.sign() != '\\') {
        lastBefore = line.sign() == '+' ? lastBefore : lines.size();
        lastAfter = line.sign() == '-' ? lastAfter : lines.size();
        lines.add(line);
        isCut.add(false);
      } else if (!lines.isEmpty()) {
        isCut.set(lines.size() - 1, true);
      }
    }

    private void settle(int index) {
      HunkLine line = lines.get(index);
      boolean cutsBefore = isCut.get(index) && index == lastBefore;
      switch (line.sign()) {
        case '-' -> add(line, cutsBefore);
        case '+' -> addNew(index, line);
        default -> {
          if (!isBegun && (index == lastAfter || !cutsBefore)) {
            add(line, cutsBefore);
          } else {
            add(new HunkLine('-', line.text()), cutsBefore);
            addNew(index, line);
          }
        }
      }
    }

    /** Adds a line of the new file, or begins one. */
    private void addNew(int index, HunkLine line) {
      Octets text =
          new OctetBuilder(begun.length() + line.text().length())
              .append(begun)
              .append(line.text())
              .toOctets();
      boolean goesOn = isCut.get(index) && index < lastAfter;
      isBegun = goesOn;
      begun = goesOn ? text : Octets.EMPTY;
      if (goesOn) {
        joinCount++;
      } else {
        add(new HunkLine('+', text), isCut.get(index));
      }
    }

    private void add(HunkLine line, boolean cuts) {
      settled.add(line);
      if (cuts) {
        settled.add(HunkLine.NO_NEWLINE);
      }
    }
  }
}
