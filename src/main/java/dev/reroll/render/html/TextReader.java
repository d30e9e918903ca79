package dev.reroll.render.html;

import dev.reroll.bytes.Octets;
import dev.reroll.bytes.Utf8;
import dev.reroll.render.html.page.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns octets of mails into text that can be shown, and counts the characters that would deceive a
 * reader.
 *
 * <p>Control characters become {@code ^[}, invisible ones and those that change the direction of
 * text (UAX #9, 2) {@code U+202E}, octets that are no UTF-8 {@code \xE4}; each as a run of its own.
 * Tabs stay, and so do the joiners that some scripts need.
 */
final class TextReader {
  private int deceivingCount;
  private List<Text.Run> runs = new ArrayList<>();

  /** A part of a line that stands out, in octets of the line. */
  record Span(int from, int to) {}

  /** Returns how many control characters and changes of direction were read so far. */
  int deceivingCount() {
    return deceivingCount;
  }

  Text read(String text) {
    return read(Octets.utf8(text), 0, List.of());
  }

  Text read(Octets line) {
    return read(line, 0, List.of());
  }

  /** Reads a line from {@code start} to its end; {@code changed} marks words of it, in order. */
  Text read(Octets line, int start, List<Span> changed) {
    if (changed.isEmpty() && isPlain(line, start)) {
      return Text.plain(line.slice(start).decode(StandardCharsets.US_ASCII));
    }
    runs = new ArrayList<>();
    int done = start;
    for (Span span : changed) {
      addPart(line, done, Math.max(done, span.from()), Text.Mark.PLAIN);
      addPart(line, Math.max(done, span.from()), span.to(), Text.Mark.CHANGED);
      done = Math.max(done, span.to());
    }
    addPart(line, done, line.length(), Text.Mark.PLAIN);
    return new Text(runs);
  }

  /** Reads text of several lines that is marked as a whole; line ends stay. */
  Text readProse(String text, Text.Mark mark) {
    List<Text.Run> all = new ArrayList<>();
    Octets octets = Octets.utf8(text.replace("\r\n", "\n"));
    for (int from = 0; from < octets.length(); ) {
      int lineEnd = octets.endOfLine(from);
      boolean ends = octets.at(lineEnd - 1) == '\n';
      runs = all;
      addPart(octets, from, ends ? lineEnd - 1 : lineEnd, mark);
      if (ends) {
        all.add(new Text.Run("\n", mark));
      }
      from = lineEnd;
    }
    return new Text(all);
  }

  private static boolean isPlain(Octets line, int start) {
    for (int i = start; i < line.length(); i++) {
      byte octet = line.at(i);
      if ((octet < ' ' && octet != '\t') || octet == 0x7f) {
        return false;
      }
    }
    return true;
  }

  private void addPart(Octets line, int from, int to, Text.Mark mark) {
    int shown = from;
    int i = from;
    while (i < to) {
      int length = Utf8.sequenceLength(line, i, to);
      String name = length == 0 ? octetName(line.at(i)) : nameOfHidden(line, i, length);
      if (!name.isEmpty()) {
        addRun(line, shown, i, mark);
        runs.add(new Text.Run(name, Text.Mark.HIDDEN));
        shown = i + Math.max(1, length);
      }
      i += Math.max(1, length);
    }
    addRun(line, shown, to, mark);
  }

  private void addRun(Octets line, int from, int to, Text.Mark mark) {
    if (from < to) {
      runs.add(new Text.Run(line.slice(from, to).decode(StandardCharsets.UTF_8), mark));
    }
  }

  private static String octetName(byte octet) {
    return String.format("\\x%02X", octet & 0xff);
  }

  /** Returns what to show in place of a character; empty where it can be seen. */
  private String nameOfHidden(Octets line, int from, int length) {
    int character = length == 1 ? line.at(from) : Utf8.codePoint(line, from, length);
    if (character == '\t' || (character >= ' ' && character < 0x7f)) {
      return "";
    }
    if (character < ' ' || character == 0x7f) {
      boolean isLineEnd = character == '\r' && from + 1 == line.length();
      deceivingCount += isLineEnd || character == '\f' ? 0 : 1;
      return "^" + (char) (character ^ 0x40);
    }
    if (isDirectional(character) || isControl(character)) {
      deceivingCount++;
      return String.format("U+%04X", character);
    }
    return isInvisible(character) ? String.format("U+%04X", character) : "";
  }

  private static boolean isControl(int character) {
    return character < 0xa0
        || character == 0x2028
        || character == 0x2029
        || (character >= 0xe0000 && character <= 0xe007f);
  }

  private static boolean isDirectional(int character) {
    return (character >= 0x202a && character <= 0x202e)
        || (character >= 0x2066 && character <= 0x2069)
        || character == 0x200e
        || character == 0x200f
        || character == 0x061c;
  }

  private static boolean isInvisible(int character) {
    return character == 0xad
        || character == 0x200b
        || (character >= 0x2060 && character <= 0x2064)
        || (character >= 0x206a && character <= 0x206f)
        || character == 0xfeff
        || (character >= 0xfff9 && character <= 0xfffb)
        || (character & 0xfffe) == 0xfffe
        || (character >= 0xfdd0 && character <= 0xfdef);
  }
}
