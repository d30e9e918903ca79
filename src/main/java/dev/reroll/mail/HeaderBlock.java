package dev.reroll.mail;

import dev.reroll.bytes.OctetBuilder;
import dev.reroll.bytes.Octets;
import dev.reroll.message.HeaderLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The headers of a mail as git reads them: the block ends at the first line that is neither header,
 * folded line nor a stray {@code From } line, whether or not that line is empty.
 */
final class HeaderBlock {
  private final Octets message;
  private final List<Field> fields;
  private final int bodyStart;

  private HeaderBlock(Octets message, List<Field> fields, int bodyStart) {
    this.message = message;
    this.fields = fields;
    this.bodyStart = bodyStart;
  }

  /** Reads the headers of {@code message}; a bare diff has none. */
  static HeaderBlock of(Octets message) {
    List<Field> fields = new ArrayList<>();
    int at = 0;
    while (at < message.length() && !isQuiltHeader(message, at)) {
      int colon = HeaderLine.colonOf(message, at);
      if (colon < 0 && !isFromLine(message, at)) {
        break;
      }
      int end = HeaderLine.endOfHeader(message, at);
      if (colon >= 0) {
        fields.add(new Field(at, colon, end));
      }
      at = end;
    }
    return new HeaderBlock(message, fields, behindEmptyLine(message, at));
  }

  private static boolean isFromLine(Octets message, int at) {
    return message.startsWith("From ", at) || message.startsWith(">From ", at);
  }

  /** A bare diff may begin with "Index: path", which only looks like a header. */
  private static boolean isQuiltHeader(Octets message, int at) {
    return message.startsWith("Index: ", at) && message.startsWith("====", message.endOfLine(at));
  }

  private static int behindEmptyLine(Octets message, int at) {
    if (message.startsWith("\r\n", at)) {
      return at + 2;
    }
    return message.startsWith("\n", at) ? at + 1 : at;
  }

  boolean isEmpty() {
    return fields.isEmpty();
  }

  /** Returns the index of the body's first octet in the message. */
  int bodyStart() {
    return bodyStart;
  }

  /** Finds the unfolded, trimmed value of the last header of that name: the one git believes. */
  Optional<Octets> last(String name) {
    for (int i = fields.size() - 1; i >= 0; i--) {
      Field field = fields.get(i);
      if (HeaderLine.isNamed(message, field.start, field.colon, name)) {
        return Optional.of(unfolded(message, field.colon + 1, field.end));
      }
    }
    return Optional.empty();
  }

  /** Takes the line ends out of {@code octets[from..to)}; each folded line begins with a blank. */
  static Octets unfolded(Octets octets, int from, int to) {
    OctetBuilder value = new OctetBuilder(to - from);
    int line = from;
    while (line < to) {
      int end = Math.min(octets.endOfLine(line), to);
      int textEnd = Blanks.endWithout(octets, line, end);
      if (line > from && textEnd > line) {
        value.append(' ');
        value.append(octets, line + 1, textEnd);
      } else {
        value.append(octets, line, Math.max(line, textEnd));
      }
      line = end;
    }
    return Blanks.trimmed(value.toOctets());
  }

  private record Field(int start, int colon, int end) {}
}
