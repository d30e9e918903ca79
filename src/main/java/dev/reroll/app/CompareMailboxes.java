package dev.reroll.app;

import dev.reroll.align.CreationFactor;
import dev.reroll.mail.MailItem;
import dev.reroll.mail.MailReader;
import dev.reroll.message.Diagnostic;
import dev.reroll.message.RawMessage;
import dev.reroll.message.Refusal;
import dev.reroll.patch.ComparablePatch;
import dev.reroll.rangediff.RangeDiff;
import dev.reroll.rangediff.RangeDiffer;
import dev.reroll.series.LeftOut;
import dev.reroll.series.SeriesCollector;
import dev.reroll.source.Limits;
import dev.reroll.source.MailboxSource;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Compares two versions of a series that lie in one or two mailboxes. */
public final class CompareMailboxes {
  private final Place place;
  private final Consumer<Diagnostic> diagnostics;

  /**
   * Readies a comparison; nothing is read yet.
   *
   * @param diagnostics is told of each bad spot in the mails, by one thread
   */
  public CompareMailboxes(Place place, Consumer<Diagnostic> diagnostics) {
    this.place = place;
    this.diagnostics = diagnostics;
  }

  /**
   * Says where mailboxes are read.
   *
   * @param folder the folder that relative names start from
   * @param standardInput what the mailbox {@code -} stands for; stays open
   * @param limits how much is read at most
   */
  public record Place(Path folder, InputStream standardInput, Limits limits) {}

  /**
   * Says how to compare.
   *
   * @param factor the creation factor
   * @param context unchanged lines around each change
   */
  public record Manner(CreationFactor factor, int context) {}

  /**
   * Compares two versions that one mailbox holds.
   *
   * @throws Refusal where it cannot be read, or does not hold two versions
   */
  public Comparison compare(String mailbox, VersionWish wish, Manner manner) throws Refusal {
    Mailbox both = read(mailbox, diagnostics);
    VersionPicker picker = new VersionPicker(wish, new CommandHint(List.of(mailbox)));
    return compare(picker.pick(both), both.leftOut(), manner);
  }

  /**
   * Compares a version in each of two mailboxes.
   *
   * @throws Refusal where one of them cannot be read, or holds no version
   */
  public Comparison compare(String before, String after, VersionWish wish, Manner manner)
      throws Refusal {
    BothSides<Mailbox> mailboxes =
        BothSides.run(new Reading(before), new Reading(after), diagnostics);
    List<LeftOut> leftOut = new ArrayList<>(mailboxes.before().leftOut());
    leftOut.addAll(mailboxes.after().leftOut());
    VersionPicker picker = new VersionPicker(wish, new CommandHint(List.of(before, after)));
    return compare(picker.pick(mailboxes.before(), mailboxes.after()), leftOut, manner);
  }

  /** Reads the mailbox {@code name}. */
  private final class Reading implements BothSides.Work<Mailbox> {
    private final String name;

    Reading(String name) {
      this.name = name;
    }

    @Override
    public Mailbox run(Consumer<Diagnostic> heard) throws Refusal {
      return read(name, heard);
    }
  }

  private Mailbox read(String name, Consumer<Diagnostic> heard) throws Refusal {
    MailReader reader = new MailReader(heard);
    List<MailItem> items = new ArrayList<>();
    MailboxSource source =
        new MailboxSource(place.folder(), place.standardInput(), place.limits(), heard);
    for (RawMessage message : source.read(name)) {
      items.addAll(reader.read(message));
    }
    return new Mailbox(name, SeriesCollector.collect(items));
  }

  private Comparison compare(VersionPair versions, List<LeftOut> leftOut, Manner manner)
      throws Refusal {
    BothSides<List<ComparablePatch>> patches =
        BothSides.run(
            new ComparablePatches(versions.before()),
            new ComparablePatches(versions.after()),
            diagnostics);
    checkSize(patches.before().size(), patches.after().size());
    RangeDiffer differ = new RangeDiffer(patches.before(), patches.after());
    RangeDiff result = differ.compare(manner.factor(), manner.context());
    return new Comparison(versions, result, differ.titleTwins(result, manner.factor()), leftOut);
  }

  private static void checkSize(int beforeCount, int afterCount) throws Refusal {
    if ((long) beforeCount * afterCount > RangeDiffer.MOST_PAIRS) {
      throw Refusal.unreadable(
          beforeCount + " × " + afterCount + " patches are more than can be compared at once");
    }
  }
}
