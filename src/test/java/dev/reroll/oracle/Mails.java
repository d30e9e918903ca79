package dev.reroll.oracle;

import dev.reroll.oracle.Manner.Twist;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** The mails of one version, after what its manner does to them. */
final class Mails {
  private static final String LORE_FROM_LINE = "From mboxrd@z Thu Jan  1 00:00:00 1970\n";

  private final String formatPatch;
  private final Manner manner;
  private final Chance chance;
  private final List<Mail> patches = new ArrayList<>();
  private final List<Mail> delivered = new ArrayList<>();

  Mails(String formatPatch, Manner manner, long seed) {
    this.formatPatch = formatPatch;
    this.manner = manner;
    this.chance = new Chance(seed);
    for (Mail mail : Mail.split(formatPatch)) {
      deliver(mail);
    }
    if (manner.has(Twist.SHUFFLED) && isNumbered()) {
      Collections.shuffle(delivered, chance.random());
    }
  }

  /** Returns the patches alone, in their order, for {@code git am}. */
  String forAm() {
    return mailbox(patches);
  }

  /** Returns the mails as they were before anything happened to them. */
  String plain() {
    return formatPatch;
  }

  /** Returns all mails as a mailbox, as we are given them. */
  String mailbox() {
    return mailbox(delivered);
  }

  /** Returns all mails as they are delivered, one by one. */
  List<String> messages() {
    boolean returns = manner.has(Twist.CRLF_MAILBOX);
    return delivered.stream()
        .map(Mail::withoutFromLine)
        .map(text -> returns ? text.replace("\n", "\r\n") : text)
        .toList();
  }

  /**
   * Returns the mails one by one, as {@code git format-patch -o} would write them: the cover
   * letter, which some throw away, and the patches in their order.
   */
  List<String> patchFiles() {
    boolean returns = manner.has(Twist.CRLF_MAILBOX);
    Stream<Mail> cover = delivered.stream().filter(mail -> mail.isCover() && chance.percent(50));
    return Stream.concat(cover, patches.stream())
        .map(Mail::toString)
        .map(text -> returns ? text.replace("\n", "\r\n") : text)
        .toList();
  }

  boolean isCrlf() {
    return manner.has(Twist.CRLF_MAILBOX);
  }

  boolean isMboxrd() {
    return manner.has(Twist.MBOXRD);
  }

  private boolean isNumbered() {
    return patches.size() > 1 || manner.formatPatch().contains("-n") || manner.hasCover();
  }

  private void deliver(Mail mail) {
    if (mail.isCover()) {
      delivered.add(framed(mail));
      return;
    }
    Mail twisted = framed(encoded(annotated(tagged(mail))));
    patches.add(twisted);
    delivered.add(twisted);
    if (manner.has(Twist.REPLIES) && chance.percent(50)) {
      delivered.add(framed(reply(mail)));
    }
  }

  private Mail tagged(Mail mail) {
    if (!manner.has(Twist.ODD_TAGS)) {
      return mail;
    }
    String headers = mail.headers();
    int style = chance.upTo(2);
    return mail.withHeaders(
        switch (style) {
          case 0 -> headers.replaceFirst("(?md)^Subject: \\[([^]]*)\\] ", "Subject: [$1][next] ");
          case 1 -> headers.replaceFirst("(?md)^Subject: \\[([^]]*)\\] ", "Subject: [$1]  [x/y] ");
          default -> headers.replaceFirst("(?md)^Subject: \\[", "subject:[");
        });
  }

  private Mail annotated(Mail mail) {
    String body = mail.body();
    if (manner.has(Twist.IN_BODY_SUBJECT) && chance.percent(40)) {
      body = "Subject: [PATCH] told in the body " + chance.upTo(9) + "\n\n" + body;
    }
    if (manner.has(Twist.NOTES)) {
      String notes =
          chance.of(
              "---\n\nv2:\n - reworded\n\n---\n",
              "---\nChanges since v1: none, @@ -1 +1 @@\n+not a diff\n",
              "--- \n  > quoted\n> diff --git a/x b/x\n");
      body = body.replaceFirst("(?md)^---\n", notes);
    }
    return mail.withBody(body);
  }

  private Mail encoded(Mail mail) {
    if (manner.has(Twist.LATIN_1) && isLatin1(message(mail))) {
      int length = message(mail).length();
      String latin1 = new String(OctetText.bytes(message(mail)), StandardCharsets.UTF_8);
      String body = latin1 + mail.body().substring(length);
      return mail.encoded(Encoding.quotedPrintable(body), "quoted-printable", "iso-8859-1");
    }
    if (manner.has(Twist.QUOTED_PRINTABLE)) {
      return mail.encoded(Encoding.quotedPrintable(mail.body()), "quoted-printable", "utf-8");
    }
    if (manner.has(Twist.BASE64)) {
      return mail.encoded(Encoding.base64(mail.body()), "base64", "UTF-8");
    }
    return mail;
  }

  private static String message(Mail mail) {
    int end = mail.body().indexOf("---\n");
    return mail.body().substring(0, Math.max(0, end));
  }

  private static boolean isLatin1(String octets) {
    String text = new String(OctetText.bytes(octets), StandardCharsets.UTF_8);
    return text.chars().allMatch(c -> c < 256);
  }

  /** Gives the mail the From line and the quoting of the mailbox that it lies in. */
  private Mail framed(Mail mail) {
    if (!isMboxrd()) {
      return mail;
    }
    String body = mail.body().replaceAll("(?md)^(>*From )", ">$1");
    return mail.withFromLine(LORE_FROM_LINE).withBody(body);
  }

  private Mail reply(Mail mail) {
    String quoted = mail.body().replaceAll("(?md)^", "> ");
    String suggestion =
        chance.percent(30)
            ? "\n---\ndiff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n"
            : "\nLooks good.\n";
    String headers =
        "From: Bo Ek <bo@example.org>\nSubject: Re: "
            + mail.subject()
            + "\nDate: Tue, 14 Nov 2023 22:13:20 +0000\nIn-Reply-To: <none@example.org>\n";
    return new Mail(mail.fromLine(), headers, quoted + suggestion);
  }

  private String mailbox(List<Mail> mails) {
    StringBuilder text = new StringBuilder();
    mails.forEach(mail -> text.append(mail).append(isMboxrd() ? "\n" : ""));
    return manner.has(Twist.CRLF_MAILBOX) ? text.toString().replace("\n", "\r\n") : text.toString();
  }
}
