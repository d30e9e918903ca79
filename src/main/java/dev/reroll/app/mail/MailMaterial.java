package dev.reroll.app.mail;

import dev.reroll.app.compare.Comparison;
import dev.reroll.mail.MailHeaders;
import dev.reroll.mail.Person;
import dev.reroll.message.MessageId;
import dev.reroll.review.result.Review;
import java.util.List;

/**
 * All that a mail about two versions is made of.
 *
 * @param comparison how the versions were compared
 * @param review what the comparison means
 * @param answered the mail that is answered
 * @param commenters those who said something about either version, in the order of their mails
 */
public record MailMaterial(
    Comparison comparison, Review review, Answered answered, List<Person> commenters) {
  /**
   * The mail that is answered: the newer version's cover letter, else its first patch.
   *
   * @param id its message id
   * @param subject its subject, decoded
   * @param headers the rest of its headers
   */
  public record Answered(MessageId id, String subject, MailHeaders headers) {}

  public MailMaterial {
    commenters = List.copyOf(commenters);
  }
}
