package dev.reroll.rangediff;

import dev.reroll.align.AlignEvents;
import dev.reroll.align.Aligner;
import dev.reroll.align.Alignment;
import dev.reroll.align.Alignment.Match;
import dev.reroll.align.CreationFactor;
import dev.reroll.align.DiffPart;
import dev.reroll.bytes.Octets;
import dev.reroll.linediff.DiffEngine;
import dev.reroll.linediff.DiffEvents;
import dev.reroll.linediff.LineTable;
import dev.reroll.linediff.TwoHalves;
import dev.reroll.patch.ComparablePatch;
import dev.reroll.rangediff.PairDiffer.ComparedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Compares two versions of a series: pairs their patches, and diffs the texts of each pair.
 *
 * <p>The result is the one of {@code git range-diff} for the applied series (git-range-diff(1)).
 */
public final class RangeDiffer {
  /** How many pairs of patches can be compared at once. */
  public static final long MAX_PAIRS = Aligner.MAX_PAIRS;

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
   * {@link #MAX_PAIRS} pairs.
   */
  public RangeDiffer(List<ComparablePatch> before, List<ComparablePatch> after) {
    this(before, after, DiffEvents.IGNORED, AlignEvents.IGNORED);
  }

  /**
   * Takes the patches of both versions; tells {@code diffEvents} which branches the printed diffs
   * take, from two threads at once, and {@code alignEvents} those of the alignment.
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
    if (slots.size() >= MANY) {
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
      run(half == 0 ? engine : new DiffEngine(events), half, 2);
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
    NumberedPatch old = side(before, slot.before());
    if (slot.after() == PrintOrder.NONE) {
      return new Entry.Removed(old);
    }
    ComparedText oldText = before.get(slot.before());
    ComparedText newText = after.get(slot.after());
    NumberedPatch current = side(after, slot.after());
    return oldText.hasSameText(newText)
        ? new Entry.Unchanged(old, current)
        : new Entry.Changed(old, current, differ.hunks(oldText, newText));
  }

  private static NumberedPatch side(List<ComparedText> version, int index) {
    return new NumberedPatch(index + 1, version.get(index).patch());
  }

  /**
   * Puts pairs and single patches in the order in which they are printed: that of the new version,
   * with a removed patch as soon as all its predecessors in the old version have been printed.
   *
   * <pre>
   * old 1 2 3, new A B;  1 = B, 3 = A, 2 removed:  3 A, 1 B, 2
   * </pre>
   */
  static final class PrintOrder {
    /** Stands for no partner. */
    static final int NONE = -1;

    private final int[] partnerOfBefore;
    private final int[] partnerOfAfter;
    private final boolean[] shown;
    private final List<Slot> slots = new ArrayList<>();
    private int nextBefore;

    /**
     * Names what is printed in one place.
     *
     * @param before 0-based index in the old version, or {@link #NONE}
     * @param after 0-based index in the new version, or {@link #NONE}
     */
    record Slot(int before, int after) {}

    private PrintOrder(Alignment alignment, int beforeCount, int afterCount) {
      partnerOfBefore = new int[beforeCount];
      partnerOfAfter = new int[afterCount];
      shown = new boolean[beforeCount];
      Arrays.fill(partnerOfBefore, NONE);
      Arrays.fill(partnerOfAfter, NONE);
      for (Match match : alignment.matches()) {
        partnerOfBefore[match.before()] = match.after();
        partnerOfAfter[match.after()] = match.before();
      }
    }

    static List<Slot> of(Alignment alignment, int beforeCount, int afterCount) {
      return new PrintOrder(alignment, beforeCount, afterCount).slots();
    }

    private List<Slot> slots() {
      for (int after = 0; after < partnerOfAfter.length; after++) {
        passRemoved();
        int before = partnerOfAfter[after];
        if (before != NONE) {
          shown[before] = true;
        }
        slots.add(new Slot(before, after));
      }
      passRemoved();
      return slots;
    }

    /** Takes the removed patches whose predecessors have all been shown. */
    private void passRemoved() {
      while (nextBefore < shown.length && isNextReady()) {
        if (!shown[nextBefore]) {
          slots.add(new Slot(nextBefore, NONE));
        }
        nextBefore++;
      }
    }

    private boolean isNextReady() {
      return shown[nextBefore] || partnerOfBefore[nextBefore] == NONE;
    }
  }

  /**
   * Finds patches that have the same title on both sides and were not paired, and the creation
   * factor that would pair them.
   *
   * <p>A lone pair should be made once its cost is no more than what removing the one and adding
   * the other costs; that gives the factor to try. But the other patches may pull the pair apart,
   * and git's assignment, which is not always of least cost, often makes it sooner. So the factor
   * is confirmed by aligning with it, half as much again is tried where it fails, and in a
   * comparison of at most {@value #MAX_BISECTED} pairs the least one is then found by bisection. In
   * one of over {@value #MAX_CONFIRMED} pairs, where aligning again would take longer than all the
   * rest, the factor is named unconfirmed.
   */
  private static final class TitleTwins {
    private static final int HIGHEST_FACTOR = 999;
    private static final int MAX_BISECTED = 4_000;
    private static final int MAX_CONFIRMED = 62_500;

    private final Aligner aligner;
    private final CreationFactor used;
    private final List<Entry> entries;
    private final boolean bisecting;
    private final int mostAlignments;
    private final Map<Integer, Set<Match>> matchesByFactor = new HashMap<>();

    /** Names two sides of the same title. */
    private record Pair(NumberedPatch before, NumberedPatch after) {}

    TitleTwins(Aligner aligner, CreationFactor used, RangeDiff result) {
      this.aligner = aligner;
      this.used = used;
      this.entries = result.entries();
      long pairCount = (long) result.beforeCount() * result.afterCount();
      this.bisecting = pairCount <= MAX_BISECTED;
      this.mostAlignments = bisecting ? 50 : pairCount <= MAX_CONFIRMED ? 4 : 0;
    }

    List<TitleTwin> find() {
      List<TitleTwin> twins = new ArrayList<>();
      for (Pair pair : pairs()) {
        boolean confirming = matchesByFactor.size() < mostAlignments;
        OptionalInt factor = confirming ? confirmed(pair) : OptionalInt.of(expectedFactor(pair));
        twins.add(new TitleTwin(pair.before(), pair.after(), factor, confirming));
      }
      return twins;
    }

    private List<Pair> pairs() {
      Map<Octets, NumberedPatch> removed = new HashMap<>();
      for (Entry entry : entries) {
        if (entry instanceof Entry.Removed gone) {
          removed.putIfAbsent(gone.before().patch().subject(), gone.before());
        }
      }
      List<Pair> pairs = new ArrayList<>();
      for (Entry entry : entries) {
        if (entry instanceof Entry.Added fresh) {
          NumberedPatch before = removed.remove(fresh.after().patch().subject());
          if (before != null) {
            pairs.add(new Pair(before, fresh.after()));
          }
        }
      }
      return pairs;
    }

    private OptionalInt confirmed(Pair pair) {
      int expected = expectedFactor(pair);
      for (int factor : new int[] {expected, Math.min(HIGHEST_FACTOR, expected + expected / 2)}) {
        if (isMade(pair, factor)) {
          return OptionalInt.of(bisecting ? least(pair, factor) : factor);
        }
      }
      return OptionalInt.empty();
    }

    /** Returns the least factor at which the pair, alone, would be made; at most the highest. */
    private int expectedFactor(Pair pair) {
      int cost = aligner.cost(pair.before().ordinal() - 1, pair.after().ordinal() - 1);
      int sizes = pair.before().patch().diffSize() + pair.after().patch().diffSize();
      long factor = 1 + 100L * cost / Math.max(1, sizes);
      return (int) Math.min(HIGHEST_FACTOR, Math.max(used.percent() + 1L, factor));
    }

    /** Bisects between the factor that was used and one that makes the pair. */
    private int least(Pair pair, int making) {
      int low = used.percent();
      int high = making;
      while (high - low > 1) {
        int middle = low + (high - low) / 2;
        if (isMade(pair, middle)) {
          high = middle;
        } else {
          low = middle;
        }
      }
      return high;
    }

    private boolean isMade(Pair pair, int factor) {
      return matchesByFactor
          .computeIfAbsent(factor, f -> Set.copyOf(aligner.align(new CreationFactor(f)).matches()))
          .contains(new Match(pair.before().ordinal() - 1, pair.after().ordinal() - 1));
    }
  }

  /**
   * Names two patches with the same title that were not paired.
   *
   * @param before the removed patch
   * @param after the added patch
   * @param factor a creation factor, as low as is quickly found, that pairs them; none where none
   *     was found up to 999
   * @param confirmed whether aligning with that factor was seen to pair them
   */
  public record TitleTwin(
      NumberedPatch before, NumberedPatch after, OptionalInt factor, boolean confirmed) {}
}
