package dev.reroll.app;

import dev.reroll.mail.CoverLetter;
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
import dev.reroll.review.material.Material;
import dev.reroll.review.result.Review;
import dev.reroll.series.Conversation;
import dev.reroll.series.LeftOut;
import dev.reroll.series.SeriesCollector;
import dev.reroll.series.SeriesVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Compares two versions, wherever they are found, and finds the mail to answer. */
public final class GatherMail {
  private final CompareMailboxes.Place place;
  private final CompareMailboxes.Manner manner;
  private final Consumer<Diagnostic> diagnostics;

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
   * What was read before any version was picked.
   *
   * @param conversation what was answered
   * @param versions the versions that are known
   * @param messages the mails themselves
   */
  private record Talk(
      Conversation conversation, List<SeriesVersion> versions, List<RawMessage> messages) {}

  /**
   * Gathers what one mailbox, or two, the older one first, hold.
   *
   * @throws Refusal where they cannot be read, hold no two versions, or the newer one has no mail
   *     that can be answered
   */
  public MailMaterial gather(List<String> mailboxes, VersionWish wish) throws Refusal {
    List<RawMessage> messages = new ArrayList<>();
    List<MailItem> items = new ArrayList<>();
    List<Mailbox> read = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    for (String name : mailboxes) {
      List<RawMessage> own = place.read(name, diagnostics);
      List<MailItem> ownItems = items(own);
      read.add(new Mailbox(name, SeriesCollector.collect(ownItems)));
      leftOut.addAll(read.get(read.size() - 1).leftOut());
      messages.addAll(own);
      items.addAll(ownItems);
    }
    VersionPicker picker = new VersionPicker(wish, new CommandHint(mailboxes));
    VersionPair pair =
        read.size() == 1
            ? picker.pick(read.get(0))
            : withoutFileNames(picker.pick(read.get(0), read.get(1)));
    Comparison comparison = comparing().compare(pair, leftOut);
    Conversation conversation = SeriesCollector.collect(items).conversation();
    return material(
        comparison, new Talk(conversation, List.of(pair.before(), pair.after()), messages));
  }

  /**
   * Names versions by their dates: what the sender's files are called is nobody else's business.
   */
  private static VersionPair withoutFileNames(VersionPair pair) {
    return pair.before().label().name().isEmpty()
        ? pair
        : new VersionPair(
            dated(pair.before(), "the older "),
            dated(pair.after(), "the newer "),
            pair.link(),
            pair.remarks());
  }

  private static SeriesVersion dated(SeriesVersion version, String otherwise) {
    String label = version.label().plain();
    Optional<String> day = version.date().map(date -> date.toString().substring(0, 10));
    return version.called(day.map(at -> label + " of " + at).orElse(otherwise + label));
  }

  /** Gathers what was found of a series by one of its mails. */
  public MailMaterial gather(FoundSeries found, SeriesWish wish) throws Refusal {
    Comparison comparison = new CompareSeries(comparing(), diagnostics).compare(found, wish);
    return material(comparison, talk(found));
  }

  /** Gathers what was found of the versions that two mails belong to. */
  public MailMaterial gather(BothSides<FoundSeries> named) throws Refusal {
    Comparison comparison = new CompareSeries(comparing(), diagnostics).compare(named);
    return material(comparison, talk(named.after()));
  }

  private static Talk talk(FoundSeries found) {
    return new Talk(found.bag().conversation(), found.lineage().versions(), found.messages());
  }

  private CompareMailboxes comparing() {
    return new CompareMailboxes(place, manner, diagnostics);
  }

  private List<MailItem> items(List<RawMessage> messages) {
    MailReader reader = new MailReader(diagnostics);
    List<MailItem> items = new ArrayList<>();
    messages.forEach(message -> items.addAll(reader.read(message)));
    return items;
  }

  private MailMaterial material(Comparison comparison, Talk talk) throws Refusal {
    VersionPair pair = comparison.versions();
    MailMaterial.Answered answered = answered(pair.after(), talk.messages());
    Review review =
        ReviewSeries.review(
            comparison, manner.context(), new Material.Talk(talk.conversation(), talk.versions()));
    return new MailMaterial(comparison, review, answered, commenters(talk.conversation(), pair));
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
        "no mail to answer: "
            + version.label()
            + ", '"
            + version.title()
            + "', has no Message-ID, so it is not from a list",
        "reroll mail BEFORE MESSAGE-ID");
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
