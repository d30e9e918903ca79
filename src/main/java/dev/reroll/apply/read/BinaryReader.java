package dev.reroll.apply.read;

import dev.reroll.apply.read.FilePatch.BinaryContent;
import dev.reroll.apply.read.FilePatch.BinaryHunk;
import dev.reroll.bytes.OctetBuilder;
import dev.reroll.bytes.Octets;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads the data behind {@code GIT binary patch}: one block that makes the new content, and often
 * one that makes the old one again, which is not needed.
 *
 * <p>A block is {@code literal <size>} or {@code delta <size>}, lines, and an empty line. A line is
 * a letter that says how many octets it holds ({@code A} 1 to {@code z} 52) and those octets in
 * base 85, deflated.
 */
final class BinaryReader {
  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~";

  private static final int GROUP = 5;
  private static final int OCTETS_OF_GROUP = 4;

  /** What a mail may unfold to. */
  private static final int LARGEST = 1 << 29;

  private final DiffLines lines;
  private Optional<BinaryContent> content = Optional.empty();

  BinaryReader(DiffLines lines) {
    this.lines = lines;
  }

  /** Reads on from the line {@code GIT binary patch}; returns false where the data are damaged. */
  boolean read() {
    lines.advance();
    if (!startsBlock()) {
      return false;
    }
    Optional<BinaryHunk> forward = block();
    content = forward.map(hunk -> new BinaryContent(forward));
    return forward.isPresent() && (!startsBlock() || block().isPresent());
  }

  /** Returns what was read; empty where it was damaged. */
  Optional<BinaryContent> content() {
    return content;
  }

  private boolean startsBlock() {
    return lines.startsWith("literal ") || lines.startsWith("delta ");
  }

  private Optional<BinaryHunk> block() {
    boolean isDelta = lines.startsWith("delta ");
    int size = number(lines.line(), lines.line().indexOf(' ', 0) + 1);
    lines.advance();
    OctetBuilder deflated = new OctetBuilder(1024);
    while (!(lines.line().isEmpty() && lines.isTerminated())) {
      if (!lines.isTerminated() || !decode(lines.line(), deflated)) {
        return Optional.empty();
      }
      lines.advance();
    }
    lines.advance();
    return inflated(deflated.toOctets(), size).map(data -> new BinaryHunk(isDelta, data));
  }

  private static int number(Octets line, int from) {
    long value = 0;
    for (int i = from; i < line.length() && value <= LARGEST; i++) {
      if (line.at(i) < '0' || line.at(i) > '9') {
        break;
      }
      value = value * 10 + line.at(i) - '0';
    }
    return (int) Math.min(value, LARGEST);
  }

  private static boolean decode(Octets line, OctetBuilder target) {
    int groups = (line.length() - 1) / GROUP;
    int length = line.isEmpty() ? 0 : octetCount((char) line.at(0));
    boolean isWhole = groups > 0 && (line.length() - 1) % GROUP == 0;
    int most = groups * OCTETS_OF_GROUP;
    if (!isWhole || length == 0 || length > most || length <= most - OCTETS_OF_GROUP) {
      return false;
    }
    for (int group = 0; group < groups; group++) {
      long value = value(line, 1 + group * GROUP);
      if (value < 0) {
        return false;
      }
      int count = Math.min(OCTETS_OF_GROUP, length - group * OCTETS_OF_GROUP);
      for (int i = 0; i < count; i++) {
        target.append((int) (value >> (8 * (OCTETS_OF_GROUP - 1 - i))));
      }
    }
    return true;
  }

  private static int octetCount(char letter) {
    if (letter >= 'A' && letter <= 'Z') {
      return letter - 'A' + 1;
    }
    return letter >= 'a' && letter <= 'z' ? letter - 'a' + 27 : 0;
  }

  /** Returns the value of five digits; −1 where they are none, or too much for four octets. */
  private static long value(Octets line, int from) {
    long value = 0;
    for (int i = from; i < from + GROUP; i++) {
      int digit = DIGITS.indexOf(line.at(i));
      if (digit < 0) {
        return -1;
      }
      value = value * DIGITS.length() + digit;
    }
    return value > 0xffffffffL ? -1 : value;
  }

  /** Inflates step by step: the size that a mail claims reserves no memory. */
  private static Optional<Octets> inflated(Octets deflated, int size) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(deflated.toByteArray());
      OctetBuilder data = new OctetBuilder(deflated.length());
      byte[] part = new byte[8192];
      int length = 1;
      while (length > 0 && data.length() <= size) {
        length = inflater.inflate(part);
        data.append(Octets.wrap(part), 0, length);
      }
      boolean isAll = inflater.finished() && data.length() == size;
      return isAll ? Optional.of(data.toOctets()) : Optional.empty();
    } catch (DataFormatException damaged) {
      return Optional.empty();
    } finally {
      inflater.end();
    }
  }
}
