package dev.reroll.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One mail as {@code git format-patch} wrote it, one char an octet. */
record Mail(String fromLine, String headers, String body) {
  private static final Pattern SEPARATOR =
      Pattern.compile("(?md)^(?=From [0-9a-f]{40,64} Mon Sep 17 00:00:00 2001\n)");
  private static final Pattern MIME =
      Pattern.compile("(?md)^(MIME-Version|Content-[^:\n]*):.*\n([ \t].*\n)*");

  /** Splits what {@code git format-patch --stdout} printed. */
  static List<Mail> split(String mailbox) {
    List<Mail> mails = new ArrayList<>();
    Arrays.stream(SEPARATOR.split(mailbox, -1))
        .filter(text -> !text.isEmpty())
        .forEach(text -> mails.add(parse(text)));
    return mails;
  }

  private static Mail parse(String text) {
    int lineEnd = text.indexOf('\n') + 1;
    int headerEnd = text.indexOf("\n\n", lineEnd) + 1;
    return new Mail(
        text.substring(0, lineEnd),
        text.substring(lineEnd, headerEnd),
        text.substring(headerEnd + 1));
  }

  boolean isCover() {
    return headers.contains("*** SUBJECT HERE ***");
  }

  Mail withFromLine(String other) {
    return new Mail(other, headers, body);
  }

  Mail withHeaders(String other) {
    return new Mail(fromLine, other, body);
  }

  Mail withBody(String other) {
    return new Mail(fromLine, headers, other);
  }

  /** Returns this with {@code encoded} as the body in that transfer encoding and charset. */
  Mail encoded(String encoded, String encoding, String charset) {
    String mime =
        "MIME-Version: 1.0\nContent-Type: text/plain; charset="
            + charset
            + "\nContent-Transfer-Encoding: "
            + encoding
            + "\n";
    return new Mail(fromLine, MIME.matcher(headers).replaceAll("") + mime, encoded);
  }

  /** Returns the first line of its Subject. */
  String subject() {
    Matcher matcher = Pattern.compile("(?md)^Subject: (.*)$").matcher(headers);
    return matcher.find() ? matcher.group(1) : "";
  }

  String withoutFromLine() {
    return headers + "\n" + body;
  }

  @Override
  public String toString() {
    return fromLine + headers + "\n" + body;
  }
}
