package dev.reroll.mail;

import dev.reroll.message.Octets;

/**
 * Holds a body taken apart: in-body headers, message, notes, diff.
 *
 * @param headers the headers at its start
 * @param message the raw lines of the commit message
 * @param notes what stands between the {@code ---} line and the diff
 * @param diff from the first line of the diff to the end; empty where there is none
 * @param diffIndex where in the body the diff begins
 * @param exampleIndex where an unindented example diff in the message begins; −1 where there is
 *     none
 */
record PatchText(
    InBodyHeaders headers,
    Octets message,
    Octets notes,
    Octets diff,
    int diffIndex,
    int exampleIndex) {
  static PatchText of(Octets body) {
    InBodyHeaders headers = InBodyHeaders.of(body);
    int messageEnd = DiffStart.endOfMessage(body, headers.end());
    int example = -1;
    if (!DiffStart.isThreeDashes(body, messageEnd)) {
      int below = DiffStart.endOfMessageBelowExample(body, messageEnd);
      example = below < 0 ? -1 : messageEnd;
      messageEnd = below < 0 ? messageEnd : below;
    }
    boolean dashes = DiffStart.isThreeDashes(body, messageEnd);
    int notesStart = dashes ? body.endOfLine(messageEnd) : messageEnd;
    int found = DiffStart.find(body, notesStart);
    int diffIndex = found < 0 ? body.length() : found;
    return new PatchText(
        headers,
        body.slice(headers.end(), messageEnd),
        body.slice(notesStart, diffIndex),
        body.slice(diffIndex),
        diffIndex,
        example);
  }

  boolean hasDiff() {
    return !diff.isEmpty();
  }
}
