package dev.reroll.app;

import dev.reroll.message.Diagnostic;
import dev.reroll.message.RawMessage;
import dev.reroll.message.Refusal;
import dev.reroll.series.Conversation;
import dev.reroll.series.Evidence;
import dev.reroll.series.LeftOut;
import dev.reroll.series.Link;
import dev.reroll.series.SeriesVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Compares two versions of a series that was found by one of its mails. */
public final class CompareSeries {
  private final CompareMailboxes comparing;
  private final Consumer<Diagnostic> diagnostics;

  /**
   * Readies a comparison.
   *
   * @param comparing does it, once the versions are known
   * @param diagnostics is told of each bad spot in the mails of the two versions
   */
  public CompareSeries(CompareMailboxes comparing, Consumer<Diagnostic> diagnostics) {
    this.comparing = comparing;
    this.diagnostics = diagnostics;
  }

  /**
   * Compares what {@code wish} asks for.
   *
   * @throws Refusal where the lineage has no such version
   */
  public Comparison compare(FoundSeries found, SeriesWish wish) throws Refusal {
    VersionPair pair = new SeriesPicker(found).pick(wish);
    tell(found, pair.before());
    tell(found, pair.after());
    return comparing.compare(pair, leftOut(found, pair));
  }

  /**
   * Compares the versions that two mails belong to, because the user says so.
   *
   * @throws Refusal where both belong to the same version
   */
  public Comparison compare(BothSides<FoundSeries> named) throws Refusal {
    SeriesVersion before = named.before().version();
    SeriesVersion after = named.after().version();
    if (before.equals(after)) {
      throw Refusal.nothingToCompare(
          "'"
              + named.before().wanted()
              + "' and '"
              + named.after().wanted()
              + "' are both mails of "
              + before.label(),
          "reroll diff " + named.after().wanted());
    }
    tell(named.before(), before);
    tell(named.after(), after);
    Link link =
        new Link(
            before.label(),
            after.label(),
            List.of(new Evidence(Evidence.Kind.GIVEN, named.before().wanted().value())));
    VersionPair pair =
        new VersionPair(before, after, Optional.of(link), named.before().search().remarks());
    return comparing.compare(pair, leftOut(named.after(), pair));
  }

  /**
   * Compares the version that a mail belongs to with the newest of a mailbox, such as one's own
   * branch.
   *
   * @param series which series of the mailbox, as {@code --series} names it
   * @param mailFirst whether the mail's version is the older side
   * @throws Refusal where the mailbox has no such series
   */
  public Comparison compare(
      FoundSeries found, NamedMails mailbox, Optional<String> series, boolean mailFirst)
      throws Refusal {
    List<String> remarks = new ArrayList<>(found.search().remarks());
    Mailbox read = Mailbox.of(mailbox.name(), mailbox.messages(), diagnostics);
    CommandHint hint = new CommandHint(List.of(found.wanted().value(), mailbox.name()));
    SeriesVersion other =
        new SeriesChooser(series, hint, remarks)
            .choose(read, Optional.of(found.version().title()))
            .newest();
    tell(found, found.version());
    SeriesVersion before = mailFirst ? found.version() : other;
    SeriesVersion after = mailFirst ? other : found.version();
    VersionPair pair = new VersionPair(before, after, Optional.empty(), remarks);
    return comparing.compare(pair, leftOut(found, pair));
  }

  /**
   * Holds the mails of a mailbox.
   *
   * @param name the mailbox, as the user typed it
   */
  public record NamedMails(String name, List<RawMessage> messages) {
    public NamedMails {
      messages = List.copyOf(messages);
    }
  }

  private void tell(FoundSeries found, SeriesVersion version) {
    found.diagnosticsOf(version).forEach(diagnostics);
  }

  /** Returns the replies to both versions, and reports what could not be read at all. */
  private List<LeftOut> leftOut(FoundSeries found, VersionPair pair) {
    List<LeftOut> replies = new ArrayList<>(found.unreadable());
    for (LeftOut unreadable : replies) {
      found.diagnosticsOf(unreadable).forEach(diagnostics);
    }
    for (SeriesVersion version : List.of(pair.before(), pair.after())) {
      for (Conversation.Answer answer : found.bag().conversation().about(version)) {
        String reason = answer.reply().carriesDiff() ? "a reply that carries a diff" : "a reply";
        replies.add(new LeftOut(answer.reply(), reason));
      }
    }
    return replies;
  }
}
