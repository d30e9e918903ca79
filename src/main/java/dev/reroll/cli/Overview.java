package dev.reroll.cli;

import dev.reroll.app.Comparison;
import dev.reroll.rangediff.Entry;
import dev.reroll.rangediff.TitleTwin;
import dev.reroll.series.LeftOut;
import dev.reroll.series.SeriesVersion;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says in a few lines what was compared, what became of it, and what was left out. */
final class Overview {
  private static final int MOST_NAMED = 3;

  private final Report report;

  Overview(Report report) {
    this.report = report;
  }

  void say(Comparison comparison) {
    comparison.versions().remarks().forEach(report::remark);
    version(comparison.versions().before());
    version(comparison.versions().after());
    counts(comparison.result().entries());
    leftOut(comparison.leftOut());
    comparison.twins().forEach(this::twin);
  }

  private void version(SeriesVersion version) {
    String date = version.date().map(d -> ", " + LocalDate.ofInstant(d, ZoneOffset.UTC)).orElse("");
    String sender = version.sender().name().isEmpty() ? "" : ", " + version.sender().name();
    report.remark(
        version.label()
            + ": "
            + patches(version.patches().size())
            + ", '"
            + version.title()
            + "'"
            + sender
            + date);
    if (!version.missing().isEmpty()) {
      String which =
          version.missing().stream()
              .map(ordinal -> ordinal + "/" + version.slots().size())
              .collect(Collectors.joining(", "));
      report.warning(version.label() + " lacks " + which + "; the others are compared");
    }
  }

  private void counts(List<Entry> entries) {
    Tally tally = new Tally();
    entries.forEach(entry -> entry.fold(tally));
    report.remark(tally.toString());
  }

  private void leftOut(List<LeftOut> mails) {
    Map<String, List<LeftOut>> byReason =
        mails.stream()
            .collect(Collectors.groupingBy(LeftOut::reason, TreeMap::new, Collectors.toList()));
    List<String> groups = new ArrayList<>();
    byReason.forEach((reason, group) -> groups.add(group(reason, group)));
    if (!groups.isEmpty()) {
      report.remark("left out: " + String.join("; ", groups));
    }
  }

  /** Counts what is common, names what is rare: nobody wants a list of replies. */
  private static String group(String reason, List<LeftOut> group) {
    String count = group.size() == 1 ? reason : group.size() + " × " + reason;
    if (reason.equals("a reply") || group.size() > MOST_NAMED) {
      return count;
    }
    return count
        + group.stream()
            .map(mail -> "'" + mail.item().envelope().rawSubject() + "'")
            .collect(Collectors.joining(", ", " (", ")"));
  }

  private void twin(TitleTwin twin) {
    String advice =
        twin.factor().isPresent()
            ? "--creation-factor="
                + twin.factor().getAsInt()
                + (twin.confirmed() ? " would pair them" : " or more should pair them")
            : "no creation factor pairs them";
    report.remark(
        "not paired though the titles agree: "
            + twin.before().ordinal()
            + " and "
            + twin.after().ordinal()
            + " '"
            + twin.after().patch().subject()
            + "'; "
            + advice);
  }

  private static String patches(int count) {
    return count + (count == 1 ? " patch" : " patches");
  }

  /** Counts entries by kind. */
  private static final class Tally implements Entry.Visitor<Integer> {
    private int unchanged;
    private int changed;
    private int added;
    private int removed;

    @Override
    public Integer unchanged(Entry.Unchanged entry) {
      return ++unchanged;
    }

    @Override
    public Integer changed(Entry.Changed entry) {
      return ++changed;
    }

    @Override
    public Integer removed(Entry.Removed entry) {
      return ++removed;
    }

    @Override
    public Integer added(Entry.Added entry) {
      return ++added;
    }

    @Override
    public String toString() {
      return unchanged
          + " unchanged, "
          + changed
          + " changed, "
          + added
          + " new, "
          + removed
          + " gone";
    }
  }
}
