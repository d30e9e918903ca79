package dev.reroll.app.select;

import dev.reroll.problem.Hint;
import dev.reroll.problem.Notice;
import dev.reroll.problem.Refusal;
import dev.reroll.series.Lineage;
import dev.reroll.series.SeriesVersion;
import dev.reroll.series.VersionLabel;
import dev.reroll.source.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Picks the two versions to compare: from one mailbox the newest and the one before it, from two
 * the newest of each, unless the user selects others.
 */
final class VersionPicker {
  private final Selection selection;
  private final CommandHint command;
  private final List<Notice> remarks = new ArrayList<>();
  private final SeriesChooser series;

  VersionPicker(Selection selection, CommandHint command) {
    this.selection = selection;
    this.command = command;
    this.series = new SeriesChooser(selection.series(), command, remarks);
  }

  /** Picks two versions of one mailbox. */
  VersionPair pick(Mailbox mailbox) throws Refusal {
    return pick(choose(mailbox), mailbox, List.of());
  }

  /** Chooses the series of a mailbox. */
  Lineage choose(Mailbox mailbox) throws Refusal {
    return series.choose(mailbox, Optional.empty());
  }

  /**
   * Picks two versions of a series that was chosen.
   *
   * @param places the archives that had no version before its only one
   */
  VersionPair pick(Lineage lineage, Mailbox mailbox, List<String> places) throws Refusal {
    SeriesVersion after =
        selection.after().isPresent()
            ? find(lineage, selection.after().get(), mailbox)
            : lineage.newest();
    Optional<SeriesVersion> asked = Optional.empty();
    if (selection.before().isPresent()) {
      SeriesVersion found = find(lineage, selection.before().get(), mailbox);
      asked =
          found.equals(after) && selection.after().isEmpty()
              ? Optional.empty()
              : Optional.of(found);
    }
    Optional<SeriesVersion> before = asked.isPresent() ? asked : lineage.before(after);
    if (before.isEmpty()) {
      throw lineage.versions().size() > 1
          ? nothingBefore(lineage, after, mailbox)
          : onlyOne(lineage, mailbox, places);
    }
    noteResend(before.get(), after);
    return new VersionPair(
        before.get(), after, VersionPair.link(lineage, before.get(), after), remarks);
  }

  /** Picks one version of each mailbox. */
  VersionPair pick(Mailbox beforeBox, Mailbox afterBox) throws Refusal {
    Lineage newer = series.choose(afterBox, Optional.empty());
    Lineage older = series.choose(beforeBox, Optional.of(newer.title()));
    SeriesVersion before =
        selection.before().isPresent()
            ? find(older, selection.before().get(), beforeBox)
            : older.newest();
    SeriesVersion after =
        selection.after().isPresent()
            ? find(newer, selection.after().get(), afterBox)
            : newer.newest();
    noteResend(before, after);
    if (before.label().equals(after.label()) && !beforeBox.name().equals(afterBox.name())) {
      boolean areAlike = fileName(beforeBox).equals(fileName(afterBox));
      before = before.called(areAlike ? beforeBox.name() : fileName(beforeBox));
      after = after.called(areAlike ? afterBox.name() : fileName(afterBox));
    }
    return new VersionPair(before, after, Optional.empty(), remarks);
  }

  private static String fileName(Mailbox mailbox) {
    String name = mailbox.name();
    String bare = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    return bare.substring(bare.lastIndexOf('/') + 1);
  }

  private void noteResend(SeriesVersion before, SeriesVersion after) {
    VersionLabel label = after.label();
    if (label.resend() && before.label().number() == label.number()) {
      remarks.add(Notice.remark(label + " is marked as a resend of " + before.label()));
    }
  }

  private SeriesVersion find(Lineage lineage, VersionLabel label, Mailbox mailbox) throws Refusal {
    Optional<SeriesVersion> found = lineage.find(label);
    if (found.isEmpty()) {
      throw Refusal.nothingToCompare(
          Labels.noneOf(lineage, label)
              + " in '"
              + mailbox.name()
              + "'; it holds "
              + Labels.of(lineage),
          alternative(lineage));
    }
    return found.get();
  }

  private Refusal nothingBefore(Lineage lineage, SeriesVersion after, Mailbox mailbox) {
    return Refusal.nothingToCompare(
        "no version before "
            + after.label()
            + " in '"
            + mailbox.name()
            + "'; it holds "
            + Labels.of(lineage),
        alternative(lineage));
  }

  private Refusal onlyOne(Lineage lineage, Mailbox mailbox, List<String> places) {
    String what =
        "only one version in '"
            + mailbox.name()
            + "', "
            + lineage.newest().label()
            + " of '"
            + lineage.title()
            + "'";
    String name = ShellWord.of(mailbox.name());
    return places.isEmpty()
        ? Refusal.nothingToCompare(
            what, Hint.again("BEFORE " + name), Hint.again("--online " + name))
        : Refusal.nothingToCompare(
            what + ", and none before it was found in " + String.join(", ", places),
            Hint.again("BEFORE " + name));
  }

  /** Returns what the user should know of the choice so far. */
  List<Notice> remarks() {
    return remarks;
  }

  /** Returns a command that compares what is there. */
  private Hint alternative(Lineage lineage) {
    int count = lineage.versions().size();
    if (command.mailboxes().size() > 1 || count < 2) {
      return command.plain();
    }
    VersionLabel before = lineage.versions().get(count - 2).label();
    return command.with("-v " + before + " " + lineage.newest().label());
  }
}
