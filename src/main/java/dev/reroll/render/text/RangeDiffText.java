package dev.reroll.render.text;

import dev.reroll.message.OctetBuilder;
import dev.reroll.message.Octets;
import dev.reroll.rangediff.BodyHunk;
import dev.reroll.rangediff.Entry;
import dev.reroll.rangediff.RangeDiff;
import dev.reroll.rangediff.Side;
import dev.reroll.render.color.ColorSlot;
import dev.reroll.render.color.Palette;
import java.io.IOException;
import java.io.OutputStream;

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
  private void single(ColorSlot slot, String before, String after, Side titled) {
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
  private void title(Side side) {
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

  private String place(Side side) {
    String ordinal = padded(String.valueOf(side.ordinal()));
    String id = id(side);
    if (dashes.isEmpty()) {
      dashes = "-".repeat(id.length());
    }
    return ordinal + ":  " + id;
  }

  /** Stands in for a missing side: as many dashes as the first printed id has digits. */
  private String noPlace(Side there) {
    if (dashes.isEmpty()) {
      dashes = "-".repeat(id(there).length());
    }
    return padded("-") + ":  " + dashes;
  }

  private String id(Side side) {
    return side.patch().id().abbreviated(options.abbrev());
  }

  private String padded(String text) {
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }
}
