package dev.reroll.series;

import dev.reroll.bytes.Octets;
import dev.reroll.mail.MailItem;
import dev.reroll.mail.MailReader;
import dev.reroll.message.MessageId;
import dev.reroll.message.RawMessage;
import dev.reroll.problem.Locator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes the mails of a test, one subject each: {@code mail("1", "[PATCH v2 1/2] io: read")}.
 *
 * @param id the local part of its message id; empty for a mail that was never sent
 * @param subject its subject
 * @param parent the local part of the mail that it answers; empty where there is none
 * @param sender the local part of its sender
 * @param day the day of January 2026 on which it was sent
 * @param file the file that its diff changes; empty for a mail without a diff
 * @param text what is said below the {@code ---}, or all that is said where there is no diff
 * @param lines what the diff adds to the file
 */
record WrittenMail(
    String id,
    String subject,
    String parent,
    String sender,
    int day,
    String file,
    String text,
    List<String> lines) {
  static WrittenMail mail(String id, String subject) {
    return new WrittenMail(id, subject, "", "ada", 1, "io.c", "", List.of("new"));
  }

  WrittenMail saying(String words) {
    return new WrittenMail(id, subject, parent, sender, day, file, words + "\n", lines);
  }

  /** Adds lines that begin as {@code from}, numbered up to {@code to}. */
  WrittenMail adding(String start, int from, int to) {
    List<String> added = new ArrayList<>();
    for (int i = from; i <= to; i++) {
      added.add(start + " line " + i);
    }
    return new WrittenMail(id, subject, parent, sender, day, file, text, added);
  }

  static WrittenMail neverSent(String subject) {
    return mail("", subject);
  }

  WrittenMail answering(String other) {
    return new WrittenMail(id, subject, other, sender, day, file, text, lines);
  }

  WrittenMail from(String other) {
    return new WrittenMail(id, subject, parent, other, day, file, text, lines);
  }

  WrittenMail on(int otherDay) {
    return new WrittenMail(id, subject, parent, sender, otherDay, file, text, lines);
  }

  WrittenMail changing(String other) {
    return new WrittenMail(id, subject, parent, sender, day, other, text, lines);
  }

  WrittenMail withoutDiff() {
    return changing("");
  }

  static SeriesBag collect(WrittenMail... mails) {
    List<MailItem> items = new ArrayList<>();
    MailReader reader = new MailReader(found -> {});
    for (WrittenMail mail : mails) {
      items.addAll(reader.read(mail.message()));
    }
    return SeriesCollector.collect(items);
  }

  private RawMessage message() {
    StringBuilder mail = new StringBuilder();
    mail.append("From: ").append(from()).append('\n');
    mail.append("Subject: ").append(subject).append('\n');
    mail.append("Date: ").append(day).append(" Jan 2026 10:00:00 +0000\n");
    if (!id.isEmpty()) {
      mail.append("Message-ID: <").append(id).append("@example.org>\n");
    }
    if (!parent.isEmpty()) {
      mail.append("In-Reply-To: <").append(parent).append("@example.org>\n");
    }
    mail.append('\n').append(file.isEmpty() ? about() : body());
    Optional<MessageId> messageId =
        id.isEmpty() ? Optional.empty() : Optional.of(new MessageId(id + "@example.org"));
    return new RawMessage(messageId, Octets.utf8(mail.toString()), new Locator("test.mbox", 0));
  }

  /** A sender with an address of its own is written as it stands. */
  private String from() {
    return sender.contains("<") ? sender : sender + " <" + sender + "@example.org>";
  }

  private String about() {
    return "This is about the series.\n\n" + text;
  }

  private String body() {
    StringBuilder diff = new StringBuilder("Why.\n---\n").append(text);
    diff.append("diff --git a/%1$s b/%1$s\n--- a/%1$s\n+++ b/%1$s\n".formatted(file));
    diff.append("@@ -1 +1,").append(lines.size()).append(" @@\n-old\n");
    lines.forEach(line -> diff.append('+').append(line).append('\n'));
    return diff.toString();
  }
}
