package dev.reroll.app.select;

import dev.reroll.app.select.VersionSource.InMailbox;
import dev.reroll.app.select.VersionSource.OfCommits;
import dev.reroll.app.select.VersionSource.OfMail;
import dev.reroll.mail.LeftOutReason;
import dev.reroll.message.RawMessage;
import dev.reroll.problem.Diagnostic;
import dev.reroll.problem.Hint;
import dev.reroll.problem.Notice;
import dev.reroll.problem.Refusal;
import dev.reroll.series.Conversation;
import dev.reroll.series.Evidence;
import dev.reroll.series.LeftOut;
import dev.reroll.series.Lineage;
import dev.reroll.series.Link;
import dev.reroll.series.SearchPlan;
import dev.reroll.series.SeriesVersion;
import dev.reroll.source.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds the two versions that one or two sources name, for every command: in a mailbox, in two, by
 * one mail or two, in a mailbox beside a mail, in commits beside any of these.
 */
public final class VersionSelector {
  private final MailboxReader mailboxes;
  private final Archives.Chooser archives;
  private final Optional<RangeReader> ranges;
  private final Consumer<Diagnostic> diagnostics;

  /**
   * Creates a selector; nothing is read yet.
   *
   * @param ranges reads commits; empty where no source is commits
   * @param diagnostics is told of each bad spot in the mails, by one thread
   */
  public VersionSelector(
      MailboxReader mailboxes,
      Archives.Chooser archives,
      Optional<RangeReader> ranges,
      Consumer<Diagnostic> diagnostics) {
    this.mailboxes = mailboxes;
    this.archives = archives;
    this.ranges = ranges;
    this.diagnostics = diagnostics;
  }

  /**
   * Selects two versions.
   *
   * @param sources one or two, the older version's first
   * @throws Refusal where a source cannot be read, holds no such version, or cannot be selected
   *     from in this way
   */
  public SelectedVersions select(List<VersionSource> sources, Selection selection) throws Refusal {
    SelectionRules.check(sources, selection);
    VersionSource first = sources.get(0);
    if (sources.size() == 1) {
      return first instanceof OfMail named
          ? of(find(named, selection), selection)
          : inMailbox((InMailbox) first, selection);
    }
    VersionSource second = sources.get(1);
    if (first instanceof InMailbox before && second instanceof InMailbox after) {
      return inMailboxes(before, after, selection);
    }
    if (first instanceof OfMail before && second instanceof OfMail after) {
      return ofMails(before, after);
    }
    if (first instanceof OfCommits || second instanceof OfCommits) {
      return new CommitSides(this, ranges.orElseThrow(), diagnostics)
          .select(first, second, selection);
    }
    return first instanceof OfMail mail
        ? ofMailAndMailbox(mail, (InMailbox) second, selection, true)
        : ofMailAndMailbox((OfMail) second, (InMailbox) first, selection, false);
  }

  /** Selects from one mailbox; a single mail on standard input stands for its series. */
  private SelectedVersions inMailbox(InMailbox source, Selection selection) throws Refusal {
    List<RawMessage> messages = mailboxes.read(source.text(), diagnostics);
    Optional<RawMessage> piped = MailboxReader.pipedMail(source.text(), messages);
    if (piped.isPresent()) {
      return of(find(piped.get(), selection), selection);
    }
    Mailbox mailbox = Mailbox.of(source.text(), messages, mailboxes.mails(diagnostics));
    VersionPicker picker = new VersionPicker(selection, new CommandHint(List.of(source.text())));
    Lineage lineage = picker.choose(mailbox);
    List<String> asked = List.of();
    if (lineage.versions().size() == 1 && selection.after().isEmpty()) {
      EarlierVersion.Search search =
          new EarlierVersion(archives.forDrafts(), selection, mailboxes)
              .find(mailbox, lineage.newest());
      if (search.found().isPresent()) {
        return search.found().get().withRemarks(picker.remarks());
      }
      asked = search.places();
    }
    VersionPair picked = picker.pick(lineage, mailbox, asked);
    VersionPair pair = SinceReview.of(selection, picked, lineage, mailbox.bag().conversation());
    return pair.in(discussion(List.of(mailbox), pair), mailbox.leftOut());
  }

  private SelectedVersions inMailboxes(InMailbox before, InMailbox after, Selection selection)
      throws Refusal {
    BothSides<Mailbox> both =
        BothSides.run(
            new Mailbox.Reading(before.text(), mailboxes),
            new Mailbox.Reading(after.text(), mailboxes),
            diagnostics);
    CommandHint hint = new CommandHint(List.of(before.text(), after.text()));
    VersionPair pair = new VersionPicker(selection, hint).pick(both.before(), both.after());
    List<LeftOut> leftOut = new ArrayList<>(both.before().leftOut());
    leftOut.addAll(both.after().leftOut());
    return pair.in(discussion(List.of(both.before(), both.after()), pair), leftOut);
  }

  private static Discussion discussion(List<Mailbox> boxes, VersionPair pair) {
    return new MailDiscussion(boxes, List.of(pair.before(), pair.after()));
  }

  /** Selects from a series that was found by one of its mails. */
  private SelectedVersions of(FoundSeries found, Selection selection) throws Refusal {
    VersionPair picked = new SeriesPicker(found).pick(selection);
    return found(
        found, SinceReview.of(selection, picked, found.lineage(), found.bag().conversation()));
  }

  /** Selects the versions that two mails belong to, because the user says so. */
  private SelectedVersions ofMails(OfMail older, OfMail newer) throws Refusal {
    List<FoundSeries> found =
        finder(newer.mail().server().isPresent() ? newer : older)
            .findAlone(List.of(older.mail().id(), newer.mail().id()));
    SeriesVersion before = found.get(0).version();
    SeriesVersion after = found.get(1).version();
    if (before.equals(after)) {
      throw Refusal.nothingToCompare(
          "'"
              + found.get(0).wanted()
              + "' and '"
              + found.get(1).wanted()
              + "' are both mails of "
              + before.label(),
          Hint.again(ShellWord.of(found.get(1).wanted().value())));
    }
    Evidence given = new Evidence(Evidence.Kind.GIVEN, found.get(0).wanted().value());
    Link link = new Link(before.label(), after.label(), List.of(given));
    List<Notice> remarks = found.get(0).search().remarks();
    return found(found.get(1), new VersionPair(before, after, Optional.of(link), remarks));
  }

  /**
   * Selects the version that a mail belongs to, and the newest of a mailbox, such as one's own
   * branch.
   */
  private SelectedVersions ofMailAndMailbox(
      OfMail mail, InMailbox source, Selection selection, boolean mailFirst) throws Refusal {
    FoundSeries found = findAlone(mail);
    List<Notice> remarks = new ArrayList<>(found.search().remarks());
    Mailbox mailbox = mailboxes.mailbox(source.text(), diagnostics);
    CommandHint hint = new CommandHint(List.of(found.wanted().value(), source.text()));
    SeriesVersion other =
        new SeriesChooser(selection.series(), hint, remarks)
            .choose(mailbox, Optional.of(found.version().title()))
            .newest();
    SeriesVersion before = mailFirst ? found.version() : other;
    SeriesVersion after = mailFirst ? other : found.version();
    VersionPair pair = new VersionPair(before, after, Optional.empty(), remarks);
    return pair.in(together(found, mailbox, pair), FoundMails.leftOut(found, pair, diagnostics));
  }

  private static Discussion together(FoundSeries found, Mailbox mailbox, VersionPair pair) {
    Mailbox archived = new Mailbox("", found.messages(), found.items(), found.bag());
    return mailbox.isSilent()
        ? Discussion.Found.of(found, List.of(pair.before(), pair.after()))
        : new MailDiscussion(List.of(archived, mailbox), List.of(pair.before(), pair.after()));
  }

  private SelectedVersions found(FoundSeries found, VersionPair pair) {
    return pair.in(
        Discussion.Found.of(found, List.of(pair.before(), pair.after())),
        FoundMails.leftOut(found, pair, diagnostics));
  }

  /** Finds all that is needed of the series of {@code source} for {@code selection}. */
  FoundSeries find(OfMail source, Selection selection) throws Refusal {
    return finder(source).find(source.mail().id(), selection.aim(), List.of());
  }

  /** Finds the series that the mail {@code piped} belongs to; it need not be anywhere else. */
  FoundSeries find(RawMessage piped, Selection selection) throws Refusal {
    return new FindLineage(archives.choose(Optional.empty()), mailboxes)
        .find(piped.id().orElseThrow(), selection.aim(), List.of(piped));
  }

  /** Finds all versions of the series of {@code source}. */
  FoundSeries findAll(OfMail source) throws Refusal {
    return finder(source).find(source.mail().id(), SearchPlan.Aim.ALL, List.of());
  }

  /** Finds all versions of the series that the mail {@code piped} belongs to. */
  FoundSeries findAll(RawMessage piped) throws Refusal {
    return new FindLineage(archives.choose(Optional.empty()), mailboxes)
        .find(piped.id().orElseThrow(), SearchPlan.Aim.ALL, List.of(piped));
  }

  /** Finds the version that a mail belongs to, by its thread alone. */
  FoundSeries findAlone(OfMail source) throws Refusal {
    return finder(source).findAlone(List.of(source.mail().id())).get(0);
  }

  private FindLineage finder(OfMail source) throws Refusal {
    return new FindLineage(archives.choose(source.mail().server()), mailboxes);
  }

  /** Reads a mailbox. */
  Mailbox read(InMailbox source, Consumer<Diagnostic> heard) throws Refusal {
    return mailboxes.mailbox(source.text(), heard);
  }

  /** The mails of a found series that take no part in a comparison. */
  private static final class FoundMails {
    private FoundMails() {}

    /**
     * Returns the replies to both versions and what could not be read at all, and tells {@code
     * diagnostics} what was odd in these and in the versions.
     */
    static List<LeftOut> leftOut(
        FoundSeries found, VersionPair pair, Consumer<Diagnostic> diagnostics) {
      found.diagnosticsOf(pair.before()).forEach(diagnostics);
      found.diagnosticsOf(pair.after()).forEach(diagnostics);
      List<LeftOut> leftOut = new ArrayList<>(found.unreadable());
      for (LeftOut unreadable : leftOut) {
        found.diagnosticsOf(unreadable).forEach(diagnostics);
      }
      for (SeriesVersion version : List.of(pair.before(), pair.after())) {
        for (Conversation.Answer answer : found.bag().conversation().about(version)) {
          LeftOutReason reason =
              answer.reply().carriesDiff() ? LeftOutReason.REPLY_WITH_DIFF : LeftOutReason.REPLY;
          leftOut.add(new LeftOut(answer.reply(), reason));
        }
      }
      return leftOut;
    }
  }
}
