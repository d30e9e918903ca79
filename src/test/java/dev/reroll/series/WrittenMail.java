package dev.reroll.series;

import dev.reroll.mail.MailItem;
import dev.reroll.mail.MailReader;
import dev.reroll.message.Locator;
import dev.reroll.message.MessageId;
import dev.reroll.message.Octets;
import dev.reroll.message.RawMessage;
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
 */
record WrittenMail(String id, String subject, String parent, String sender, int day, String file) {
  static WrittenMail mail(String id, String subject) {
    return new WrittenMail(id, subject, "", "ada", 1, "io.c");
  }

  static WrittenMail neverSent(String subject) {
    return mail("", subject);
  }

  WrittenMail answering(String other) {
    return new WrittenMail(id, subject, other, sender, day, file);
  }

  WrittenMail from(String other) {
    return new WrittenMail(id, subject, parent, other, day, file);
  }

  WrittenMail on(int otherDay) {
    return new WrittenMail(id, subject, parent, sender, otherDay, file);
  }

  WrittenMail changing(String other) {
    return new WrittenMail(id, subject, parent, sender, day, other);
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
    StringBuilder text = new StringBuilder();
    text.append("From: ").append(sender).append(" <").append(sender).append("@example.org>\n");
    text.append("Subject: ").append(subject).append('\n');
    text.append("Date: ").append(day).append(" Jan 2026 10:00:00 +0000\n");
    if (!id.isEmpty()) {
      text.append("Message-ID: <").append(id).append("@example.org>\n");
    }
    if (!parent.isEmpty()) {
      text.append("In-Reply-To: <").append(parent).append("@example.org>\n");
    }
    text.append('\n').append(file.isEmpty() ? "This is about the series.\n" : body());
    Optional<MessageId> messageId =
        id.isEmpty() ? Optional.empty() : Optional.of(new MessageId(id + "@example.org"));
    return new RawMessage(messageId, Octets.utf8(text.toString()), new Locator("test.mbox", 0));
  }

  private String body() {
    return "Why.\n---\ndiff --git a/%1$s b/%1$s\n--- a/%1$s\n+++ b/%1$s\n@@ -1 +1 @@\n-old\n+new\n"
        .formatted(file);
  }
}
