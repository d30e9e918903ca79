package dev.reroll.cli;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A copy of the first part of a text, which tells whether all of it fits on one screen. */
final class FirstScreen {
  /** More than any screen shows, colours included. */
  private static final int MAX_OCTETS = 200_000;

  private static final int TAB = 8;

  private final ByteArrayOutputStream copy = new ByteArrayOutputStream();
  private boolean isCut;

  /** Returns a stream that passes everything on to {@code target}, and notes it here. */
  OutputStream on(OutputStream target) {
    return new FilterOutputStream(target) {
      @Override
      public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
      }

      @Override
      public void write(byte[] octets, int from, int count) throws IOException {
        note(octets, from, count);
        out.write(octets, from, count);
      }
    };
  }

  private void note(byte[] octets, int from, int count) {
    isCut |= count > MAX_OCTETS - copy.size();
    if (!isCut) {
      copy.write(octets, from, count);
    }
  }

  /** Whether {@code head} and the text below it leave a row of the screen for the next prompt. */
  boolean fits(String head, ScreenWidth.Size screen, boolean chopsLines) {
    int columns = chopsLines ? Integer.MAX_VALUE : screen.columns();
    return !isCut
        && rows(head.getBytes(StandardCharsets.UTF_8), columns) + rows(copy.toByteArray(), columns)
            < screen.rows();
  }

  /** Counts the rows that a text takes, lines that are too long being broken. */
  private static int rows(byte[] text, int columns) {
    int rows = 0;
    int column = 0;
    for (int i = 0; i < text.length; i++) {
      if (text[i] == '\n') {
        rows++;
        column = 0;
      } else if (text[i] == '\u001b') {
        i = endOfSequence(text, i);
      } else if ((text[i] & 0xc0) != 0x80) {
        rows += column >= columns ? 1 : 0;
        column = column >= columns ? 0 : column;
        column += text[i] == '\t' ? TAB - column % TAB : 1;
      }
    }
    return rows + (column > 0 ? 1 : 0);
  }

  /** Returns the index of the letter that ends a sequence for colours. */
  private static int endOfSequence(byte[] text, int escape) {
    int end = escape + 2;
    while (end < text.length && (text[end] < '@' || text[end] > '~')) {
      end++;
    }
    return end;
  }
}
