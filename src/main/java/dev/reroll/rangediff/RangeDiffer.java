package dev.reroll.rangediff;

import dev.reroll.align.AlignEvents;
import dev.reroll.align.Aligner;
import dev.reroll.align.Alignment;
import dev.reroll.align.CreationFactor;
import dev.reroll.align.DiffPart;
import dev.reroll.linediff.DiffEngine;
import dev.reroll.linediff.DiffEvents;
import dev.reroll.linediff.LineTable;
import dev.reroll.linediff.TwoHalves;
import dev.reroll.patch.ComparablePatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Compares two versions of a series: pairs their patches, and diffs the texts of each pair.
 *
 * <p>The result is the one of {@code git range-diff} for the applied series (git-range-diff(1)).
 */
public final class RangeDiffer {
  /** How many pairs of patches can be compared at once. */
  public static final long MOST_PAIRS = Aligner.MOST_PAIRS;

  /** So many places that a second thread pays. */
  private static final int MANY = 16;

  private final DiffEvents events;
  private final LineTable table = new LineTable();
  private final DiffEngine engine;
  private final List<ComparedText> before;
  private final List<ComparedText> after;
  private final Aligner aligner;

  /**
   * Takes the patches of both versions, in their order; either may be empty. They make at most
   * {@link #MOST_PAIRS} pairs.
   */
  public RangeDiffer(List<ComparablePatch> before, List<ComparablePatch> after) {
    this(before, after, DiffEvents.IGNORED, AlignEvents.IGNORED);
  }

  /**
   * Takes the patches of both versions; tells {@code diffEvents} which branches the printed diffs
   * take, and {@code alignEvents} those of the alignment.
   */
  public RangeDiffer(
      List<ComparablePatch> before,
      List<ComparablePatch> after,
      DiffEvents diffEvents,
      AlignEvents alignEvents) {
    this.events = diffEvents;
    this.engine = new DiffEngine(diffEvents);
    this.before = intern(before);
    this.after = intern(after);
    this.aligner = new Aligner(diffParts(this.before), diffParts(this.after), alignEvents);
  }

  /**
   * Compares with the given creation factor, and {@code context} unchanged lines around each
   * change. May be called again: the costs of pairs are kept.
   */
  public RangeDiff compare(CreationFactor factor, int context) {
    Alignment alignment = aligner.align(factor);
    List<PrintOrder.Slot> slots = PrintOrder.of(alignment, before.size(), after.size());
    Diffing diffing = new Diffing(slots, context);
    if (events == DiffEvents.IGNORED && slots.size() >= MANY) {
      TwoHalves.run(diffing);
    } else {
      diffing.run(engine, 0, 1);
    }
    return new RangeDiff(before.size(), after.size(), Arrays.asList(diffing.entries));
  }

  /** Makes the entries of all places, every other one in another thread. */
  private final class Diffing implements TwoHalves.Work {
    private final List<PrintOrder.Slot> slots;
    private final int context;
    private final Entry[] entries;

    Diffing(List<PrintOrder.Slot> slots, int context) {
      this.slots = slots;
      this.context = context;
      this.entries = new Entry[slots.size()];
    }

    @Override
    public void run(int half) {
      run(half == 0 ? engine : new DiffEngine(), half, 2);
    }

    void run(DiffEngine ownEngine, int first, int step) {
      PairDiffer differ = new PairDiffer(ownEngine, table, context);
      for (int i = first; i < entries.length; i += step) {
        entries[i] = entry(slots.get(i), differ);
      }
    }
  }

  /** Finds the patches of {@code result} that share a title and were not paired. */
  public List<TitleTwin> titleTwins(RangeDiff result, CreationFactor factor) {
    return new TitleTwins(aligner, factor, result).find();
  }

  private List<ComparedText> intern(List<ComparablePatch> patches) {
    List<ComparedText> texts = new ArrayList<>();
    for (ComparablePatch patch : patches) {
      texts.add(ComparedText.of(patch, table));
    }
    return texts;
  }

  private static List<DiffPart> diffParts(List<ComparedText> texts) {
    List<DiffPart> parts = new ArrayList<>();
    for (ComparedText text : texts) {
      parts.add(text.diffPart());
    }
    return parts;
  }

  private Entry entry(PrintOrder.Slot slot, PairDiffer differ) {
    if (slot.before() == PrintOrder.NONE) {
      return new Entry.Added(side(after, slot.after()));
    }
    Side old = side(before, slot.before());
    if (slot.after() == PrintOrder.NONE) {
      return new Entry.Removed(old);
    }
    ComparedText oldText = before.get(slot.before());
    ComparedText newText = after.get(slot.after());
    Side current = side(after, slot.after());
    return oldText.hasSameText(newText)
        ? new Entry.Unchanged(old, current)
        : new Entry.Changed(old, current, differ.hunks(oldText, newText));
  }

  private static Side side(List<ComparedText> version, int index) {
    return new Side(index + 1, version.get(index).patch());
  }
}
