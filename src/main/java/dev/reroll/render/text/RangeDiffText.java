package dev.reroll.render.text;

import dev.reroll.bytes.OctetBuilder;
import dev.reroll.bytes.Octets;
import dev.reroll.bytes.WhiteSpace;
import dev.reroll.rangediff.BodyHunk;
import dev.reroll.rangediff.Entry;
import dev.reroll.rangediff.NumberedPatch;
import dev.reroll.rangediff.RangeDiff;
import dev.reroll.render.color.ColorSlot;
import dev.reroll.render.color.Palette;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Writes a range-diff as text, in the very octets of {@code git range-diff}; only ids differ.
 *
 * <pre>
 * 1:  72b0f4df32c6 ! 1:  36f3e1bc5f52 io: read what was asked for
 *     {@literal @@} Commit message
 *          io: read what was asked for
 *     +    Now with a test.
 * 2:  a5c34df45ba0 {@literal <} -:  ------------ io: drop the cache
 * </pre>
 */
public final class RangeDiffText {
  private static final int FLUSH_AT = 1 << 16;

  private final RangeDiff comparison;
  private final TextOptions options;
  private final Palette palette;
  private final OutputStream stream;
  private final int width;
  private String dashes = "";
  private OctetBuilder out = new OctetBuilder(FLUSH_AT * 2);

  private RangeDiffText(RangeDiff comparison, TextOptions options, OutputStream stream) {
    this.comparison = comparison;
    this.options = options;
    this.palette = options.palette();
    this.stream = stream;
    int largest = Math.max(comparison.beforeCount(), comparison.afterCount());
    this.width = String.valueOf(1 + largest).length();
  }

  /** Writes {@code comparison} to {@code stream}, which stays open. */
  public static void write(RangeDiff comparison, TextOptions options, OutputStream stream)
      throws IOException {
    new RangeDiffText(comparison, options, stream).write();
  }

  private void write() throws IOException {
    for (Entry entry : comparison.entries()) {
      entry.fold(new EntryWriter());
      if (out.length() >= FLUSH_AT) {
        flush();
      }
    }
    flush();
  }

  private void flush() throws IOException {
    out.toOctets().writeTo(stream);
    out = new OctetBuilder(FLUSH_AT * 2);
  }

  /** Appends one entry; returns whether it was printed. */
  private final class EntryWriter implements Entry.Visitor<Boolean> {
    @Override
    public Boolean unchanged(Entry.Unchanged entry) {
      single(ColorSlot.COMMIT, place(entry.before()), " = " + place(entry.after()), entry.before());
      return true;
    }

    @Override
    public Boolean changed(Entry.Changed entry) {
      pairHeader(entry);
      if (options.bodies()) {
        bodies(entry);
      }
      return true;
    }

    @Override
    public Boolean removed(Entry.Removed entry) {
      if (options.removed()) {
        single(
            ColorSlot.OLD, place(entry.before()), " < " + noPlace(entry.before()), entry.before());
      }
      return options.removed();
    }

    @Override
    public Boolean added(Entry.Added entry) {
      if (options.added()) {
        single(ColorSlot.NEW, noPlace(entry.after()), " > " + place(entry.after()), entry.after());
      }
      return options.added();
    }
  }

  /** Appends a header that has one colour throughout. */
  private void single(ColorSlot slot, String before, String after, NumberedPatch titled) {
    out.append(palette.of(slot)).append(before).append(after);
    title(titled);
    out.append(palette.reset()).append('\n');
  }

  private void pairHeader(Entry.Changed entry) {
    Octets reset = palette.reset();
    out.append(palette.of(ColorSlot.OLD)).append(place(entry.before()) + " ").append(reset);
    out.append(palette.of(ColorSlot.COMMIT)).append('!').append(reset);
    out.append(palette.of(ColorSlot.NEW)).append(" " + place(entry.after())).append(reset);
    out.append(palette.of(ColorSlot.COMMIT));
    title(entry.before());
    out.append(reset).append('\n');
  }

  /** Appends the title with a blank before it; nothing at all where it is empty. */
  private void title(NumberedPatch side) {
    Octets subject = side.patch().subject();
    if (!subject.isEmpty()) {
      out.append(' ');
      content(subject);
    }
  }

  private void bodies(Entry.Changed entry) {
    BodyWriter writer = new BodyWriter(options, out);
    BlankTail tail = BlankTail.of(entry, options);
    for (BodyHunk hunk : entry.hunks()) {
      writer.heading(hunk.heading());
      for (BodyHunk.Line line : hunk.lines()) {
        writer.line(line, tail.contains(line));
      }
    }
  }

  private void content(Octets text) {
    options.filter().append(text, 0, text.length(), out);
  }

  private String place(NumberedPatch side) {
    String ordinal = padded(String.valueOf(side.ordinal()));
    String id = id(side);
    if (dashes.isEmpty()) {
      dashes = "-".repeat(id.length());
    }
    return ordinal + ":  " + id;
  }

  /** Stands in for a missing side: as many dashes as the first printed id has digits. */
  private String noPlace(NumberedPatch there) {
    if (dashes.isEmpty()) {
      dashes = "-".repeat(id(there).length());
    }
    return padded("-") + ":  " + dashes;
  }

  private String id(NumberedPatch side) {
    return side.patch().id().abbreviated(options.abbrev());
  }

  private String padded(String text) {
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }

  /**
   * Knows which new lines are empty lines added at the very end of the text, which git marks as one
   * white-space error each ({@code blank-at-eof}).
   *
   * <p>There are such lines only where the new text ends in more empty lines than the old one. A
   * hunk without a line of the old text counts as one line further up, so that without context what
   * is added behind the last line of the old text is not marked, as git has it.
   */
  private static final class BlankTail {
    private static final BlankTail NONE = new BlankTail(0, 0);

    private final Set<BodyHunk.Line> lines = Collections.newSetFromMap(new IdentityHashMap<>());
    private final int beforeStart;
    private final int afterStart;

    private BlankTail(int beforeStart, int afterStart) {
      this.beforeStart = beforeStart;
      this.afterStart = afterStart;
    }

    static BlankTail of(Entry.Changed entry, TextOptions options) {
      boolean marked = !options.dual() && !options.palette().of(ColorSlot.WHITESPACE).isEmpty();
      if (!marked || !options.whitespace().blankAtEof()) {
        return NONE;
      }
      Ending before = Ending.of(entry.before().patch().text());
      Ending after = Ending.of(entry.after().patch().text());
      BlankTail tail = new BlankTail(before.firstBlank(), after.firstBlank());
      if (after.blankCount() > before.blankCount()) {
        entry.hunks().forEach(tail::collect);
      }
      return tail;
    }

    boolean contains(BodyHunk.Line line) {
      return !lines.isEmpty() && lines.contains(line);
    }

    private void collect(BodyHunk hunk) {
      boolean onlyNew = hunk.lines().stream().allMatch(line -> line.sign() == '+');
      int before = onlyNew ? hunk.beforeStart() - 1 : hunk.beforeStart();
      int after = hunk.afterStart();
      for (BodyHunk.Line line : hunk.lines()) {
        if (line.sign() == '+' && before >= beforeStart && after >= afterStart) {
          lines.add(line);
        }
        before += line.sign() == '+' ? 0 : 1;
        after += line.sign() == '-' ? 0 : 1;
      }
    }

    /**
     * How a text ends.
     *
     * @param firstBlank 0-based index of the first of the empty lines at its end
     * @param blankCount how many of them there are
     */
    private record Ending(int firstBlank, int blankCount) {
      static Ending of(Octets text) {
        int lineCount = 0;
        int blankCount = 0;
        for (int start = 0; start < text.length(); lineCount++) {
          int end = text.endOfLine(start);
          blankCount = isBlank(text.slice(start, end)) ? blankCount + 1 : 0;
          start = end;
        }
        return new Ending(lineCount - blankCount, blankCount);
      }
    }

    private static boolean isBlank(Octets text) {
      for (int i = 0; i < text.length(); i++) {
        if (!WhiteSpace.is(text.at(i))) {
          return false;
        }
      }
      return true;
    }
  }
}
