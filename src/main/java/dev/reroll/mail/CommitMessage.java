package dev.reroll.mail;

import dev.reroll.bytes.OctetBuilder;
import dev.reroll.bytes.Octets;
import dev.reroll.bytes.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The message that {@code git am} would commit: valid UTF-8, no white space at line ends, no two
 * empty lines in a row, none at the start or end.
 *
 * @param subject one line without its LF, from the mail's subject without reply marks and brackets;
 *     empty where the mail has none, then the body is all there is
 * @param body the text below, each line with its LF; empty where there is none
 */
public record CommitMessage(Octets subject, Octets body) {
  /** A message that says nothing, such as a bare diff has. */
  public static final CommitMessage EMPTY = new CommitMessage(Octets.EMPTY, Octets.EMPTY);

  /** Returns the whole message as {@code git log --format=%B} prints it. */
  public Octets text() {
    if (subject.isEmpty()) {
      return body;
    }
    String separator = body.isEmpty() ? "\n" : "\n\n";
    return new OctetBuilder(subject.length() + body.length() + 2)
        .append(subject)
        .append(Octets.utf8(separator))
        .append(body)
        .toOctets();
  }

  /** Returns the trailers of the last paragraph, in their order, as git recognises them. */
  public List<Trailer> trailers() {
    return TrailerBlock.of(body);
  }

  /**
   * Finds the trailers of a message body: in its last paragraph, if that consists of trailers only,
   * or if a quarter of its lines are and one of them is git's own (git-interpret-trailers(1)).
   */
  private static final class TrailerBlock {
    private final List<Trailer> trailers = new ArrayList<>();
    private int otherCount;
    private final StringBuilder lastValue = new StringBuilder();
    private String lastKey = "";
    private boolean isGits;
    private boolean afterTrailer;

    private TrailerBlock() {}

    /** Returns the trailers of {@code body}, whose lines each end in LF. */
    static List<Trailer> of(Octets body) {
      TrailerBlock block = new TrailerBlock();
      int at = lastParagraph(body);
      while (at < body.length()) {
        int end = body.endOfLine(at);
        block.read(body.slice(at, end));
        at = end;
      }
      block.endTrailer();
      return block.isTrailers() ? List.copyOf(block.trailers) : List.of();
    }

    private static int lastParagraph(Octets body) {
      int paragraph = 0;
      for (int line = 0; line < body.length(); line = body.endOfLine(line)) {
        if (body.at(line) == '\n') {
          paragraph = line + 1;
        }
      }
      return paragraph;
    }

    private void read(Octets line) {
      int colon = keyEnd(line);
      if (colon > 0) {
        String key = line.slice(0, colon).decode(StandardCharsets.US_ASCII).strip();
        isGits |= key.equalsIgnoreCase("Signed-off-by");
        endTrailer();
        lastKey = key;
        lastValue.append(Utf8.string(Blanks.trimmed(line.slice(colon + 1))));
        afterTrailer = true;
      } else if (afterTrailer && Blanks.isBlank(line.at(0))) {
        lastValue.append(' ').append(Utf8.string(Blanks.trimmed(line)));
      } else {
        isGits |= line.startsWith("(cherry picked from commit ");
        otherCount += line.startsWith("(cherry picked from commit ") ? 0 : 1;
        afterTrailer = false;
      }
    }

    /**
     * Adds the trailer that was read last: only now it is known that no further line belongs to it.
     */
    private void endTrailer() {
      if (!lastKey.isEmpty()) {
        trailers.add(new Trailer(lastKey, lastValue.toString().strip()));
        lastKey = "";
        lastValue.setLength(0);
      }
    }

    /**
     * Finds the colon behind a key of letters, digits and dashes, blanks allowed before the colon.
     */
    private static int keyEnd(Octets line) {
      int colon = line.indexOf(':', 0);
      int end = Blanks.endWithout(line, 0, Math.max(colon, 0));
      for (int i = 0; i < end; i++) {
        byte octet = line.at(i);
        if (octet != '-' && !(octet >= 0 && Character.isLetterOrDigit(octet))) {
          return -1;
        }
      }
      return end > 0 ? colon : -1;
    }

    private boolean isTrailers() {
      int count = trailers.size();
      return count > 0 && (otherCount == 0 || (isGits && count * 3 >= otherCount));
    }
  }
}
