package dev.reroll.message;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Holds what the sender of a mail said: a few headers and the body, without the traces of its way.
 *
 * @param headers the headers that the sender wrote, by lower-case name, with white space made one
 * @param body the body without white space at its end
 */
record MailContent(Map<String, String> headers, Octets body) {
  private static final Set<String> BY_SENDER =
      Set.of("from", "subject", "date", "in-reply-to", "content-transfer-encoding");

  static MailContent of(Octets message) {
    Map<String, String> headers = new TreeMap<>();
    int at = 0;
    int colon;
    while ((colon = HeaderLine.colonOf(message, at)) > 0) {
      int end = HeaderLine.endOfHeader(message, at);
      String name =
          message.slice(at, colon).decode(StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
      if (BY_SENDER.contains(name)) {
        headers.put(name, plain(message.slice(colon + 1, end)));
      }
      at = end;
    }
    return new MailContent(headers, trimmed(message.slice(at)));
  }

  private static String plain(Octets value) {
    StringBuilder text = new StringBuilder();
    boolean blank = false;
    for (char c : value.decode(StandardCharsets.ISO_8859_1).toCharArray()) {
      if (c > ' ') {
        text.append(blank && !text.isEmpty() ? " " : "").append(c);
      }
      blank = c <= ' ';
    }
    return text.toString();
  }

  private static Octets trimmed(Octets body) {
    int end = body.length();
    while (end > 0 && body.at(end - 1) >= 0 && body.at(end - 1) <= ' ') {
      end--;
    }
    return body.slice(0, end);
  }
}
