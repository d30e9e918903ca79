package dev.reroll.series;

import dev.reroll.mail.CoverLetter;
import dev.reroll.mail.MailItem;
import dev.reroll.mail.PatchMail;
import dev.reroll.mail.Reply;
import dev.reroll.message.MessageId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The replies to the cover letters and patches of a bag.
 *
 * <p>A reply is about the nearest cover letter or patch above it, so what is said about v2 in v1's
 * thread is about v2. Sorted on the first question; most comparisons ask none.
 */
public final class Conversation {
  private final List<MailItem> items;
  private final MailThread thread;
  private final Map<MessageId, Optional<MessageId>> standIns;
  private @Nullable Index index;

  /**
   * Takes the mails; they are sorted when somebody asks.
   *
   * @param standIns the cover letters without patches, each with the one that was sent with them,
   *     where there is one
   */
  Conversation(
      List<MailItem> items, MailThread thread, Map<MessageId, Optional<MessageId>> standIns) {
    this.items = items;
    this.thread = thread;
    this.standIns = Map.copyOf(standIns);
  }

  /**
   * Places a reply in its thread.
   *
   * @param reply what was said
   * @param parent the mail that it answers: {@code topic}, or another reply
   * @param topic the cover letter or patch that it is about
   */
  public record Answer(Reply reply, MessageId parent, MessageId topic) {}

  /** Returns what was said about the cover letter or patch {@code topic}, by date. */
  public List<Answer> about(MessageId topic) {
    return List.copyOf(index().byTopic.getOrDefault(topic, List.of()));
  }

  /**
   * Returns what was said about the mails that {@code version} sent, by date: its cover letter and
   * its own patches, not those that it takes over.
   */
  public List<Answer> about(SeriesVersion version) {
    List<Answer> answers = new ArrayList<>();
    version.ids().forEach(id -> answers.addAll(about(id)));
    answers.sort(Comparator.comparing(Conversation::dateOf));
    return answers;
  }

  /** Finds the cover letter or patch that the reply {@code id} is about. */
  public Optional<MessageId> topic(MessageId id) {
    return Optional.ofNullable(index().topics.get(id));
  }

  private static Instant dateOf(Answer answer) {
    return answer.reply().envelope().date().orElse(Instant.MAX);
  }

  private synchronized Index index() {
    Index known = index;
    if (known == null) {
      known = new Index();
      index = known;
    }
    return known;
  }

  /** Knows the replies by what they are about. */
  private final class Index {
    private final Set<MessageId> known = new HashSet<>();
    private final Set<MessageId> ofSeries = new HashSet<>();
    private final Map<MessageId, List<Answer>> byTopic = new HashMap<>();
    private final Map<MessageId, MessageId> topics = new HashMap<>();

    Index() {
      for (MailItem item : items) {
        item.envelope().id().ifPresent(known::add);
        if (item instanceof CoverLetter || item instanceof PatchMail) {
          item.envelope().id().filter(id -> !standIns.containsKey(id)).ifPresent(ofSeries::add);
        }
      }
      for (MailItem item : items) {
        if (item instanceof Reply reply) {
          place(reply, thread.ancestors(reply.envelope()));
        } else if (item.envelope().id().filter(standIns::containsKey).isPresent()) {
          MessageId id = item.envelope().id().get();
          topic(List.of(id))
              .or(() -> topic(thread.ancestors(item.envelope())))
              .ifPresent(topic -> topics.putIfAbsent(id, topic));
        }
      }
      byTopic.values().forEach(answers -> answers.sort(Comparator.comparing(Conversation::dateOf)));
    }

    private Optional<MessageId> topic(List<MessageId> above) {
      return above.stream()
          .map(id -> standIns.getOrDefault(id, Optional.of(id)).orElse(id))
          .filter(ofSeries::contains)
          .findFirst();
    }

    private void place(Reply reply, List<MessageId> above) {
      Optional<MessageId> topic = topic(above);
      if (topic.isPresent()) {
        MessageId parent = above.stream().filter(known::contains).findFirst().orElseThrow();
        byTopic
            .computeIfAbsent(topic.get(), key -> new ArrayList<>())
            .add(new Answer(reply, parent, topic.get()));
        reply.envelope().id().ifPresent(id -> topics.putIfAbsent(id, topic.get()));
      }
    }
  }
}
