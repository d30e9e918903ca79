package dev.reroll.render.mail;

import dev.reroll.bytes.OctetBuilder;
import dev.reroll.bytes.Octets;

/**
 * Leaves room for notes within the text of a mail, and takes away again what nobody filled.
 *
 * <pre>
 * 2:  e3337c4746a8 ! 2:  4f9dd12500bd hwmon: (tarn47) Add temperature limits
 *     ...
 * #&gt; 2/4: a note goes between these two lines
 *
 * #&lt;
 * </pre>
 */
public final class NoteSlots {
  private static final String OPEN = "#> ";
  private static final String CLOSE = "#<";
  private static final String COMMENT = "#! ";

  private NoteSlots() {}

  static Octets slot(String patch) {
    return Octets.utf8(OPEN + patch + ": a note goes between these two lines\n\n" + CLOSE + "\n");
  }

  /** Returns a line that {@link #taken} leaves out. */
  public static String comment(String text) {
    return COMMENT + text + "\n";
  }

  /** Returns {@code edited} with the notes as paragraphs, and without slots and comments. */
  public static Octets taken(Octets edited) {
    OctetBuilder out = new OctetBuilder(edited.length());
    for (int at = 0; at < edited.length(); ) {
      int end = edited.endOfLine(at);
      if (edited.startsWith(OPEN, at)) {
        int close = close(edited, end);
        note(edited.slice(end, close), out);
        at = edited.startsWith(CLOSE, close) ? edited.endOfLine(close) : close;
        continue;
      }
      if (!edited.startsWith(COMMENT, at) && !edited.startsWith(CLOSE, at)) {
        out.append(edited, at, end);
      }
      at = end;
    }
    return out.toOctets();
  }

  private static int close(Octets edited, int from) {
    int at = from;
    while (at < edited.length() && !edited.startsWith("#<", at) && !edited.startsWith(OPEN, at)) {
      at = edited.endOfLine(at);
    }
    return at;
  }

  private static void note(Octets text, OctetBuilder out) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.at(start))) {
      start++;
    }
    while (end > start && isBlank(text.at(end - 1))) {
      end--;
    }
    if (start < end) {
      int line = start;
      while (line > 0 && text.at(line - 1) != '\n') {
        line--;
      }
      out.append('\n').append(text, line, end).append("\n\n");
    }
  }

  private static boolean isBlank(byte octet) {
    return octet == ' ' || octet == '\t' || octet == '\n' || octet == '\r';
  }
}
