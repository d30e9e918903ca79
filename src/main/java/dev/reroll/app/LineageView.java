package dev.reroll.app;

import dev.reroll.message.Diagnostic;
import dev.reroll.message.RawMessage;
import dev.reroll.message.Refusal;
import dev.reroll.series.Lineage;
import dev.reroll.series.SeriesVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Holds all versions of a series, from wherever they came.
 *
 * @param lineage the versions and their links
 * @param named the version that the user named a mail of
 * @param inquiries what was asked to find them; none for a mailbox, which was read whole
 * @param remarks what the user should know, a line each
 */
public record LineageView(
    Lineage lineage, Optional<SeriesVersion> named, List<Inquiry> inquiries, List<String> remarks) {
  public LineageView {
    inquiries = List.copyOf(inquiries);
    remarks = List.copyOf(remarks);
  }

  /** Shows the versions of a series that was searched for. */
  public static LineageView of(FoundSeries found) {
    return new LineageView(
        found.lineage(),
        Optional.of(found.version()),
        found.search().inquiries(),
        found.search().remarks());
  }

  /**
   * Shows the versions that one mailbox holds.
   *
   * @param series a number in the list of its series, or a part of a title; none for the one with
   *     most versions
   * @throws Refusal where there is no such series
   */
  public static LineageView of(
      String mailbox,
      List<RawMessage> messages,
      Optional<String> series,
      Consumer<Diagnostic> diagnostics)
      throws Refusal {
    List<String> remarks = new ArrayList<>();
    Mailbox read = Mailbox.of(mailbox, messages, diagnostics);
    SeriesChooser chooser = new SeriesChooser(series, new CommandHint(List.of(mailbox)), remarks);
    Lineage lineage = chooser.choose(read, Optional.empty());
    return new LineageView(lineage, Optional.empty(), List.of(), remarks);
  }
}
