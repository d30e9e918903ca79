package dev.reroll.app.select;

import dev.reroll.app.select.VersionSource.InMailbox;
import dev.reroll.app.select.VersionSource.OfMail;
import dev.reroll.message.RawMessage;
import dev.reroll.problem.Diagnostic;
import dev.reroll.problem.Notice;
import dev.reroll.problem.Refusal;
import dev.reroll.series.Evidence;
import dev.reroll.series.Lineage;
import dev.reroll.series.Link;
import dev.reroll.series.SeriesVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds all versions of the series that one or two sources name. Two mailboxes hold them together;
 * of two sources of any other kind, the two versions that they name are all there is.
 */
public final class LineageSelector {
  private final VersionSelector selector;
  private final Consumer<Diagnostic> diagnostics;

  /**
   * Creates a selector; nothing is read yet.
   *
   * @param selector finds the versions of each source
   * @param diagnostics is told of each bad spot in the mails
   */
  public LineageSelector(VersionSelector selector, Consumer<Diagnostic> diagnostics) {
    this.selector = selector;
    this.diagnostics = diagnostics;
  }

  /**
   * Selects a lineage; the labels of {@code selection} do not count.
   *
   * @param sources one or two, the older version's first
   * @throws Refusal where a source cannot be read, or has no such series
   */
  public SelectedLineage select(List<VersionSource> sources, Selection selection) throws Refusal {
    return select(sources, selection, false);
  }

  /**
   * Selects a lineage, and the two versions that {@code selection} names where it names any.
   *
   * @param sources one or two, the older version's first
   * @throws Refusal where a source cannot be read, has no such series or version, or just one
   */
  public SelectedLineage selectWithPair(List<VersionSource> sources, Selection selection)
      throws Refusal {
    return select(sources, selection, true);
  }

  private SelectedLineage select(
      List<VersionSource> sources, Selection selection, boolean asksForPair) throws Refusal {
    SelectionRules.check(sources, selection);
    List<Mailbox> boxes = new ArrayList<>();
    for (VersionSource source : sources) {
      if (source instanceof InMailbox box && boxes.size() == sources.indexOf(source)) {
        boxes.add(selector.read(box, diagnostics));
      }
    }
    if (sources.size() == 1) {
      Optional<RawMessage> piped =
          boxes.isEmpty()
              ? Optional.empty()
              : MailboxReader.pipedMail(boxes.get(0).name(), boxes.get(0).messages());
      if (piped.isPresent()) {
        return of(selector.findAll(piped.get()), selection, asksForPair);
      }
      if (boxes.isEmpty()) {
        return of(selector.findAll((OfMail) sources.get(0)), selection, asksForPair);
      }
    }
    return boxes.size() == sources.size()
        ? inMailboxes(boxes, selection, asksForPair)
        : ofPair(selector.select(sources, selection));
  }

  private static SelectedLineage inMailboxes(
      List<Mailbox> boxes, Selection selection, boolean asksForPair) throws Refusal {
    Mailbox all = Mailbox.union(boxes);
    CommandHint hint = new CommandHint(boxes.stream().map(Mailbox::name).toList());
    List<Notice> remarks = new ArrayList<>();
    Lineage lineage =
        new SeriesChooser(selection.series(), hint, remarks).choose(all, Optional.empty());
    Discussion discussion =
        new Discussion.Found(all.bag().conversation(), lineage.versions(), all.messages());
    Optional<SelectedVersions> asked = Optional.empty();
    if (asksForPair && (lineage.links().isEmpty() || selection.before().isPresent())) {
      VersionPair pair = new VersionPicker(selection, hint).pick(all);
      asked = Optional.of(pair.in(discussion, List.of()));
    }
    return new SelectedLineage(lineage, Optional.empty(), asked, discussion, List.of(), remarks);
  }

  private static SelectedLineage of(FoundSeries found, Selection selection, boolean asksForPair)
      throws Refusal {
    Lineage lineage = found.lineage();
    Discussion discussion =
        new Discussion.Found(found.bag().conversation(), lineage.versions(), found.messages());
    Optional<SelectedVersions> asked = Optional.empty();
    if (asksForPair && (lineage.links().isEmpty() || !selection.labels().isEmpty())) {
      asked = Optional.of(new SeriesPicker(found).pick(selection).in(discussion, List.of()));
    }
    return new SelectedLineage(
        lineage,
        Optional.of(found.version()),
        asked,
        discussion,
        found.search().inquiries(),
        found.search().remarks());
  }

  private static SelectedLineage ofPair(SelectedVersions pair) {
    SeriesVersion before = pair.before();
    SeriesVersion after = pair.after();
    Link link =
        pair.link()
            .orElseGet(
                () ->
                    new Link(
                        before.label(),
                        after.label(),
                        List.of(new Evidence(Evidence.Kind.GIVEN, before.label().toString()))));
    return new SelectedLineage(
        new Lineage(after.title(), List.of(before, after), List.of(link)),
        Optional.empty(),
        Optional.empty(),
        pair.discussion(),
        List.of(),
        pair.remarks());
  }
}
