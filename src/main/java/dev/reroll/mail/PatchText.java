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
 */
record PatchText(InBodyHeaders headers, Octets message, Octets notes, Octets diff, int diffIndex) {
  static PatchText of(Octets body) {
    InBodyHeaders headers = InBodyHeaders.of(body);
    int messageEnd = DiffStart.endOfMessage(body, headers.end());
    boolean dashes = DiffStart.isThreeDashes(body, messageEnd);
    int notesStart = dashes ? body.endOfLine(messageEnd) : messageEnd;
    int found = DiffStart.find(body, notesStart);
    int diffIndex = found < 0 ? body.length() : found;
    return new PatchText(
        headers,
        body.slice(headers.end(), messageEnd),
        body.slice(notesStart, diffIndex),
        body.slice(diffIndex),
        diffIndex);
  }

  boolean hasDiff() {
    return !diff.isEmpty();
  }
}
