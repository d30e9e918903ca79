package dev.reroll.app;

import dev.reroll.mail.Envelope;
import dev.reroll.mail.MailHeaders;
import dev.reroll.mail.MailItem;
import dev.reroll.mail.MailReader;
import dev.reroll.mail.PatchMail;
import dev.reroll.mail.Person;
import dev.reroll.message.Diagnostic;
import dev.reroll.message.MessageId;
import dev.reroll.message.RawMessage;
import dev.reroll.message.Refusal;
import dev.reroll.review.Material;
import dev.reroll.review.Review;
import dev.reroll.series.Conversation;
import dev.reroll.series.LeftOut;
import dev.reroll.series.SeriesCollector;
import dev.reroll.series.SeriesVersion;
import dev.reroll.source.MailboxSource;
import dev.reroll.source.ShellWord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads mailboxes, compares two versions in them, and finds the mail to answer. */
public final class GatherMail {
  private final CompareMailboxes.Place place;
  private final CompareMailboxes.Manner manner;
  private final Consumer<Diagnostic> diagnostics;
  private final Map<MessageId, RawMessage> raw = new HashMap<>();
  private final List<MailItem> items = new ArrayList<>();

  /** Readies it; nothing is read yet. */
  public GatherMail(
      CompareMailboxes.Place place,
      CompareMailboxes.Manner manner,
      Consumer<Diagnostic> diagnostics) {
    this.place = place;
    this.manner = manner;
    this.diagnostics = diagnostics;
  }

  /**
   * Gathers what one mailbox, or two, the older one first, hold.
   *
   * @throws Refusal where they cannot be read, hold no two versions, or the newer one has no mail
   *     that can be answered
   */
  public MailMaterial gather(List<String> mailboxes, VersionWish wish) throws Refusal {
    List<Mailbox> read = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    for (String name : mailboxes) {
      read.add(read(name));
      leftOut.addAll(read.get(read.size() - 1).leftOut());
    }
    VersionPicker picker = new VersionPicker(wish, new CommandHint(mailboxes));
    VersionPair pair =
        read.size() == 1 ? picker.pick(read.get(0)) : picker.pick(read.get(0), read.get(1));
    MailMaterial.Answered answered = answered(pair.after(), mailboxes);
    Comparison comparison = new CompareMailboxes(place, manner, diagnostics).compare(pair, leftOut);
    Conversation conversation = SeriesCollector.collect(items).conversation();
    Material.Talk talk = new Material.Talk(conversation, List.of(pair.before(), pair.after()));
    Review review = ReviewSeries.review(comparison, manner.context(), talk);
    return new MailMaterial(comparison, review, answered, commenters(conversation, pair));
  }

  private Mailbox read(String name) throws Refusal {
    MailReader reader = new MailReader(diagnostics);
    List<MailItem> own = new ArrayList<>();
    MailboxSource source =
        new MailboxSource(place.folder(), place.standardInput(), place.limits(), diagnostics);
    for (RawMessage message : source.read(name)) {
      message.id().ifPresent(id -> raw.putIfAbsent(id, message));
      own.addAll(reader.read(message));
    }
    items.addAll(own);
    return new Mailbox(name, SeriesCollector.collect(own));
  }

  private MailMaterial.Answered answered(SeriesVersion version, List<String> mailboxes)
      throws Refusal {
    Optional<Envelope> envelope =
        version
            .cover()
            .map(cover -> cover.envelope())
            .or(() -> version.patches().stream().findFirst().map(PatchMail::envelope));
    Optional<RawMessage> message =
        envelope.flatMap(Envelope::id).flatMap(id -> Optional.ofNullable(raw.get(id)));
    if (message.isEmpty()) {
      String newer = mailboxes.get(mailboxes.size() - 1);
      throw Refusal.nothingToCompare(
          "no mail to answer: "
              + version.label()
              + " in '"
              + newer
              + "' has no Message-ID, so it is not from a list",
          "reroll diff " + String.join(" ", mailboxes.stream().map(ShellWord::of).toList()));
    }
    return new MailMaterial.Answered(
        envelope.flatMap(Envelope::id).orElseThrow(),
        envelope.map(Envelope::rawSubject).orElse(""),
        MailHeaders.of(message.get()));
  }

  private static List<Person> commenters(Conversation conversation, VersionPair pair) {
    List<Person> commenters = new ArrayList<>();
    for (SeriesVersion version : List.of(pair.before(), pair.after())) {
      for (Conversation.Answer answer : conversation.about(version)) {
        commenters.add(answer.reply().envelope().from());
      }
    }
    return commenters;
  }
}
