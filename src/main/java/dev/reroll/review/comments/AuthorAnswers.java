package dev.reroll.review.comments;

import dev.reroll.mail.Envelope;
import dev.reroll.mail.Person;
import dev.reroll.message.MessageId;
import dev.reroll.review.material.Material;
import dev.reroll.review.material.ReplyText;
import dev.reroll.review.result.CommentAudit;
import dev.reroll.review.result.SamePerson;
import dev.reroll.series.Conversation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answers of the older version's author to comments.
 *
 * <p>A mail of the author answers a comment if it replies to the comment's mail, quotes the
 * comment, and has text below the quote. If a mail has only one comment, any text answers it.
 */
final class AuthorAnswers {
  private final Person author;
  private final Map<MessageId, List<Conversation.Answer>> byParent = new HashMap<>();

  AuthorAnswers(Material material) {
    author = material.before().version().sender();
    for (Conversation.Answer answer :
        material.talk().conversation().about(material.before().version())) {
      if (isAuthor(answer.reply().envelope())) {
        byParent.computeIfAbsent(answer.parent(), id -> new ArrayList<>()).add(answer);
      }
    }
  }

  /** The author's words on one comment, never empty, and their mail. */
  record Found(Envelope mail, List<String> said) {
    CommentAudit.Answer first() {
      return new CommentAudit.Answer(mail, said.get(0));
    }
  }

  boolean isAuthor(Envelope mail) {
    return SamePerson.test(author, mail.from());
  }

  /** Finds the answer to one of {@code count} comments of {@code mail}. */
  Optional<Found> find(Envelope mail, QuotedComment comment, int count) {
    List<Conversation.Answer> answers =
        mail.id().map(id -> byParent.getOrDefault(id, List.of())).orElse(List.of());
    for (Conversation.Answer answer : answers) {
      List<ReplyText.Line> lines = ReplyText.of(answer.reply().text()).lines();
      List<String> said = below(lines, comment);
      if (said.isEmpty() && count == 1) {
        said = allSaid(lines);
      }
      if (!said.isEmpty()) {
        return Optional.of(new Found(answer.reply().envelope(), said));
      }
    }
    return Optional.empty();
  }

  /** Returns the first words of the author below any quoted line of the comment. */
  private static List<String> below(List<ReplyText.Line> lines, QuotedComment comment) {
    List<String> said = new ArrayList<>();
    boolean quoted = false;
    for (ReplyText.Line line : lines) {
      boolean isComment = line.depth() == 1 && comment.says(line.text());
      if (line.depth() > 0 && !said.isEmpty()) {
        return said;
      } else if (line.depth() > 0) {
        quoted = isComment || (quoted && line.depth() == 1);
      } else if (quoted && isWord(line)) {
        said.add(line.text().strip());
      }
    }
    return said;
  }

  private static List<String> allSaid(List<ReplyText.Line> lines) {
    return lines.stream()
        .filter(line -> line.depth() == 0 && isWord(line))
        .map(line -> line.text().strip())
        .toList();
  }

  /** Whether the line says something; agreement counts here, unlike in comments. */
  private static boolean isWord(ReplyText.Line line) {
    return QuotedComment.saysSomething(line.text()) || CommentWords.isPromise(line.text());
  }
}
