package dev.reroll.app;

import dev.reroll.align.CreationFactor;
import dev.reroll.mail.MailItem;
import dev.reroll.mail.MailReader;
import dev.reroll.mail.PatchMail;
import dev.reroll.mail.Position;
import dev.reroll.message.Diagnostic;
import dev.reroll.message.RawMessage;
import dev.reroll.message.Refusal;
import dev.reroll.patch.ComparablePatch;
import dev.reroll.patch.ComparableText;
import dev.reroll.patch.DiffParser;
import dev.reroll.patch.Patch;
import dev.reroll.rangediff.RangeDiff;
import dev.reroll.rangediff.RangeDiffer;
import dev.reroll.series.LeftOut;
import dev.reroll.series.SeriesCollector;
import dev.reroll.series.SeriesVersion;
import dev.reroll.source.MailboxSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Compares two versions of a series that lie in one or two mailboxes. */
public final class CompareMailboxes {
  private final MailboxSource source;
  private final Consumer<Diagnostic> diagnostics;

  /** Reads from {@code source}, and tells {@code diagnostics} of each bad spot in the mails. */
  public CompareMailboxes(MailboxSource source, Consumer<Diagnostic> diagnostics) {
    this.source = source;
    this.diagnostics = diagnostics;
  }

  /**
   * Says how to compare.
   *
   * @param factor the creation factor
   * @param context unchanged lines around each change
   */
  public record Manner(CreationFactor factor, int context) {}

  /** Compares two versions that one mailbox holds. */
  public Comparison compare(String mailbox, VersionWish wish, Manner manner) throws Refusal {
    Mailbox both = read(mailbox);
    return compare(new VersionPicker(wish).pick(both), both.leftOut(), manner);
  }

  /** Compares a version in each of two mailboxes. */
  public Comparison compare(String before, String after, VersionWish wish, Manner manner)
      throws Refusal {
    Mailbox older = read(before);
    Mailbox newer = read(after);
    List<LeftOut> leftOut = new ArrayList<>(older.leftOut());
    leftOut.addAll(newer.leftOut());
    return compare(new VersionPicker(wish).pick(older, newer), leftOut, manner);
  }

  private Mailbox read(String name) throws Refusal {
    MailReader reader = new MailReader(diagnostics);
    List<MailItem> items = new ArrayList<>();
    for (RawMessage message : source.read(name)) {
      items.addAll(reader.read(message));
    }
    return new Mailbox(name, SeriesCollector.collect(items));
  }

  private Comparison compare(VersionPair versions, List<LeftOut> leftOut, Manner manner) {
    RangeDiffer differ =
        new RangeDiffer(comparable(versions.before()), comparable(versions.after()));
    RangeDiff result = differ.compare(manner.factor(), manner.context());
    return new Comparison(versions, result, differ.titleTwins(result, manner.factor()), leftOut);
  }

  private List<ComparablePatch> comparable(SeriesVersion version) {
    return version.patches().stream().map(this::comparable).toList();
  }

  private ComparablePatch comparable(PatchMail mail) {
    Optional<Position> position = mail.envelope().subject().position();
    String prefix = position.map(place -> "patch " + place + ": ").orElse("");
    Patch patch =
        DiffParser.parse(
            mail.diff(),
            mail.diffWhere(),
            found ->
                diagnostics.accept(
                    new Diagnostic(found.severity(), found.where(), prefix + found.text())));
    return ComparableText.of(mail, patch);
  }
}
