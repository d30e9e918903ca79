package dev.reroll.mail;

import dev.reroll.message.OctetBuilder;
import dev.reroll.message.Octets;
import java.util.List;

/**
 * Holds the message that {@code git am} would commit: valid UTF-8, no white space at line ends, no
 * two empty lines in a row, none at the start or end.
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
}
