package dev.reroll.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes patch mails of odd pieces: senders, subjects, in-body headers, line ends of all kinds,
 * flowed and quoted-printable text.
 *
 * <p>Left out is where git reads memory that it did not write (an unclosed quote or comment in
 * {@code From}), a subject of nothing but {@code Re:}, and flowed base64, which git cuts at the
 * encoded lines.
 */
final class GeneratedMail {
  private static final List<String> NAMES =
      List.of(
          "A U Thor",
          "\"Thor, A\"",
          "\"A \\\"U\\\" Thor\"",
          "A (U) Thor",
          "(A Thor)",
          "x@y.z",
          "=?utf-8?q?J=C3=B6rg_M?=",
          "=?utf-8?q?J=c3=b6rg?= =?utf-8?q?_M?=",
          "\"a@b.c\"",
          "",
          "A",
          "=?iso-8859-1?q?J=F6rg?= M",
          "'A Thor'",
          "A (a\\)b) (c (d) e) B",
          "\"A (x) B\"",
          "J\u00f6rg x",
          "A  B\tC",
          "A\\B \"x\\\\y\" C",
          "=?utf-8?q?=22A=2C_B=22?=",
          "a)b");
  private static final List<String> ADDRESSES =
      List.of(
          " <a@example.org>",
          "<a@example.org>",
          " a@example.org",
          " <a@example.org",
          " < a@example.org >",
          " <bogus>",
          " <a@example.org>, B <b@example.org>",
          " <a@example.org> (c)",
          " (a@b) <c@d.e>");
  private static final List<String> SUBJECT_PIECES =
      List.of(
          "[PATCH] ",
          "[PATCH v2 1/3] ",
          "Re: ",
          "RE:",
          "Re : ",
          ": ",
          "[a [b] c]",
          "AW: ",
          "[x ",
          "foo ",
          "bar: ",
          "=?utf-8?q?J=C3=B6rg?=",
          "=?utf-8?b?YWJj?= ",
          "=?utf-8?q?a b_c?=",
          "=?iso-8859-15?q?=A4?=",
          " =?utf-8?q?=C3?= =?utf-8?q?=B6?= ",
          "=?utf-8?q?x=0a=09y?=",
          "\u00f6",
          "\"q\"",
          "\t",
          "\f",
          "r[",
          "]");
  private static final List<String> LINES =
      List.of(
          "text",
          "text ",
          "text  ",
          " text",
          "  text",
          "\ttext",
          "",
          " ",
          "\t ",
          "-- ",
          "--",
          "> q ",
          ">From x",
          "From: C c <c@example.org>",
          "Subject: s",
          "Date: today",
          "Cc: d@x",
          "[PATCH] in",
          "[PATCH v2] in",
          "w\u00f6rd",
          "-- >8 --",
          "\f",
          "text\r",
          "\r",
          "----",
          " ---",
          "---x",
          "diff x",
          "---  x",
          "a=3D=",
          "=",
          "=20",
          ">From 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001");
  private static final List<String> TYPES =
      List.of(
          "",
          "",
          "text/plain",
          "text/plain; charset=\"UTF-8\"",
          "text/plain; charset=iso-8859-1",
          "Text/Plain; format=flowed; charset=utf-8",
          "text/plain;\n format=flowed; delsp=yes");
  private static final String DIFF =
      "diff --git a/f b/f\n--- a/f\n+++ b/f\n@@ -1 +1 @@\n-x\n+y \n-- \n2.39.5\n";

  private final Random random;

  GeneratedMail(Random random) {
    this.random = random;
  }

  /** Returns the octets of the next mail. */
  byte[] next() {
    List<String> lines = new ArrayList<>();
    lines.add(folded("From: " + pick(NAMES) + pick(ADDRESSES)));
    lines.add(folded("Subject: " + subject() + "end"));
    String type = pick(TYPES);
    if (!type.isEmpty()) {
      lines.add("Content-Type: " + type);
    }
    if (random.nextInt(7) == 0) {
      lines.add("Content-Transfer-Encoding: quoted-printable");
    }
    lines.add("");
    addInBodyHeaders(lines);
    for (int count = random.nextInt(8); count > 0; count--) {
      lines.add(pick(LINES));
    }
    lines.add(pick(List.of("---", "---", "--- ", "---\t", "---\r", "")));
    String text = String.join("\n", lines) + "\n a | 1 +\n\n" + DIFF;
    return text.getBytes(
        random.nextInt(6) == 0 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
  }

  private void addInBodyHeaders(List<String> lines) {
    for (int count = random.nextInt(4); count > 0; count--) {
      switch (random.nextInt(4)) {
        case 0 ->
            lines.add(
                pick(List.of("From: ", "from:", "FROM:\t")) + pick(NAMES) + " <b@example.org>");
        case 1 -> lines.add(pick(List.of("Subject: ", "subject:")) + subject() + "end");
        default ->
            lines.add(pick(List.of("", "Date: x", "[PATCH] in", " folded", "Cc: x", "From:")));
      }
    }
    lines.add("");
  }

  private String subject() {
    StringBuilder subject = new StringBuilder();
    for (int count = random.nextInt(4); count >= 0; count--) {
      subject.append(pick(SUBJECT_PIECES));
    }
    return subject.toString();
  }

  private String folded(String header) {
    int blank = header.indexOf(' ', 9);
    boolean folds = blank > 0 && random.nextInt(4) == 0;
    return folds
        ? header.substring(0, blank)
            + pick(List.of("\n ", "\n\t", " \n   "))
            + header.substring(blank + 1)
        : header;
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
