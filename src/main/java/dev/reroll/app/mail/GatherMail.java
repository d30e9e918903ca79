package dev.reroll.app.mail;

import dev.reroll.app.compare.Comparison;
import dev.reroll.app.select.Discussion;
import dev.reroll.app.select.SelectedVersions;
import dev.reroll.mail.CoverLetter;
import dev.reroll.mail.Envelope;
import dev.reroll.mail.MailHeaders;
import dev.reroll.mail.PatchMail;
import dev.reroll.mail.Person;
import dev.reroll.message.MessageId;
import dev.reroll.message.RawMessage;
import dev.reroll.problem.Refusal;
import dev.reroll.series.Conversation;
import dev.reroll.series.SeriesVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The mail that a comparison answers, and those who said something about the versions. */
public final class GatherMail {
  private GatherMail() {}

  /**
   * Returns {@code versions} under names that may be mailed: by their dates instead of the sender's
   * file names, which are nobody else's business.
   */
  public static SelectedVersions withoutFileNames(SelectedVersions versions) {
    boolean isNamed = versions.before().label().name().isPresent();
    return isNamed && !versions.hasCommits()
        ? versions.called(
            dated(versions.before(), "the older "), dated(versions.after(), "the newer "))
        : versions;
  }

  private static SeriesVersion dated(SeriesVersion version, String otherwise) {
    String label = version.label().plain();
    Optional<String> day = version.date().map(date -> date.toString().substring(0, 10));
    return version.called(day.map(at -> label + " of " + at).orElse(otherwise + label));
  }

  /**
   * Returns all that a mail about {@code comparison} is made of.
   *
   * @throws Refusal where the newer version has no mail that can be answered
   */
  public static MailMaterial gather(Comparison comparison) throws Refusal {
    SelectedVersions versions = comparison.versions();
    Discussion discussion = versions.discussion();
    return new MailMaterial(
        comparison,
        comparison.review(),
        answered(versions.after(), discussion.messages()),
        commenters(discussion.conversation(), versions));
  }

  private static MailMaterial.Answered answered(SeriesVersion version, List<RawMessage> messages)
      throws Refusal {
    Optional<Envelope> envelope =
        version
            .cover()
            .map(CoverLetter::envelope)
            .or(() -> version.patches().stream().findFirst().map(PatchMail::envelope));
    Optional<MessageId> id = envelope.flatMap(Envelope::id);
    for (RawMessage message : messages) {
      if (id.isPresent() && message.id().equals(id)) {
        String subject = envelope.map(Envelope::rawSubject).orElse("");
        return new MailMaterial.Answered(id.get(), subject, MailHeaders.of(message));
      }
    }
    throw Refusal.nothingToCompare(
        "no mail to reply to: "
            + version.label()
            + ", '"
            + version.title()
            + "', has no Message-ID, so it did not come from a list",
        "reroll mail BEFORE MESSAGE-ID");
  }

  private static List<Person> commenters(Conversation conversation, SelectedVersions versions) {
    List<Person> commenters = new ArrayList<>();
    for (SeriesVersion version : List.of(versions.before(), versions.after())) {
      for (Conversation.Answer answer : conversation.about(version)) {
        commenters.add(answer.reply().envelope().from());
      }
    }
    return commenters;
  }
}
