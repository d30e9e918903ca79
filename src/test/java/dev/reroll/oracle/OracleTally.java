package dev.reroll.oracle;

import dev.reroll.align.AlignEvents.AlignEvent;
import dev.reroll.linediff.DiffEvents.DiffEvent;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what the pairs had and which branches they reached; for several threads at once. */
final class OracleTally {
  private final Map<String, Long> counts = new TreeMap<>();

  synchronized void add(String what, long times) {
    counts.merge(what, times, Long::sum);
  }

  void manner(Manner manner) {
    manner.twists().forEach(twist -> add("mails " + twist, 1));
    add("mails in " + manner.container(), 1);
    manner.formatPatch().forEach(option -> add("format-patch " + option, 1));
  }

  /**
   * Counts the branches that comparing in this way takes; returns whether git would come to an end
   * with it.
   */
  boolean count(Reading reading, Variant variant) {
    AtomicLong lost = new AtomicLong();
    reading.compare(
        variant,
        event -> add("diff " + event, 1),
        (event, times) -> {
          add("align " + event, times);
          lost.addAndGet(event == AlignEvent.EXACT_MATCH_LOST ? times : 0);
        });
    add("feature " + Feature.DEAR_PATCH, reading.hasDearPatch(variant) ? 1 : 0);
    return lost.get() == 0;
  }

  void scan(Variant variant, String colored) {
    String output = colored.replaceAll("\u001b\\[[0-9;]*m", "");
    variant.names().forEach(name -> add(name, 1));
    for (Feature feature : Feature.values()) {
      add("feature " + feature, feature.isIn(Feature.Where.OUTPUT, output) ? 1 : 0);
    }
  }

  void pairDone(SeriesPair pair, Mails before, Mails after) {
    Set<Feature> found = EnumSet.noneOf(Feature.class);
    for (Feature feature : Feature.values()) {
      if (feature.isIn(Feature.Where.MAILS, before.plain())
          || feature.isIn(Feature.Where.MAILS, after.plain())) {
        found.add(feature);
      }
    }
    long equal = pair.before().stream().filter(c -> c.message().startsWith("again ")).count();
    add("feature " + Feature.MORE_THAN_51_EQUAL, equal > 51 ? 1 : 0);
    add("feature " + Feature.MORE_THAN_204_EQUAL, equal > 204 ? 1 : 0);
    found.forEach(feature -> add("feature " + feature, 1));
    add("pairs", 1);
    add("patches", pair.before().size() + pair.after().size());
  }

  /** Returns the counts that must not be small, by name. */
  synchronized Map<String, Long> required() {
    Map<String, Long> required = new TreeMap<>();
    List<String> names = new ArrayList<>(Variant.allNames());
    for (DiffEvent event : DiffEvent.values()) {
      names.add("diff " + event);
    }
    for (AlignEvent event : AlignEvent.values()) {
      names.add("align " + event);
    }
    for (Feature feature : Feature.values()) {
      names.add("feature " + feature);
    }
    for (Manner.Twist twist : Manner.Twist.values()) {
      names.add("mails " + twist);
    }
    // No text that a range-diff compares has more than a few blank lines in a row.
    names.remove("diff " + DiffEvent.BLANK_RUN_CUT);
    // On such a series git does not end.
    names.remove("align " + AlignEvent.EXACT_MATCH_LOST);
    names.forEach(name -> required.put(name, counts.getOrDefault(name, 0L)));
    return required;
  }

  @Override
  public synchronized String toString() {
    StringBuilder table = new StringBuilder();
    counts.forEach((name, count) -> table.append(String.format("%9d  %s%n", count, name)));
    return table.toString();
  }
}
