package dev.reroll.cli.command;

import dev.reroll.app.compare.Comparison;
import dev.reroll.app.select.SelectedVersion;
import dev.reroll.app.select.SelectedVersions;
import dev.reroll.cli.terminal.Report;
import dev.reroll.mail.LeftOutReason;
import dev.reroll.mail.PatchMail;
import dev.reroll.message.MessageId;
import dev.reroll.patch.UnseenChanges.UnseenChange;
import dev.reroll.problem.Notice;
import dev.reroll.rangediff.Entry;
import dev.reroll.rangediff.NumberedPatch;
import dev.reroll.rangediff.RangeDiffer.TitleTwin;
import dev.reroll.render.text.ReasonText;
import dev.reroll.series.LeftOut;
import dev.reroll.series.SeriesVersion;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says in a few lines what was compared, what became of it, and what was left out. */
final class Overview {
  private static final int MAX_NAMED = 3;
  private static final int MAX_TWINS = 5;

  private final Report report;

  Overview(Report report) {
    this.report = report;
  }

  void say(Comparison comparison) {
    for (Notice notice : comparison.versions().remarks()) {
      report.notice(notice);
    }
    versions(comparison.versions());
    counts(comparison.result().entries());
    leftOut(comparison);
    twins(
        comparison.twins(),
        comparison.versions().before().label().toString(),
        comparison.versions().after().label().toString());
  }

  private void versions(SelectedVersions versions) {
    side(versions.older());
    side(versions.newer());
  }

  private void side(SelectedVersion side) {
    String label = side.version().label().toString();
    if (side instanceof SelectedVersion.Committed commits) {
      int count = commits.comparable().size();
      report.remark(label + ": " + count + (count == 1 ? " patch" : " patches"));
    } else {
      version(side.version(), label);
    }
  }

  /** Says which versions are compared, and nothing of the result. */
  void sayNames(Comparison comparison) {
    comparison.versions().remarks().forEach(report::notice);
    versions(comparison.versions());
  }

  /** Says what is not as one expects of the versions, and nothing of the result. */
  void sayVersions(Comparison comparison) {
    comparison.versions().remarks().forEach(report::notice);
    missing(comparison.versions().before(), comparison.versions().before().label().toString());
    missing(comparison.versions().after(), comparison.versions().after().label().toString());
  }

  /** Says that nothing was said about commits, where what was said matters. */
  void sayUnheard(SelectedVersions versions) {
    if (versions.hasCommits()) {
      report.notice(
          Notice.note("comments and tags from replies are known only for mails, not for commits"));
    }
  }

  private void version(SeriesVersion version, String name) {
    String date =
        version.date().isPresent()
            ? ", " + LocalDate.ofInstant(version.date().get(), ZoneOffset.UTC)
            : "";
    String sender = version.sender().name().isEmpty() ? "" : ", " + version.sender().name();
    report.remark(name + ": " + patches(version) + ", '" + version.title() + "'" + sender + date);
    missing(version, name);
  }

  private void missing(SeriesVersion version, String name) {
    if (!version.missing().isEmpty()) {
      String which =
          version.missing().stream()
              .map(ordinal -> ordinal + "/" + version.slots().size())
              .collect(Collectors.joining(", "));
      report.warning(name + " lacks " + which + "; the others are compared");
    }
  }

  private void counts(List<Entry> entries) {
    Tally tally = new Tally();
    for (Entry entry : entries) {
      entry.fold(tally);
    }
    report.remark(tally.toString());
  }

  private void leftOut(Comparison comparison) {
    if (comparison.leftOut().isEmpty()) {
      return;
    }
    Set<MessageId> compared = compared(comparison.versions());
    Map<LeftOutReason, List<LeftOut>> byReason = new TreeMap<>();
    for (LeftOut mail : comparison.leftOut()) {
      Optional<MessageId> id = mail.item().envelope().id();
      if (id.isEmpty() || !compared.contains(id.get())) {
        byReason.putIfAbsent(mail.reason(), new ArrayList<>());
        byReason.get(mail.reason()).add(mail);
      }
    }
    List<String> groups = new ArrayList<>();
    for (Map.Entry<LeftOutReason, List<LeftOut>> reason : byReason.entrySet()) {
      groups.add(group(reason.getKey(), reason.getValue()));
    }
    if (!groups.isEmpty()) {
      report.remark("left out: " + String.join("; ", groups));
    }
  }

  /** Returns the ids of the patches' mails; one with attachments may also be a reply. */
  private static Set<MessageId> compared(SelectedVersions versions) {
    Set<MessageId> ids = new HashSet<>();
    for (SeriesVersion version : List.of(versions.before(), versions.after())) {
      for (PatchMail patch : version.patches()) {
        Optional<MessageId> id = patch.envelope().id();
        if (id.isPresent()) {
          ids.add(id.get());
        }
      }
    }
    return ids;
  }

  /** Counts what is common, names what is rare: nobody wants a list of replies. */
  private static String group(LeftOutReason reason, List<LeftOut> group) {
    String count = ReasonText.count(group.size(), reason);
    if (reason == LeftOutReason.REPLY || group.size() > MAX_NAMED) {
      return count;
    }
    return count
        + group.stream().map(Overview::subject).collect(Collectors.joining(", ", " (", ")"));
  }

  private static String subject(LeftOut mail) {
    String subject = mail.item().envelope().rawSubject();
    return subject.isBlank() ? "no subject" : "'" + subject + "'";
  }

  private void twins(List<TitleTwin> twins, String before, String after) {
    for (TitleTwin twin : twins.subList(0, Math.min(MAX_TWINS, twins.size()))) {
      twin(twin, before, after);
    }
    if (twins.size() > MAX_TWINS) {
      report.remark("not paired: " + (twins.size() - MAX_TWINS) + " more with equal titles");
    }
  }

  private void twin(TitleTwin twin, String before, String after) {
    String advice =
        twin.factor().isPresent()
            ? "--creation-factor="
                + twin.factor().getAsInt()
                + (twin.confirmed() ? " would pair them" : " or more should pair them")
            : "no --creation-factor pairs them";
    report.remark(
        "not paired, though the titles agree: "
            + patch(twin.before(), before)
            + " and "
            + patch(twin.after(), after)
            + ", '"
            + twin.after().patch().subject()
            + "'; "
            + advice);
  }

  /** Numbers a patch as the range-diff does. */
  private static String patch(NumberedPatch side, String version) {
    return side.ordinal() + " of " + version;
  }

  private static String patches(SeriesVersion version) {
    int count = version.patches().size();
    String there = version.missing().isEmpty() ? "" : count + " of ";
    int total = version.slots().size();
    return there + total + (total == 1 ? " patch" : " patches");
  }

  /** Counts entries by kind. */
  private static final class Tally implements Entry.Visitor<Integer> {
    private int unchanged;
    private int unseen;
    private String names = "";
    private int changed;
    private int added;
    private int removed;

    @Override
    public Integer unchanged(Entry.Unchanged entry) {
      List<UnseenChange> found = entry.unseen();
      return found.isEmpty() ? ++unchanged : note(entry.after().ordinal(), found);
    }

    /** Notes a pair that differs in what the range-diff does not compare. */
    private int note(int ordinal, List<UnseenChange> found) {
      if (unseen++ < MAX_NAMED) {
        String more = found.size() == 1 ? "" : " and " + (found.size() - 1) + " more";
        names += (names.isEmpty() ? "" : "; ") + ordinal + ": " + found.get(0).name() + more;
      }
      return unseen;
    }

    /** Returns {@code 1 changed in what git range-diff does not compare (1: mode of tool.sh)}. */
    private String unseen() {
      if (unseen == 0) {
        return "";
      }
      int more = unseen - MAX_NAMED;
      return unseen
          + " changed in what git range-diff does not compare ("
          + names
          + (more > 0 ? "; and " + more + " more), " : "), ");
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
          + unseen()
          + changed
          + " changed, "
          + added
          + " new, "
          + removed
          + " dropped";
    }
  }
}
