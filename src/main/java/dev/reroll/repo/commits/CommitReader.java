package dev.reroll.repo.commits;

import dev.reroll.bytes.OctetBuilder;
import dev.reroll.bytes.Octets;
import dev.reroll.bytes.WhiteSpace;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads what a commit object says, as {@code git log} prints it: in UTF-8, without blank lines
 * around the message.
 */
final class CommitReader {
  private static final char LF = '\n';

  private final Octets octets;
  private final int messageStart;

  /** Reads the object {@code raw}, without its object header. */
  CommitReader(byte[] raw) {
    Octets object = Octets.wrap(raw);
    int end = endOfHeaders(object);
    Optional<Octets> encoding = header(object, end, "encoding ");
    octets = encoding.isPresent() ? inUtf8(raw, encoding.get().toString()) : object;
    messageStart = endOfHeaders(octets);
  }

  private static int endOfHeaders(Octets object) {
    int line = 0;
    while (line < object.length() && object.at(line) != LF) {
      line = object.endOfLine(line);
    }
    return line;
  }

  private static Optional<Octets> header(Octets object, int end, String name) {
    for (int line = 0; line < end; line = object.endOfLine(line)) {
      if (object.startsWith(name, line)) {
        return Optional.of(object.slice(line + name.length(), object.indexOf(LF, line)));
      }
    }
    return Optional.empty();
  }

  /** Leaves what cannot be read in that encoding as it is, as git does. */
  private static Octets inUtf8(byte[] raw, String encoding) {
    try {
      Charset charset = Charset.forName(encoding.strip());
      return charset.equals(StandardCharsets.UTF_8)
          ? Octets.wrap(raw)
          : Octets.utf8(charset.newDecoder().decode(ByteBuffer.wrap(raw)).toString());
    } catch (CharacterCodingException | IllegalArgumentException asItIs) {
      return Octets.wrap(raw);
    }
  }

  /** Returns the author's name and address, one char an octet. */
  Mailmap.Named author() {
    String line =
        header(octets, messageStart, "author ")
            .orElse(Octets.EMPTY)
            .decode(StandardCharsets.ISO_8859_1);
    int open = line.indexOf('<');
    int close = line.indexOf('>', open + 1);
    if (open < 0 || close < 0) {
      return new Mailmap.Named(line, "");
    }
    return new Mailmap.Named(line.substring(0, open).strip(), line.substring(open + 1, close));
  }

  /** Finds when the author wrote the commit. */
  Optional<Instant> authorDate() {
    String line =
        header(octets, messageStart, "author ")
            .orElse(Octets.EMPTY)
            .decode(StandardCharsets.ISO_8859_1);
    String after = line.substring(line.lastIndexOf('>') + 1).strip();
    int end = after.indexOf(' ');
    try {
      return Optional.of(
          Instant.ofEpochSecond(Long.parseLong(end < 0 ? after : after.substring(0, end))));
    } catch (NumberFormatException | DateTimeException damaged) {
      return Optional.empty();
    }
  }

  /** Returns the message: each line without white space at its end, none blank at either end. */
  Octets message() {
    OctetBuilder message = new OctetBuilder(octets.length());
    int length = 0;
    for (int at = messageStart; at < octets.length(); at = octets.endOfLine(at)) {
      Octets line = WhiteSpace.trimEnd(octets.slice(at, octets.endOfLine(at)));
      if (!line.isEmpty() || !message.isEmpty()) {
        message.append(line).append(LF);
      }
      length = line.isEmpty() ? length : message.length();
    }
    return message.truncate(length).toOctets();
  }

  /** Returns the first paragraph on one line. */
  Octets subject() {
    Octets message = message();
    OctetBuilder subject = new OctetBuilder(80);
    for (int at = 0; at < message.length() && message.at(at) != LF; at = message.endOfLine(at)) {
      if (at > 0) {
        subject.append(' ');
      }
      subject.append(message, at, message.endOfLine(at) - 1);
    }
    return subject.toOctets();
  }
}
