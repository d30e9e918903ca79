package dev.reroll.render.text;

import dev.reroll.bytes.OctetBuilder;
import dev.reroll.bytes.Octets;
import dev.reroll.interdiff.ChangedFile;
import dev.reroll.patch.FileDiff;
import dev.reroll.patch.FileDiff.Change;
import dev.reroll.patch.Hunk;
import dev.reroll.patch.Hunk.HunkLine;
import dev.reroll.patch.QuotedPath;
import dev.reroll.render.color.ColorSlot;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes the diffs of files in the very octets of {@code git diff}, with its colours. What the
 * mails do not say is left out: the index line, or how alike a renamed file is.
 */
public final class DiffText {
  private final TextOptions options;
  private final OctetBuilder out = new OctetBuilder(1 << 14);
  private final WhitespaceMarker marker;

  private DiffText(TextOptions options) {
    this.options = options;
    this.marker = new WhitespaceMarker(options, out);
  }

  /** Writes {@code files} to {@code stream}, which stays open. */
  public static void write(List<ChangedFile> files, TextOptions options, OutputStream stream)
      throws IOException {
    for (ChangedFile file : files) {
      of(file, options).writeTo(stream);
    }
  }

  /** Returns the diff of one file. */
  public static Octets of(ChangedFile file, TextOptions options) {
    DiffText text = new DiffText(options);
    text.header(file);
    if (file.diff().binary()) {
      text.binary(file.diff());
    } else if (!file.diff().hunks().isEmpty()) {
      text.names(file.diff());
    }
    file.diff().hunks().forEach(text::hunk);
    return text.out.toOctets();
  }

  private void header(ChangedFile file) {
    FileDiff diff = file.diff();
    meta("diff --git ", prefixed("a/", diff.before()), " ", prefixed("b/", diff.after()));
    diff.modes()
        .ifPresent(
            modes -> {
              meta("old mode " + modes.before());
              meta("new mode " + modes.after());
            });
    if (diff.change() == Change.ADDED && !diff.mode().isEmpty()) {
      meta("new file mode ", diff.mode());
    } else if (diff.change() == Change.DELETED && !diff.mode().isEmpty()) {
      meta("deleted file mode ", diff.mode());
    } else if (diff.change() == Change.RENAMED) {
      file.likeness().ifPresent(percent -> meta("similarity index " + percent + "%"));
      meta("rename from ", QuotedPath.quote(diff.before()));
      meta("rename to ", QuotedPath.quote(diff.after()));
    }
    boolean isWhole = diff.change() == Change.ADDED || diff.change() == Change.DELETED;
    if (diff.ids().isPair()) {
      Octets mode = isWhole || diff.mode().isEmpty() ? Octets.EMPTY : diff.mode();
      meta("index ", diff.ids().text(), mode.isEmpty() ? "" : " ", mode);
    }
  }

  private void names(FileDiff diff) {
    meta("--- ", side(diff, Change.ADDED), tab(diff, Change.ADDED));
    meta("+++ ", side(diff, Change.DELETED), tab(diff, Change.DELETED));
  }

  private void binary(FileDiff diff) {
    out.append("Binary files ");
    content(side(diff, Change.ADDED));
    out.append(" and ");
    content(side(diff, Change.DELETED));
    out.append(" differ\n");
  }

  /** Returns the name of one side, which has none if the file is {@code withoutThisSide}. */
  private static Octets side(FileDiff diff, Change withoutThisSide) {
    if (diff.change() == withoutThisSide) {
      return Octets.utf8("/dev/null");
    }
    return withoutThisSide == Change.ADDED
        ? prefixed("a/", diff.before())
        : prefixed("b/", diff.after());
  }

  /** A tab tells git apply where a name with blanks ends. */
  private static String tab(FileDiff diff, Change withoutThisSide) {
    Octets name = withoutThisSide == Change.ADDED ? diff.before() : diff.after();
    return diff.change() != withoutThisSide && name.indexOf(' ', 0) >= 0 ? "\t" : "";
  }

  private static Octets prefixed(String prefix, Octets path) {
    return QuotedPath.quote(
        new OctetBuilder(path.length() + 2).append(prefix).append(path).toOctets());
  }

  private void meta(Object... parts) {
    out.append(options.palette().of(ColorSlot.META));
    for (Object part : parts) {
      content(part instanceof Octets octets ? octets : Octets.utf8(part.toString()));
    }
    out.append(options.palette().reset()).append('\n');
  }

  private void hunk(Hunk hunk) {
    out.append(options.palette().of(ColorSlot.FRAG));
    out.append("@@ -" + span(hunk.before()) + " +" + span(hunk.after()) + " @@");
    out.append(options.palette().reset());
    if (!hunk.heading().isEmpty()) {
      out.append(options.palette().of(ColorSlot.CONTEXT)).append(' ');
      out.append(options.palette().reset()).append(options.palette().of(ColorSlot.FUNC));
      content(hunk.heading());
      out.append(options.palette().reset());
    }
    out.append('\n');
    hunk.lines().forEach(this::line);
  }

  private static String span(Hunk.Span span) {
    return span.count() == 1 ? String.valueOf(span.start()) : span.start() + "," + span.count();
  }

  private void line(HunkLine line) {
    ColorSlot slot =
        switch (line.sign()) {
          case '+' -> ColorSlot.NEW;
          case '-' -> ColorSlot.OLD;
          default -> ColorSlot.CONTEXT;
        };
    Octets color = options.palette().of(slot);
    if (line.sign() == '+' && !options.palette().of(ColorSlot.WHITESPACE).isEmpty()) {
      out.append(color).append('+').append(options.palette().reset());
      marker.append(line.text());
      out.append('\n');
      return;
    }
    boolean hasReturn = options.palette().isColored() && line.text().endsWith("\r");
    int end = line.text().length() - (hasReturn ? 1 : 0);
    out.append(color).append(line.sign());
    content(line.text().slice(0, end));
    out.append(options.palette().reset());
    content(line.text().slice(end));
    out.append('\n');
  }

  private void content(Octets text) {
    options.filter().append(text, 0, text.length(), out);
  }
}
