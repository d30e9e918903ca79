package dev.reroll.app;

import dev.reroll.align.CreationFactor;
import dev.reroll.message.Diagnostic;
import dev.reroll.message.RawMessage;
import dev.reroll.message.Refusal;
import dev.reroll.patch.ComparablePatch;
import dev.reroll.rangediff.RangeDiff;
import dev.reroll.rangediff.RangeDiffer;
import dev.reroll.series.LeftOut;
import dev.reroll.source.Limits;
import dev.reroll.source.MailboxSource;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Compares two versions of a series that lie in one or two mailboxes. */
public final class CompareMailboxes {
  private final Place place;
  private final Manner manner;
  private final Consumer<Diagnostic> diagnostics;

  /**
   * Readies a comparison; nothing is read yet.
   *
   * @param diagnostics is told of each bad spot in the mails, by one thread
   */
  public CompareMailboxes(Place place, Manner manner, Consumer<Diagnostic> diagnostics) {
    this.place = place;
    this.manner = manner;
    this.diagnostics = diagnostics;
  }

  /**
   * Says where mailboxes are read.
   *
   * @param folder the folder that relative names start from
   * @param standardInput what the mailbox {@code -} stands for; stays open
   * @param limits how much is read at most
   */
  public record Place(Path folder, InputStream standardInput, Limits limits) {
    /**
     * Reads the mails of the mailbox {@code name}.
     *
     * @throws Refusal where it cannot be read
     */
    public List<RawMessage> read(String name, Consumer<Diagnostic> heard) throws Refusal {
      return new MailboxSource(folder, standardInput, limits, heard).read(name);
    }
  }

  /**
   * Says how to compare.
   *
   * @param factor the creation factor
   * @param context unchanged lines around each change
   * @param tree where versions are applied first; where it is empty, they are compared as mailed
   */
  public record Manner(CreationFactor factor, int context, Optional<TreeUse> tree) {
    /** Compares versions as they were mailed. */
    public Manner(CreationFactor factor, int context) {
      this(factor, context, Optional.empty());
    }

    /** Returns the same, but that versions are applied to {@code other} first. */
    public Manner in(Optional<TreeUse> other) {
      return new Manner(factor, context, other);
    }
  }

  /**
   * Compares two versions that one mailbox holds.
   *
   * @throws Refusal where it cannot be read, or does not hold two versions
   */
  public Comparison compare(String mailbox, VersionWish wish) throws Refusal {
    return compare(read(mailbox, diagnostics), wish);
  }

  /**
   * Compares a version in each of two mailboxes.
   *
   * @throws Refusal where one of them cannot be read, or holds no version
   */
  public Comparison compare(String before, String after, VersionWish wish) throws Refusal {
    BothSides<Mailbox> mailboxes =
        BothSides.run(new Reading(before), new Reading(after), diagnostics);
    List<LeftOut> leftOut = new ArrayList<>(mailboxes.before().leftOut());
    leftOut.addAll(mailboxes.after().leftOut());
    VersionPicker picker = new VersionPicker(wish, new CommandHint(List.of(before, after)));
    VersionPair pair = picker.pick(mailboxes.before(), mailboxes.after());
    return compare(pair, leftOut);
  }

  /**
   * Compares two versions that are among {@code messages}, which were read from {@code mailbox}.
   *
   * @throws Refusal where they do not hold two versions
   */
  public Comparison compare(String mailbox, List<RawMessage> messages, VersionWish wish)
      throws Refusal {
    return compare(Mailbox.of(mailbox, messages, diagnostics), wish);
  }

  private Comparison compare(Mailbox both, VersionWish wish) throws Refusal {
    VersionPicker picker = new VersionPicker(wish, new CommandHint(List.of(both.name())));
    return compare(picker.pick(both), both.leftOut());
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
    return Mailbox.of(name, place.read(name, heard), heard);
  }

  /** Compares two versions, wherever they were found. */
  Comparison compare(VersionPair versions, List<LeftOut> leftOut) throws Refusal {
    if (manner.tree().isPresent()) {
      Optional<BothSides<TreePatches>> inTree = manner.tree().get().find(versions, diagnostics);
      if (inTree.isPresent()) {
        return compare(versions, inTree.get(), leftOut);
      }
    }
    BothSides<List<ComparablePatch>> patches =
        BothSides.run(
            new ComparablePatches(versions.before()),
            new ComparablePatches(versions.after()),
            diagnostics);
    checkSize(patches.before().size(), patches.after().size());
    PatchIdsAhead.begin(patches);
    RangeDiffer differ = new RangeDiffer(patches.before(), patches.after());
    RangeDiff result = differ.compare(manner.factor(), manner.context());
    return new Comparison(
        versions, result, differ.titleTwins(result, manner.factor()), leftOut, Optional.empty());
  }

  private Comparison compare(
      VersionPair versions, BothSides<TreePatches> inTree, List<LeftOut> leftOut) throws Refusal {
    List<ComparablePatch> before = inTree.before().comparable();
    List<ComparablePatch> after = inTree.after().comparable();
    checkSize(before.size(), after.size());
    RangeDiffer differ = new RangeDiffer(before, after);
    RangeDiff result = differ.compare(manner.factor(), manner.context());
    return new Comparison(
        versions.withRemarks(List.of(TreePatches.line(inTree))),
        result,
        differ.titleTwins(result, manner.factor()),
        leftOut,
        Optional.of(inTree));
  }

  static void checkSize(int beforeCount, int afterCount) throws Refusal {
    if ((long) beforeCount * afterCount > RangeDiffer.MOST_PAIRS) {
      throw Refusal.unreadable(
          beforeCount + " × " + afterCount + " patches are more than can be compared at once");
    }
  }
}
