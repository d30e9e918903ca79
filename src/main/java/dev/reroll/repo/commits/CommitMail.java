package dev.reroll.repo.commits;

import dev.reroll.bytes.OctetBuilder;
import dev.reroll.bytes.Octets;
import dev.reroll.interdiff.ChangedFile;
import dev.reroll.mail.CommitMessage;
import dev.reroll.mail.Envelope;
import dev.reroll.mail.PatchMail;
import dev.reroll.mail.Person;
import dev.reroll.mail.subject.Position;
import dev.reroll.mail.subject.SubjectLine;
import dev.reroll.patch.FileDiff;
import dev.reroll.problem.Locator;
import dev.reroll.render.text.DiffText;
import dev.reroll.render.text.TextOptions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Writes a commit as the mail that {@code git format-patch --base} would make of it. */
final class CommitMail {
  private static final String TAIL = "-- \nbase-commit: ";

  private CommitMail() {}

  /**
   * Returns the mail of a commit, without its diff.
   *
   * @param commit its id
   * @param author as the mailmap calls the author, one char an octet
   * @param position its place among the commits of its range
   */
  static PatchMail of(String commit, CommitReader read, Mailmap.Named author, Position position) {
    CommitMessage text = text(read.message());
    String title = text.subject().decode(StandardCharsets.UTF_8);
    Person person = new Person(utf8(author.name()), utf8(author.address()));
    Envelope envelope =
        new Envelope(
            Optional.empty(),
            Optional.empty(),
            List.of(),
            person,
            read.authorDate(),
            new SubjectLine(
                List.of("PATCH"), Optional.empty(), Optional.of(position), false, title),
            title,
            new Locator(commit, 0));
    return new PatchMail(
        envelope, Optional.of(person), text, Octets.EMPTY, Octets.EMPTY, new Locator(commit, 0));
  }

  /**
   * Returns {@code mail} with a diff.
   *
   * @param base the commit that the range begins on, which its first patch names
   */
  static PatchMail withDiff(PatchMail mail, List<FileDiff> files, Optional<String> base) {
    OctetBuilder diff = new OctetBuilder(1 << 12);
    for (FileDiff file : files) {
      diff.append(DiffText.of(ChangedFile.of(file), TextOptions.PLAIN));
    }
    base.ifPresent(id -> diff.append(TAIL).append(id).append('\n'));
    return new PatchMail(
        mail.envelope(),
        mail.author(),
        mail.message(),
        mail.notes(),
        diff.toOctets(),
        mail.diffWhere());
  }

  /** Splits a message where its first paragraph ends. */
  private static CommitMessage text(Octets message) {
    int end = 0;
    OctetBuilder subject = new OctetBuilder(80);
    while (end < message.length() && message.at(end) != '\n') {
      int next = message.endOfLine(end);
      if (end > 0) {
        subject.append(' ');
      }
      subject.append(message, end, next - (message.at(next - 1) == '\n' ? 1 : 0));
      end = next;
    }
    while (end < message.length() && message.at(end) == '\n') {
      end++;
    }
    return new CommitMessage(subject.toOctets(), message.slice(end));
  }

  private static String utf8(String octets) {
    return new String(octets.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
