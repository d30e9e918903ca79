package dev.reroll.cli;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Asks the person at the terminal something that is answered with yes or no. */
final class Question {
  private static final int LONGEST_ANSWER = 100;

  private final Streams streams;
  private final boolean inputIsTaken;

  /**
   * Readies a question.
   *
   * @param inputIsTaken whether standard input was a mailbox, so that the terminal itself is asked
   */
  Question(Streams streams, boolean inputIsTaken) {
    this.streams = streams;
    this.inputIsTaken = inputIsTaken;
  }

  /** Says whether the answer is yes; no answer at all is no. */
  boolean ask(String question) throws IOException {
    streams.err().write(question.getBytes(StandardCharsets.UTF_8));
    streams.err().flush();
    if (!inputIsTaken) {
      return isYes(streams.in());
    }
    try (InputStream terminal = new FileInputStream("/dev/tty")) {
      return isYes(terminal);
    }
  }

  private static boolean isYes(InputStream in) throws IOException {
    StringBuilder answer = new StringBuilder();
    for (int octet = in.read(); octet >= 0 && octet != '\n'; octet = in.read()) {
      if (answer.length() < LONGEST_ANSWER) {
        answer.append((char) octet);
      }
    }
    String word = answer.toString().strip().toLowerCase(Locale.ROOT);
    return word.equals("y") || word.equals("yes");
  }
}
