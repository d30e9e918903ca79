package dev.reroll.app.select;

import dev.reroll.mail.LeftOutReason;
import dev.reroll.problem.Notice;
import dev.reroll.problem.Refusal;
import dev.reroll.render.text.ReasonText;
import dev.reroll.series.LeftOut;
import dev.reroll.series.Lineage;
import dev.reroll.series.SeriesVersion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Chooses the series of a mailbox that is looked at, and tells the user where there are several.
 */
final class SeriesChooser {
  private static final int MAX_LISTED = 10;
  private static final int MAX_NAMED = 3;

  private final Optional<String> wanted;
  private final CommandHint command;
  private final List<Notice> remarks;

  /**
   * Creates a choice.
   *
   * @param wanted a number in the list of series, or a part of a title
   * @param remarks is given, line by line, what else could have been chosen
   */
  SeriesChooser(Optional<String> wanted, CommandHint command, List<Notice> remarks) {
    this.wanted = wanted;
    this.command = command;
    this.remarks = remarks;
  }

  /** Returns the series asked for, else one with {@code title}, else one with most versions. */
  Lineage choose(Mailbox mailbox, Optional<String> title) throws Refusal {
    List<Lineage> lineages = mailbox.lineages();
    if (lineages.isEmpty()) {
      throw noPatch(mailbox);
    }
    if (wanted.isPresent()) {
      return named(mailbox, wanted.get());
    }
    Lineage chosen = standard(lineages, title);
    if (lineages.size() > 1) {
      list(mailbox, chosen);
    }
    return chosen;
  }

  private static Refusal noPatch(Mailbox mailbox) {
    Map<LeftOutReason, Long> counts =
        mailbox.leftOut().stream()
            .collect(Collectors.groupingBy(LeftOut::reason, TreeMap::new, Collectors.counting()));
    String found =
        counts.entrySet().stream()
            .map(count -> ReasonText.count(count.getValue().intValue(), count.getKey()))
            .collect(Collectors.joining(", "));
    return Refusal.nothingToCompare(
        "no patch in '" + mailbox.name() + "'" + (found.isEmpty() ? "" : ", only " + found),
        "git format-patch --stdout BASE..TIP > v2.mbox");
  }

  private static Lineage standard(List<Lineage> lineages, Optional<String> title) {
    Lineage most = lineages.get(0);
    for (Lineage lineage : lineages) {
      if (title.isPresent() && hasTitle(lineage, title.get())) {
        return lineage;
      }
      most = lineage.versions().size() > most.versions().size() ? lineage : most;
    }
    return most;
  }

  private static boolean hasTitle(Lineage lineage, String title) {
    for (SeriesVersion version : lineage.versions()) {
      if (version.title().equalsIgnoreCase(title)) {
        return true;
      }
    }
    return false;
  }

  private Lineage named(Mailbox mailbox, String series) throws Refusal {
    List<Lineage> lineages = mailbox.lineages();
    if (series.matches("[1-9]\\d{0,5}") && Integer.parseInt(series) <= lineages.size()) {
      return lineages.get(Integer.parseInt(series) - 1);
    }
    String part = series.toLowerCase(Locale.ROOT);
    List<Lineage> matching =
        lineages.stream()
            .filter(lineage -> lineage.title().toLowerCase(Locale.ROOT).contains(part))
            .toList();
    if (matching.size() == 1) {
      return matching.get(0);
    }
    String there = matching.isEmpty() ? "no series is" : matching.size() + " series are";
    throw Refusal.nothingToCompare(
        there + " called '" + series + "' in '" + mailbox.name() + "'; it holds " + named(lineages),
        command.with("--series=1"));
  }

  private static String named(List<Lineage> lineages) {
    String more =
        lineages.size() > MAX_NAMED ? " and " + (lineages.size() - MAX_NAMED) + " more" : "";
    return lineages.stream()
        .limit(MAX_NAMED)
        .map(lineage -> "'" + lineage.title() + "'")
        .collect(Collectors.joining(", ", "", more));
  }

  private void list(Mailbox mailbox, Lineage chosen) {
    List<Lineage> lineages = mailbox.lineages();
    int number = lineages.indexOf(chosen) + 1;
    remarks.add(
        Notice.remark(
            lineages.size()
                + " series in '"
                + mailbox.name()
                + "', using number "
                + number
                + "; --series=N selects another:"));
    for (int i = 0; i < Math.min(lineages.size(), MAX_LISTED); i++) {
      remarks.add(Notice.remark("  " + (i + 1) + ". " + description(lineages.get(i))));
    }
    if (lineages.size() > MAX_LISTED) {
      remarks.add(Notice.remark("  and " + (lineages.size() - MAX_LISTED) + " more"));
    }
  }

  private static String description(Lineage lineage) {
    return "'" + lineage.title() + "' (" + Labels.of(lineage) + ")";
  }
}
